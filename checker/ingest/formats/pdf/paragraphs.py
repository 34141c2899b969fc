"""Lines to paragraphs, over the ends of columns and pages, with words made whole that a line's end has parted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from statistics import median

from checker.ingest.formats.pdf.lines import Line
from checker.ingest.formats.pdf.words import HYPHEN, SOFT
from checker.ingest.furniture import CLOSING, ENDS
from checker.ingest.rows import CELLS

Paragraph = list[Line]

INDENT = 24.0  # points by which lines of one column may begin farther right or left
USUAL = 1.1  # from line to line, in heights of a line, where nothing tells better
_ITEM = re.compile(r"(?:[•▪●◦‣·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s", re.IGNORECASE)
_HYPHENS = ("-", "‐", HYPHEN, SOFT)
_BEFORE = re.compile(r"([^\W\d_]+)$")
_AFTER = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_NUMERALS = frozenset(
    "two three four five six seven eight nine half twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_ENDINGS = ("teen", "ti", "ty", "th", "fold", "some", "pence", "score")  # of numerals in one word: six-teen, six-ties
_SUSPENDED = frozenset(("and", "or", "to"))  # `14- and 15-year-olds`


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The lines of each paragraph. Notes at the foot of a page follow the paragraph that it ends with."""
    usual = _usual(pages)
    edges: dict[Line, float] = {}
    found: list[Paragraph] = []
    waiting: list[Paragraph] = []
    for page in pages:
        body, notes = _notes(page)
        edges |= _edges(body)
        for line in body:
            if found and _goes_on(found[-1], line, usual, edges[found[-1][-1]]):
                found[-1].append(line)
            else:
                found += waiting
                waiting = []
                found.append([line])
        for line in notes:
            edges[line] = line.right
            if waiting and _goes_on(waiting[-1], line, usual, line.right):
                waiting[-1].append(line)
            else:
                waiting.append([line])
    return found + waiting


def joined(paragraph: Paragraph, known: Vocabulary) -> Iterator[tuple[str, int]]:
    """The texts that make a paragraph, one a line, and the page of each."""
    for at, (above, line) in enumerate(pairwise(paragraph), 1):
        if _is_cell(paragraph[:at], line):
            yield f"{above.text}{CELLS}", above.page
        elif above.text.endswith(_HYPHENS):
            yield known.mended(above.text, line.text), above.page
        else:
            yield f"{above.text} ", above.page
    yield paragraph[-1].text, paragraph[-1].page


def _edges(page: Sequence[Line]) -> dict[Line, float]:
    """Where the lines end that begin about where a line does: the edge of its column."""
    farthest: dict[int, float] = defaultdict(lambda: -inf)
    for line in page:
        at = round(line.left / INDENT)
        farthest[at] = max(farthest[at], line.right)
    return {line: max(farthest[round(line.left / INDENT) + one] for one in (-1, 0, 1)) for line in page}


def _usual(pages: Sequence[Sequence[Line]]) -> float:
    """From line to line of a paragraph, in heights of a line."""
    steps = [
        (above.bottom - below.bottom) / below.size
        for page in pages
        for above, below in pairwise(page)
        if _alike(above, below) and 0 < above.bottom - below.bottom < 3 * below.size
    ]
    return max(median(steps), USUAL) if steps else USUAL


def _notes(page: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines of a page, those of small print at its end apart."""
    if not page:
        return page, ()
    size = median(line.size for line in page)
    end = len(page)
    while end and page[end - 1].size < 0.9 * size:
        end -= 1
    return (page[:end], page[end:]) if all(line.top < page[end - 1].bottom for line in page[end:]) else (page, ())


def _alike(one: Line, two: Line) -> bool:
    return abs(one.size - two.size) < 0.15 * max(one.size, two.size)


def _ends(line: Line) -> bool:
    return line.text.rstrip(CLOSING)[-1:] in ENDS


def _goes_on(paragraph: Paragraph, line: Line, usual: float, edge: float) -> bool:
    """Whether a line belongs to the paragraph above it; `edge` is where the lines of its column end."""
    above = paragraph[-1]
    if _is_cell(paragraph, line) or _is_in_cell(paragraph, line, usual):
        return True
    if len(paragraph[0].cells) > 1 or len(line.cells) > 1 or not _alike(above, line):
        return False
    parted = above.text.endswith(_HYPHENS)
    step = above.bottom - line.bottom
    if line.page != above.page or step < 0.2 * line.size:  # another page or column
        full = above.right > edge - 2 * above.size
        return parted or (not _ends(above) and (line.text[0].islower() or (full and not _ITEM.match(line.text))))
    if step > 1.25 * usual * line.size:
        return parted and step < 4 * line.size
    short = edge - above.right
    width = edge - min(above.left, line.left)
    if _ITEM.match(line.text) and (_ends(above) or short > 0.15 * width):
        return False
    if line.left > above.left + 0.8 * line.size and _ends(above) and not _ITEM.match(paragraph[0].text):
        return False  # the first line of a paragraph is set in
    if short > 0.35 * width and not line.text[0].islower():
        return False
    return not (short > 0.15 * width and _ends(above))


def _is_cell(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line stands to the right of a few lines that are one cell of its row."""
    above = paragraph[-1]
    middle = (line.top + line.bottom) / 2
    return (
        line.page == above.page
        and len(paragraph) <= 4
        and line.left > max(one.right for one in paragraph)
        and above.bottom - line.size / 2 < middle < paragraph[0].top + line.size / 2
    )


def _is_in_cell(paragraph: Paragraph, line: Line, usual: float) -> bool:
    """Whether a line goes on below the last cell of a row."""
    row, above = paragraph[0], paragraph[-1]
    return (
        len(row.cells) > 1 == len(line.cells)
        and line.page == row.page
        and abs(line.left - row.last) < line.size / 2
        and 0 < above.bottom - line.bottom < 1.25 * usual * line.size
    )


class Vocabulary:
    """The words of a document, which tell where a hyphen at the end of a line belongs to the word."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = list(lines)

    @cached_property
    def _words(self) -> tuple[frozenset[str], frozenset[str]]:
        text = "\n".join(line.text.lower() for line in self._lines)
        return frozenset(_AFTER.findall(text)), frozenset(_COMPOUND.findall(text))

    def mended(self, text: str, below: str) -> str:
        """The text of a line that ends with a hyphen, as it is to stand before the text of the line below."""
        stem = text[:-1]
        before, after = _BEFORE.search(stem), _AFTER.match(below)
        if after and after[0] in _SUSPENDED and text[-1] in _HYPHENS[:2]:
            return f"{text} "
        if text[-1] == SOFT or (before and after and after[0].islower() and self._is_one(before[1].lower(), after[0])):
            return stem
        return f"{stem}-" if stem[-1:].isalnum() else f"{text} "

    def _is_one(self, before: str, after: str) -> bool:
        plain, compounds = self._words
        if before + after in plain:
            return True
        if f"{before}-{after}" in compounds:
            return False
        return before not in _NUMERALS or after.startswith(_ENDINGS)
