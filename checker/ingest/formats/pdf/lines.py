"""Words to lines, in the order in which they are read.

PDFs are mostly drawn in that order. What is mended is the one common exception: columns drawn line by line across the
page. Cells of a table are kept on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.ingest.formats.pdf.words import Word
from checker.ingest.rows import row

CELL = 1.5  # as wide a gap, in heights of the line, is no space between words
PROSE = 4  # words of a line of prose, and lines of a column, at least on average


_LEADERS = re.compile(r"(?:\s*\.){5,}\s*")  # dots that lead the eye from one cell to the next
Gap = tuple[float, float]
"""Where it begins and ends, across the page."""


class Line(NamedTuple):
    """A line of text or row of cells, with its place in points. `page` counts from 1."""

    cells: tuple[str, ...]
    left: float
    bottom: float
    right: float
    top: float
    page: int
    last: float = 0  # where the last cell begins

    @property
    def text(self) -> str:
        """What stands there."""
        return row(self.cells)

    @property
    def size(self) -> float:
        """The height of its letters' line."""
        return self.top - self.bottom


def lines(words: Iterable[Word], page: int) -> list[Line]:
    """The lines of a page, from its words as they are drawn."""
    rows = _rows(_segments(words))
    found: list[Line] = []
    at = 0
    while at < len(rows):
        end, gaps = _columns(rows, at)
        for column in range(len(gaps) + 1):
            for one in rows[at:end]:
                cells = [cell for cell in one if sum(cell.left >= gap[0] for gap in gaps) == column]
                if cells:
                    found.append(_line(cells, page))
        at = end
    return found


def _line(cells: Sequence[Word], page: int) -> Line:
    return Line(
        tuple(part for cell in cells for part in _LEADERS.split(cell.text) if part),
        cells[0].left,
        min(cell.bottom for cell in cells),
        cells[-1].right,
        max(cell.top for cell in cells),
        page,
        cells[-1].left,
    )


def _segments(words: Iterable[Word]) -> Iterator[Word]:
    """Words on one line without a gap between them, as one."""
    whole: Word | None = None
    for word in words:
        if whole is not None and whole.beside(word) and -0.5 * whole.size < word.left - whole.right < CELL * whole.size:
            whole = Word(
                f"{whole.text} {word.text}",
                whole.left,
                min(whole.bottom, word.bottom),
                max(whole.right, word.right),
                max(whole.top, word.top),
            )
        else:
            if whole is not None:
                yield whole
            whole = word
    if whole is not None:
        yield whole


def _rows(segments: Iterator[Word]) -> list[list[Word]]:
    """Segments that follow each other to the right on one line."""
    rows: list[list[Word]] = []
    for segment in segments:
        if rows and rows[-1][-1].beside(segment) and segment.left > rows[-1][-1].right:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _columns(rows: Sequence[list[Word]], start: int) -> tuple[int, list[Gap]]:
    """Where the rows end that leave the same gaps, and these gaps where they part columns of prose."""
    gaps = [(left.right, right.left) for left, right in pairwise(rows[start])]
    end = start + 1
    while gaps and end < len(rows) and _follows(rows[end - 1], rows[end]) and (fit := _narrowed(gaps, rows[end])):
        gaps, end = fit, end + 1
    full = [row for row in rows[start:end] if len(row) == len(gaps) + 1]
    prose = len(full) >= PROSE and all(map(_is_prose, zip(*full, strict=True)))
    return end, gaps if prose else []


def _follows(above: Sequence[Word], below: Sequence[Word]) -> bool:
    return 0 < above[0].bottom - below[0].bottom < 2 * max(above[0].size, below[0].size)


def _narrowed(gaps: list[Gap], row: Sequence[Word]) -> list[Gap]:
    """The gaps that are left when a row is added; none where it reaches across one."""
    if len(row) == len(gaps) + 1:
        here = [(left.right, right.left) for left, right in pairwise(row)]
        gaps = [(max(one[0], two[0]), min(one[1], two[1])) for one, two in zip(gaps, here, strict=True)]
        return gaps if all(left < right for left, right in gaps) else []
    if len(row) > len(gaps) + 1 or any(cell.left < right and cell.right > left for cell in row for left, right in gaps):
        return []
    return gaps


def _is_prose(column: Sequence[Word]) -> bool:
    return sum(cell.text.count(" ") + 1 for cell in column) >= PROSE * len(column)
