"""XML of a stranger's file, read as a stream or as a small tree; no document type, so no entities that multiply."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

DAMAGED = "The file is damaged; open it in Word, which can repair it, and save it again."


class Unusable(Exception):
    """A file that cannot be read; the message says why and what to do."""


class Target:
    """What hears of the elements and texts of an XML part. Office files have no document type (ECMA-376, part 2)."""

    def doctype(self, *_: Any) -> None:
        """Refuse it."""
        raise Unusable("The file defines XML entities, which no Word file does; open it in Word and save it again.")


class _Tree(TreeBuilder, Target):
    pass


def parse(data: bytes, target: Any) -> Any:
    """What the target's `close` returns. Raises Unusable where the XML is damaged."""
    parser = XMLParser(target=target)  # noqa: S314  `Target` refuses what makes it vulnerable
    try:
        parser.feed(data)
        return parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise Unusable(DAMAGED) from error


def tree(data: bytes) -> Element:
    """The root of a part."""
    root: Element = parse(data, _Tree())
    return root


def local(name: str) -> str:
    """The name of an element or attribute without its namespace, of which Office files have two of each."""
    return name.rpartition("}")[2]


def value(attributes: dict[str, str], name: str) -> str:
    """An attribute by its local name, "" where it is not given."""
    return next((given for key, given in attributes.items() if local(key) == name), "")
