"""Sources as pages: the text line by line with every mention marked, what a rule takes with a link to its fact."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model.comparison import Assertion, Comparison
from checker.model.document import Document, Span
from checker.model.page import Mark, Page
from checker.report import _words
from checker.report.html.rows import Rows

WHOLE = 1_000_000  # characters of all sources up to which they are shown whole; beyond it, the sentences with a claim
_WORST = {verdict: at for at, verdict in enumerate(_words.WORDS)}
LISTED = 200  # statements, and values that no rule claims, listed for one source


class Link(NamedTuple):
    """To the card that a place in a source belongs to; `id` is the anchor of the place."""

    id: str
    to: str
    title: str
    says: str
    verdict: str


class Piece(NamedTuple):
    """A part of a line: text, a value that rules claim (`links`), one that none does (`allows`), or an anchor alone."""

    text: str
    links: tuple[Link, ...] = ()
    allows: str = ""
    id: str = ""


class Line(NamedTuple):
    """A line of the text; `place` is how the source numbers it, and `off` says that it is no article."""

    place: str
    pieces: tuple[Piece, ...]
    off: bool


class Free(NamedTuple):
    """A value that no rule claims."""

    anchor: str
    place: str
    text: str
    allows: str
    kind: str


class Source(NamedTuple):
    """A document, what it states, its text, and the values in it that no rule claims."""

    anchor: str
    name: str
    document: Document
    dated: str
    copy_of: str  # the name of the source whose story it prints
    statements: tuple[tuple[str, str, str], ...]  # anchor of the fact, its title, what is said
    total: int  # of all statements, of which a long list shows the first
    lines: tuple[Line, ...]
    cut: bool  # whether only sentences with a claim are shown
    free: tuple[Free, ...]
    loose: int  # of all values that no rule claims


class _Spot(NamedTuple):
    """A place to mark: claimed by assertions, or a mention that none claims."""

    start: int
    end: int
    claims: tuple[Assertion, ...]
    mark: Mark | None


def sources(
    run: Comparison,
    rows: Rows,
    stated: Mapping[str, Sequence[tuple[str, str, str]]],
    links: Mapping[str, Sequence[Link]],
) -> tuple[Source, ...]:
    """All sources. `stated` has each document's statements, `links` for each assertion the cards it belongs to."""
    pages = {each.document: each for each in run.pages}
    whole = shown_whole(run)
    copies = _words.copies(run)
    said: dict[str, list[Assertion]] = {}
    for each in run.assertions:
        said.setdefault(each.document, []).append(each)
    made = []
    for number, document in enumerate(run.documents):
        page, statements = pages.get(document.id), stated.get(document.id, ())
        spots = list(_spots(said.get(document.id, ()), page.marks)) if page is not None else []
        free = [each for each in spots if each.mark is not None]
        made.append(
            Source(
                anchor=rows.sources[document.id],
                name=rows.names[document.id],
                document=document,
                dated=rows.dated(document.id),
                copy_of=copies.get(document.id, ""),
                statements=tuple(statements[:LISTED]),
                total=len(statements),
                lines=tuple(_lines(document, page, number, spots, links, whole=whole)) if page is not None else (),
                cut=not whole,
                free=tuple(_free(document, number, each) for each in free[:LISTED]) if whole else (),
                loose=len(free),
            )
        )
    return tuple(made)


def shown_whole(run: Comparison) -> bool:
    """Whether the sources are short enough to be shown from end to end."""
    return sum(len(each.text) for each in run.documents) <= WHOLE


def place_of(document: int, offset: int) -> str:
    """The anchor of a place that no assertion stands at: the number of its document, and the character."""
    return f"at-{document}-{offset}"


def _spots(said: Sequence[Assertion], marks: Sequence[Mark]) -> Iterator[_Spot]:
    """The places to mark, in order; assertions that overlap are one place, and a mention under one is part of it."""
    claims: list[_Spot] = []
    for each in sorted(said, key=lambda one: (one.start, -one.end)):
        if claims and each.start < claims[-1].end:
            last = claims[-1]
            claims[-1] = last._replace(end=max(last.end, each.end), claims=(*last.claims, each))
        else:
            claims.append(_Spot(each.start, each.end, (each,), None))
    free: list[_Spot] = []
    starts = [each.start for each in claims]
    for mark in marks:
        at = bisect_right(starts, mark.start) - 1
        claimed = (at >= 0 and claims[at].end > mark.start) or (at + 1 < len(claims) and starts[at + 1] < mark.end)
        if not claimed and not (free and free[-1].end > mark.start):
            free.append(_Spot(mark.start, mark.end, (), mark))
    yield from sorted([*claims, *free])


def _free(document: Document, number: int, spot: _Spot) -> Free:
    assert spot.mark is not None
    text = " ".join(document.text[spot.start : spot.end].split())
    place = _words.place_at(document, spot.start)
    return Free(place_of(number, spot.start), place, text, spot.mark.allows, spot.mark.kind)


def _lines(
    document: Document,
    page: Page,
    number: int,
    spots: Sequence[_Spot],
    links: Mapping[str, Sequence[Link]],
    *,
    whole: bool,
) -> Iterator[Line]:
    text = document.text
    targets = {each.start for each in page.misses}
    marked = [*((each.start, each) for each in spots), *((start, None) for start in targets)]
    marked.sort(key=lambda one: (one[0], one[1] is not None))
    starts = [start for start, _ in marked]
    at, before = 0, ""
    for start, end in _windows(text) if whole else _sentences(spots):
        at = bisect_right(starts, start - 1, lo=at)
        pieces, done = [], start
        while at < len(marked) and starts[at] < end:
            first, spot = marked[at]
            if first > done:
                pieces.append(Piece(text[done:first]))
                done = first
            if spot is None:
                pieces.append(Piece("", id=place_of(number, first)))
            else:
                done = spot.end
                pieces.append(_piece(text[first:done], spot, number, links))
            at += 1
        if done < end:
            pieces.append(Piece(text[done:end]))
        off = any(low <= start and end <= high for low, high in document.furniture)
        place = _words.numbered(document, start)
        yield Line(place if place != before else "", tuple(pieces), off)
        before = place


def _windows(text: str) -> Iterator[Span]:
    """The lines of a text that are not empty."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _sentences(spots: Sequence[_Spot]) -> Iterator[Span]:
    """The sentences that make a claim, each once."""
    reached = 0
    for span in sorted({claim.sentence_span for spot in spots for claim in spot.claims}):
        if span[0] >= reached:
            yield span
            reached = span[1]


def _piece(text: str, spot: _Spot, number: int, links: Mapping[str, Sequence[Link]]) -> Piece:
    if spot.mark is not None:
        return Piece(text, allows=spot.mark.allows, id=place_of(number, spot.start))
    found = [link for claim in spot.claims for link in links.get(claim.id) or [Link(claim.id, "", "", "", "")]]
    return Piece(text, tuple(sorted(found, key=lambda link: _WORST.get(link.verdict, len(_WORST)))))
