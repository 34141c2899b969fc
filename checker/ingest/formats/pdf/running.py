"""Running heads and page numbers: what stands at the same place on several pages and says the same but for figures."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from checker.ingest.formats.pdf.lines import Line

EDGE = 3  # lines at the top and bottom of a page among which running heads are
NEAR = 6  # points by which one may move from page to page
APART = 2  # pages: those of left and right pages differ
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"page\s\d+(?:\s(?:of|/)\s\d+)?|[-–—]\s?\d+\s?[-–—]|\d+\s?(?:/|of)\s?\d+|1", re.IGNORECASE)
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: [AP]M)?(?: \| .*)?|\S+:/\S+ \| \d+/\d+")


def without(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page but these."""
    found = set(_repeated(pages)) | set(_alone(pages))
    return [[line for line in page if line not in found] for page in pages]


def _edges(page: Sequence[Line]) -> Iterator[tuple[bool, Line]]:
    """The lines at the top of a page, and (True) those at its bottom."""
    order = sorted(page, key=lambda line: -line.top)
    yield from ((False, line) for line in order[:EDGE])
    yield from ((True, line) for line in order[-EDGE:])


def _repeated(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    alike: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    numbers: Counter[int] = Counter()
    for page in pages:
        for below, line in _edges(page):
            alike[below, _FIGURES.sub("#", line.text)].append(line)
        numbers.update({int(figures) - line.page for _, line in _edges(page) for figures in _numbers(line)})
    ahead, often = numbers.most_common(1)[0] if numbers else (0, 0)
    for (_, words), lines in alike.items():
        for line in lines:
            if not words.strip(" #|"):
                if often > 1 and line.page + ahead in map(int, _numbers(line)):
                    yield line
            elif any(0 < abs(line.page - one.page) <= APART and abs(line.bottom - one.bottom) < NEAR for one in lines):
                yield line


def _numbers(line: Line) -> list[str]:
    """The figures of a line that may be a page's number."""
    return [figures for figures in _FIGURES.findall(line.text) if len(figures) < 5]


def _alone(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """The first or last line of a page that is its number, or what a browser prints around a page."""
    for page in pages:
        order = sorted(page, key=lambda line: -line.top)
        for line in {*order[:1], *order[-1:]}:
            if len(page) > 1 and (_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text)):
                yield line
