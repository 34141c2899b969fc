"""When a text says it was published: a line or dateline near its top, or its own address.

A date in running prose is what the article is about, never when it appeared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from checker.ingest import days
from checker.ingest.cues import kind_of
from checker.ingest.rows import CELLS
from checker.model.document import Span


class Stated(NamedTuple):
    """What a text says of its publication: the day, and the spans that say it, which are no article."""

    published: str | None
    spans: tuple[Span, ...]


class _Line(NamedTuple):
    start: int
    text: str


Label = Literal["first", "later", "caption"]
"""Of the article, of its latest change, or of a picture or film beside it, which may be much older."""

TOP_LINES, TOP_CHARACTERS = 12, 4000
LONGEST = 300  # no line that states its publication is longer
TIMELINE = 3  # as many lines that are bare dates head the parts of a chronology

_MARKER = re.compile(r"\s*(?:date(?: of publication)?|published(?: on)?|posted on)?:?\s*", re.IGNORECASE)
_BEFORE_WORD = re.compile(r"[ \t]+(?=[A-Z\d\"“'‘].{20})")  # a sentence, not an hour
_FIRST = r"(?:first\s|originally\s)?(?:published|posted|created|issued|filed|released)|publication date|publish date"
_LATER = r"(?:last\s)?(?:updated|modified|edited)|last update|update"
_LABEL = re.compile(
    rf"\b(?:(?P<first>{_FIRST})|(?P<later>{_LATER})|date)(?:\s+date)?\b\s*(?:on|at|:|—|–|-)?\s*", re.IGNORECASE
)
_PLACED = re.compile(r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|of|the|and|for|in)){0,6}\s?[,|–—-]\s*")
_AGENCIES = r"(?:The\s)?(?:Associated\sPress|Agence\sFrance-Presse|Reuters|Bloomberg)|[A-Z]{2,7}"
_BUREAU = re.compile(
    rf"(?:(?:{_AGENCIES})(?:\sNews)?\s?[,|–—-]|\(?(?:{_AGENCIES})\)\s?[,|–—-]?)\s*"
)  # `AP, June 4, 2025`
_BYLINE_DATE = re.compile(r"by\b[^|]{1,60}?(?:(\|)\s*|\s+(?=[A-Z\d]\S*\s+\S*\d))", re.IGNORECASE)
_BYLINE = re.compile(r"by\b.{0,120}", re.IGNORECASE)
_PLACE = r"[A-Z][A-Za-z.'’ -]{1,30}(?:,\s[A-Z][A-Za-z.'’ ]{1,20})?"
_AGENCY = r"(?:\s*\((?P<agency>[A-Z][\w .&/-]{1,30})\)|\s*/[A-Z][\w .-]{1,20}/)"
_DATELINE = re.compile(
    rf"\s*(?P<place>{_PLACE}),?\s\(?(?P<day>(?i:{days.MONTH})\s\d\d?|\d\d?\s(?i:{days.MONTH}))(?:,?\s(?P<year>{days.YEAR}))?\)?"
    rf"(?P<agency_part>{_AGENCY})?\s*(?P<dash>[—–-]{{1,2}}|:)\s"
)
_COPYRIGHT = re.compile(rf"(?:©|\(c\)|copyright)\D{{0,12}}({days.YEAR})", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+")
_TWO_LINES = re.compile(r"\s*[^\n]*\n?\s*[^\n]*")
_SOURCE = re.compile(r"\s*(?:[A-Za-z]+(?:\s[A-Za-z]+){0,2}\s?:\s*)?[<(\[]?(?:https?://|www\.)\S+\s*")


def stated(text: str, year: str | None = None) -> Stated:
    """The publication date that a text states in a line of its own; `year` is what else is known (a file name)."""
    top = list(islice(_lines(text[:TOP_CHARACTERS]), TOP_LINES))
    dated = [line for line in top if len(line.text) <= LONGEST and ("20" in line.text or "19" in line.text)]
    spans: list[Span] = []
    found: list[str] = []
    if marker := _marker(text):
        found.append(marker[0])
        spans.append(marker[1])
    labelled, bare = list(_labelled(dated)), _bare(dated, text)
    spans += [span for _, _, span in labelled] + [span for _, span in bare]
    found += [day for kind, day, _ in labelled if kind == "first"] + [day for day, _ in bare]
    found += [day for kind, day, _ in labelled if kind == "later"]
    if dateline := _dateline(top[:6], text, year):
        spans.append(dateline[1])
        found += [dateline[0]] if dateline[0] else []
    return Stated(found[0] if found else None, tuple(spans))


def _marker(text: str) -> tuple[str, Span] | None:
    """A date that stands before the first word of the text: `date 2025-06-04 The bridge fell`."""
    marker = _MARKER.match(text)
    stamp = marker and days.STAMP.match(text, marker.end())
    if stamp and (day := days.of_match(stamp)) and (gap := _BEFORE_WORD.match(text, stamp.end())):
        return day, (0, gap.end())
    return None


def own_address(text: str) -> str | None:
    """The dated address that a page gives as its own: alone on a line, else in its first or last two lines."""
    if "://" not in text and "www." not in text:
        return None
    top, bottom = _edges(text)
    alone: list[str] = []
    among: list[str] = []
    for address in _ADDRESS.finditer(text):
        if days.in_address(address[0]):
            start = text.rfind("\n", 0, address.start()) + 1
            end = text.find("\n", address.end())
            end = end if end >= 0 else len(text)
            if _SOURCE.fullmatch(text, start, end):
                alone.append(address[0])
            elif start < top or start > bottom:
                among.append(address[0])
    found = alone or among
    return found[-1] if found else None


def _edges(text: str) -> tuple[int, int]:
    """Where the first two lines end and before which the last two begin, blank lines not counted."""
    first = _TWO_LINES.match(text)
    end = len(text.rstrip())
    for _ in range(2):
        begin = max(text.rfind("\n", 0, end), 0)
        end = begin
        while end and text[end - 1].isspace():
            end -= 1
    return (first.end() if first else 0), begin - 1


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield _Line(start, line)
        start += len(line) + 1


def _labelled(lines: list[_Line]) -> Iterator[tuple[Label, str, Span]]:
    """`Published: 3 June 2025`, `by: Ana Brandt Updated: ...`, `(Published Monday, June 2, 2025)` below a video."""
    for line in lines:
        end = 0
        for label in _LABEL.finditer(line.text):
            stamp = days.STAMP.match(line.text, label.end())
            before = line.text[end : label.start()].strip(" \t|•·,;–—-")
            # A colon or a bracket sets a label apart from whatever stands before it; a mere word does not.
            apart = label[0].rstrip().endswith(":") or before.endswith("(")
            if stamp and (apart or not before or _BYLINE.fullmatch(before)) and _closes(line.text[stamp.end() :]):
                end = stamp.end()
                kind: Label = "caption" if before.endswith("(") else "later" if label["later"] else "first"
                if day := days.of_match(stamp):
                    yield kind, day, (line.start + label.start(), line.start + end)


def _closes(rest: str) -> bool:
    """Whether what follows a date on its line is no sentence: a zone, a site's name, a further label."""
    return bool(_LABEL.search(rest)) or (len(rest.split()) <= 4 and not (rest.endswith(".") and " " in rest.strip()))


def _bare(lines: list[_Line], text: str) -> list[tuple[str, Span]]:
    """Lines that are a date and no more but a byline or, below a title, a place: `June 3, 2025`, `Norby, 3 June 2025`.

    None where such lines head the parts of a chronology.
    """
    first = len(text) - len(text.lstrip())
    found = []
    for line in lines:
        words = line.text.strip(" \t|•·–—-()[]")
        stamp = days.STAMP.fullmatch(words)
        if not stamp and (by := _BYLINE_DATE.match(words)) and (kind_of(words) or by[1]):
            stamp = days.STAMP.fullmatch(words, by.end())
        if not stamp and (placed := (_PLACED if line.start > first else _BUREAU).match(words)):
            stamp = None if _is_row(line, text) else days.STAMP.fullmatch(words, placed.end())
        if stamp and (day := days.of_match(stamp)):
            found.append((day, (line.start, line.start + len(line.text))))
    if found and sum(_is_date(line.text) for line in _lines(text)) >= TIMELINE:
        return []
    return found[:1]


def _is_row(line: _Line, text: str) -> bool:
    """Whether a line is one of several rows of a table: `Opened | 14 June 1968`."""
    above = text[: line.start].rstrip().rpartition("\n")[2]
    below = text[line.start + len(line.text) :].lstrip().partition("\n")[0]
    return CELLS in line.text and (CELLS in above or CELLS in below)


def _is_date(line: str) -> bool:
    return len(line) < 40 and days.STAMP.fullmatch(line.strip()) is not None


def _dateline(top: list[_Line], text: str, year: str | None) -> tuple[str | None, Span] | None:
    """`KYIV, May 16 (Reuters) - `: its day where the year stands there too, or something else in the text tells it."""
    for line in top:
        match = _DATELINE.match(line.text)
        if not match or not (match["agency_part"] or match["place"].split(",")[0].isupper()):
            continue
        known = match["year"] or year or _evidence(text)
        stamp = days.STAMP.fullmatch(f"{match['day']} {known}") if known else None
        return (days.of_match(stamp) if stamp else None), (line.start + match.start("place"), line.start + match.end())
    return None


def _evidence(text: str) -> str | None:
    """The year of the page's own address or of its copyright line."""
    address = own_address(text)
    if address and (day := days.in_address(address)):
        return day[:4]
    years = set(_COPYRIGHT.findall(text[-TOP_CHARACTERS:]))
    return years.pop() if len(years) == 1 else None
