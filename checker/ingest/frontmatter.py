"""What a file says of itself before its text begins: `key: value` between `---`, or TOML between `+++`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

NAMES = {
    "published": ("published", "date", "pubdate", "publication_date"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "site"),
    "url": ("url", "link", "canonical", "canonical_url"),
}
"""The fields of a document, and under which keys writers give them, the first that is there."""

_YAML = re.compile(r"---[ \t]*\n(?=\s*[\w\"'][^\n]*?:)(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)


class FrontMatter(NamedTuple):
    """Its values as text, by field or key; None where it cannot be read. `length` is where the text begins."""

    values: dict[str, str] | None
    length: int


def read(source: str) -> FrontMatter:
    """The front matter of a file, empty where it has none. A rule drawn with `---` is none."""
    for pattern, load in ((_YAML, _yaml), (_TOML, _toml)):
        if found := pattern.match(source):
            values = load(found[1])
            return FrontMatter(None if values is None else _named(values), found.end())
    return FrontMatter({}, 0)


def _yaml(text: str) -> Mapping[str, Any] | None:
    import yaml

    try:
        values = yaml.load(text, yaml.BaseLoader)  # noqa: S506  makes strings, lists and mappings alone
    except yaml.YAMLError:
        return None
    return values if isinstance(values, dict) else None


def _toml(text: str) -> Mapping[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _named(values: Mapping[str, Any]) -> dict[str, str]:
    found = {str(key): text for key, value in values.items() if (text := _text(value))}
    for key, value in values.items():
        if isinstance(value, dict):
            found |= {f"{key}.{inner}": text for inner, one in value.items() if (text := _text(one))}
    for name, keys in NAMES.items():
        for key in keys:
            if key in found:
                found.setdefault(name, found.pop(key))
    return found


def _text(value: object) -> str:
    """A scalar as text, a list of scalars with commas; nothing of what is nested deeper, which may be without end."""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value if not isinstance(one, list | dict))
    return "" if isinstance(value, dict) else str(value)
