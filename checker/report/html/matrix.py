"""Every fact by every source, as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from checker.model.comparison import Comparison, FactResult
from checker.model.document import Document
from checker.report import _words
from checker.report._order import Index
from checker.report.html.rows import SIDES

READABLE = (12, 80)  # sources and facts up to which the table can be read


class Cell(NamedTuple):
    """What one source says of one fact."""

    text: str
    side: int  # -1 beside the verdict
    to: str  # its place in the source


class MatrixRow(NamedTuple):
    """A fact across all sources."""

    anchor: str
    verdict: str
    title: str
    cells: tuple[tuple[Cell, ...], ...]


def matrix(run: Comparison, index: Index, facts: Mapping[int, str]) -> tuple[MatrixRow, ...]:
    """The rows, worst first; none where the table is too large to be read, or has one column."""
    if len(run.documents) > READABLE[0] or len(run.facts) > READABLE[1] or len(run.documents) < 2:
        return ()
    order, paged = list(_words.WORDS), {each.document for each in run.pages}
    return tuple(
        MatrixRow(
            facts[id(fact)],
            "discovered" if fact.pack == _words.GENERAL else fact.verdict,
            index.title(fact),
            _cells(fact, index, run.documents, paged),
        )
        for fact in sorted(run.facts, key=lambda each: order.index(each.verdict))
        if fact.assertions
    )


def _cells(
    fact: FactResult, index: Index, documents: tuple[Document, ...], paged: set[str]
) -> tuple[tuple[Cell, ...], ...]:
    sides = {each: min(at, SIDES) for at, side in enumerate(fact.sides) for each in side.assertions}
    said = index.evidence(fact.assertions)
    made = []
    for document in documents:
        cells: dict[tuple[str, int], Cell] = {}
        for each in said:
            if each.document == document.id:
                cell = Cell(each.label, sides.get(each.id, -1), each.id if document.id in paged else "")
                cells.setdefault(cell[:2], cell)
        made.append(tuple(cells.values()))
    return tuple(made)
