"""Running heads and page numbers: what stands at the same place on several pages and says the same but for the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from checker.ingest.formats.pdf.lines import Line

EDGE = 3  # lines at the top and bottom of a page among which running heads are
NEAR = 6  # points by which one may move from page to page
APART = 2  # pages: those of left and right pages differ
_ROMAN = r"(?:^|(?<=\| ))[ivxl]{1,7}$"
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"page\s\d+(?:\s(?:of|/)\s\d+)?|[-–—]\s?\d+\s?[-–—]|\d+\s?(?:/|of)\s?\d+|1", re.IGNORECASE)
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: [AP]M)?(?: \| .*)?|\S+:/\S+ \| \d+/\d+")


def without(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page but these."""
    found = set(_repeated(pages)) | set(_alone(pages))
    return [[line for line in page if line not in found] for page in pages]


def _edges(page: Sequence[Line]) -> set[Line]:
    """The lines at the top and bottom of a page."""
    order = sorted(page, key=lambda line: -line.top)
    return {*order[:EDGE], *order[-EDGE:]}


def _repeated(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    ahead = Counter(
        number for page in pages for number in {int(one) - line.page for line in _edges(page) for one in _numbers(line)}
    )
    usual, often = ahead.most_common(1)[0] if ahead else (0, 0)
    alike: dict[str, list[Line]] = defaultdict(list)
    for page in pages:
        for line in _edges(page):
            number = str(line.page + usual)
            alike[re.sub(rf"\b{number}\b|{_ROMAN}", "#", line.text)].append(line)
    for words, lines in alike.items():
        for line in lines:
            near = (one for one in lines if 0 < abs(line.page - one.page) <= APART)
            if (words == "#" and often > 1) or any(abs(line.bottom - one.bottom) < NEAR for one in near):
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
