"""Where the machine formats point: for each finding the places of its evidence, the source to change first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from checker.model.comparison import Assertion, Comparison, Finding
from checker.report._order import Index, worst_first


class Place(NamedTuple):
    """A place in a source. A record of a JSON Lines file has no lines of its own: `line` is None there."""

    path: str
    line: int | None
    column: int
    end_line: int
    end_column: int
    record: int | None
    assertion: Assertion

    @property
    def uri(self) -> str:
        """The path as a URI reference."""
        return quote(self.path.replace("\\", "/"), safe="/~.-_")

    @property
    def words(self) -> str:
        """The quote with its place, for a message."""
        at = f"record {self.record}" if self.line is None else f"{self.line}:{self.column}"
        return f"{self.path}:{at} says “{self.assertion.text}”"


class Reported(NamedTuple):
    """A finding with its words and places."""

    finding: Finding
    title: str
    message: str
    places: tuple[Place, ...]


def reported(run: Comparison) -> Iterator[Reported]:
    """Every finding, worst first. Its first place lies in a source that must be wrong, where that is known."""
    index = Index(run)
    documents = {each.id: each for each in run.documents}
    for finding in worst_first(run.findings):
        fact = index.fact(finding)
        wrong = set(fact.wrong) if fact is not None else set()
        evidence = sorted(index.evidence(finding.evidence), key=lambda each: each.document not in wrong)
        title, message = index.told(finding, fact)
        places = []
        for each in evidence:
            document = documents.get(each.document)
            lines = each.text.split("\n")
            ends = each.column + len(each.text) if len(lines) == 1 else len(lines[-1]) + 1
            record = document.record if document is not None else None
            places.append(
                Place(
                    path=document.path if document is not None else each.document,
                    line=each.line if record is None else None,
                    column=each.column,
                    end_line=each.line + len(lines) - 1,
                    end_column=ends,
                    record=record,
                    assertion=each,
                )
            )
        yield Reported(finding, title, message, tuple(places))


def sentence(found: Reported, most: int = 4) -> str:
    """A finding on one line: title, message, and who says what."""
    said = "; ".join(each.words for each in found.places[:most])
    more = f"; and {len(found.places) - most:,} more" if len(found.places) > most else ""
    return f"{found.title}: {found.message}" + (f" ({said}{more})" if said else "")
