"""Where the machine formats point: for each finding the places of its evidence, the source to change first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from checker.model.comparison import Assertion, Comparison, Finding, Spot
from checker.model.document import Document
from checker.report._order import Index, worst_first


class Place(NamedTuple):
    """A place in a source. What has no lines of its own (a record, a page of a PDF) has a `part`, and `line` None."""

    path: str
    line: int | None
    column: int
    end_line: int
    end_column: int
    part: str | None  # `record 7`, `page 3`, `paragraph 12`
    text: str  # what stands there
    sentence: str
    start: int  # half-open offsets into the document's text; equal where the text does not hold it
    end: int

    @property
    def uri(self) -> str:
        """The path as a URI reference."""
        return quote(self.path, safe="/~.-_", errors="surrogateescape")

    @property
    def words(self) -> str:
        """The quote with its place, for a message."""
        at = self.part or f"{self.line}:{self.column}"
        return f"{self.path}:{at} says “{self.text}”"


class Reported(NamedTuple):
    """A finding with its words and places."""

    finding: Finding
    title: str
    message: str
    places: tuple[Place, ...]


def reported(run: Comparison) -> Iterator[Reported]:
    """Every finding, worst first. Its first place lies in changed lines, where the run tells of any, and there in a
    source that must be wrong, where that is known."""
    index = Index(run)
    documents = {each.id: each for each in run.documents}
    changed = dict(run.changed)
    for finding in worst_first(run.findings):
        fact = index.fact(finding)
        wrong = set(fact.wrong) if fact is not None else set()

        def rank(each: Assertion, wrong: set[str] = wrong) -> tuple[int, bool]:
            lines = changed.get(each.document)
            touched = lines is not None and any(first <= each.line <= last for first, last in lines)
            return (0 if touched else 1 if lines is not None else 2), each.document not in wrong

        title, message = index.told(finding, fact)
        evidence = sorted(index.evidence(finding.evidence), key=rank)
        places = [_stated(each, documents.get(each.document)) for each in evidence]
        if finding.at is not None:
            places.append(_written(finding.at, documents.get(finding.at.document)))
        yield Reported(finding, title, message, tuple(places))


def _stated(each: Assertion, document: Document | None) -> Place:
    lines = each.text.split("\n")
    part = _part(document, each.start)
    return Place(
        path=hosted(each.document if document is None else document.path),
        line=each.line if part is None else None,
        column=each.column,
        end_line=each.line + len(lines) - 1,
        end_column=each.column + len(each.text) if len(lines) == 1 else len(lines[-1]) + 1,
        part=part,
        text=each.text,
        sentence=each.sentence,
        start=each.start,
        end=each.end,
    )


def _written(at: Spot, document: Document | None) -> Place:
    """The place of a finding that no assertion is the evidence of, as one line from its column on."""
    part = _part(document, 0)
    return Place(
        path=hosted(at.document if document is None else document.path),
        line=at.line if part is None else None,
        column=at.column,
        end_line=at.line,
        end_column=at.column + 1,
        part=part,
        text=at.text,
        sentence=at.text,
        start=0,
        end=0,
    )


def hosted(path: str) -> str:
    """A path as code hosts write it: `./a.txt` is `a.txt`."""
    path = path.replace(os.sep, "/")
    return path if path == "-" else PurePosixPath(path).as_posix()


def _part(document: Document | None, offset: int) -> str | None:
    """What stands for a line where a source has none."""
    if document is None:
        return None
    return f"record {document.record}" if document.record is not None else document.part(offset)


def sentence(found: Reported, most: int = 4) -> str:
    """A finding on one line: title, message, and who says what."""
    said = "; ".join(each.words for each in found.places[:most])
    more = f"; and {len(found.places) - most:,} more" if len(found.places) > most else ""
    return f"{found.title}: {found.message}" + (f" ({said}{more})" if said else "")
