"""Rows of the HTML report: each source's statement with its bar, how it was read, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from checker.model.comparison import Assertion, Comparison, FactResult
from checker.model.mention import Timex
from checker.report import _words
from checker.report._order import Index
from checker.report.html.scale import Bar, Scale, scale
from checker.report.html.why import why
from checker.values.amounts import stands_for

SIDES = 4  # sides with a colour and a mark of their own; later ones share a ring without colour, and have no band

ORIGINS = {
    "text": "stated in the text",
    "metadata": "from the file’s metadata",
    "url": "from the URL",
    "filename": "from the file name",
    "option": "given as an option",
}


class Row(NamedTuple):
    """One source's statement, with its bar."""

    id: str
    source: str
    source_anchor: str
    anchor: str  # the place in the source's page; the page itself where the run has no texts
    published: str
    place: str
    copy_of: str  # the name of the source whose story it prints
    text: str
    label: str
    side: int  # -1 beside the verdict
    tag: str  # why it is beside the verdict: `planned`, `denied`, the reason it cannot be compared
    bar: Bar | None
    before: str
    value: str
    after: str
    how: tuple[tuple[str, str], ...]  # how the value was read, as terms and descriptions


class Column(NamedTuple):
    """A clashing value: who states it, and one sentence that says so."""

    side: int
    label: str
    sources: tuple[str, ...]
    quote: Row | None


class Rows:
    """Makes the rows of one run."""

    def __init__(self, run: Comparison, index: Index) -> None:
        self.index = index
        self.names = _words.names(run.documents)
        self.documents = {each.id: each for each in run.documents}
        ids = [each.id for each in run.documents]
        self.sources = dict(zip(ids, anchors("source", ids), strict=True))
        self._copies = _words.copies(run)
        self._paged = {each.document for each in run.pages}

    def of(self, fact: FactResult | None, evidence: Iterable[str], draw: bool = True) -> tuple[Scale | None, list[Row]]:
        """The rows of a fact, its sides first, or of a finding's evidence, and the scale that holds them."""
        sides = {each: at for at, side in enumerate(fact.sides if fact else ()) for each in side.assertions}
        found = self.index.evidence(dict.fromkeys([*sides, *(fact.assertions if fact else ()), *evidence]))
        judged = [each for each in found if each.id in sides] if sides else found
        shared = _scale(judged, [each for each in found if each.id not in sides]) if draw and judged else None
        return shared, [self._row(each, sides, shared) for each in found]

    def columns(self, fact: FactResult | None, rows: list[Row]) -> tuple[Column, ...]:
        """The clashing values, none where all agree."""
        if fact is None or len(fact.sides) < 2:
            return ()
        by_id = {row.id: row for row in rows}
        return tuple(
            Column(
                min(at, SIDES),
                side.label,
                tuple(self.names.get(each, each) for each in side.documents),
                _quoted([by_id[each] for each in side.assertions if each in by_id], side.label),
            )
            for at, side in enumerate(fact.sides)
        )

    def dated(self, document: str) -> str:
        """The publication date of a document and where it came from, in words; "" where there is none."""
        found = self.documents.get(document)
        if found is None or not found.published:
            return ""
        origin = ORIGINS.get(found.published_from or "", found.published_from or "")
        return f"{_words.date(found.published)}, {origin}" if origin else _words.date(found.published)

    def _row(self, each: Assertion, sides: dict[str, int], shared: Scale | None) -> Row:
        document = self.documents.get(each.document)
        before, value, after = _words.marked(each)
        side = min(sides.get(each.id, -1 if sides else 0), SIDES)
        tag = "; ".join(each.missing) or (each.status if each.status != "asserted" else "")
        source = self.sources.get(each.document, "")
        return Row(
            id=each.id,
            source=self.names.get(each.document, each.document),
            source_anchor=source,
            anchor=each.id if each.document in self._paged else source,
            published=_words.date(document.published) if document and document.published else "",
            place=_words.place(each, document),
            copy_of=self._copies.get(each.document, ""),
            text=each.text,
            label=each.label,
            side=side,
            tag=tag or ("beside the verdict" if side < 0 else ""),
            bar=shared.bar(each.value) if shared is not None else None,
            before=before,
            value=value,
            after=after,
            how=tuple(self._how(each)),
        )

    def _how(self, each: Assertion) -> Iterable[tuple[str, str]]:
        yield "read as", each.label
        if not isinstance(each.value, Timex) or each.value.earliest is None:
            yield "allows", stands_for(each.value)  # a date says so by its own words
        reasons = why(each.value, each.text) if each.means is None else ()  # the value of another fact has its own
        yield from (("because", reason) for reason in (*reasons, *each.notes))
        yield from ((name, value) for name, value in each.qualifiers)
        if each.status != "asserted":
            yield "status", each.status
        if each.speaker:
            yield "said by", each.speaker
        if each.as_of:
            yield "as of", _words.date(each.as_of)
        yield "published", self.dated(each.document) or "no date is known, so relative dates stay open"
        if each.matched:
            yield "found by", each.matched


def _quoted(rows: list[Row], label: str) -> Row | None:
    """The row that is quoted for a side: the first that says just this value, not one that only allows it."""
    return next((row for row in rows if row.label == label), rows[0] if rows else None)


def anchors(kind: str, ids: list[str]) -> list[str]:
    """A stable, unique anchor for each id: its letters and digits, with a number where two would be alike."""
    found: dict[str, int] = {}
    made: list[str] = []
    for each in ids:
        slug = "".join(mark if mark.isalnum() or mark in "._" else "-" for mark in each).strip("-") or "0"
        found[slug] = found.get(slug, 0) + 1
        made.append(f"{kind}-{slug}" if found[slug] == 1 else f"{kind}-{slug}~{found[slug]}")
    return made


def who(rows: list[Row]) -> str:
    """Who states a fact: the one source by name, several by their number."""
    stating = list(dict.fromkeys(row.source for row in rows if row.side >= 0))
    return stating[0] if len(stating) == 1 else _words.plural(len(stating), "source") if stating else ""


def worth_drawing(rows: list[Row]) -> bool:
    """Whether a drawing tells more than the words: not where all bars are one."""
    return len({row.bar for row in rows if row.bar}) > 1


def bands(fact: FactResult | None, shared: Scale | None) -> tuple[tuple[int, float, float], ...]:
    """What each coloured side's sources have in common, to be drawn behind the bars: side, start, width."""
    if fact is None or shared is None:
        return ()
    bars = ((at, shared.bar(side.value)) for at, side in enumerate(fact.sides[:SIDES]))
    return tuple((at, bar.low, round(bar.high - bar.low, 2)) for at, bar in bars if bar and bar.high > bar.low)


def _scale(judged: list[Assertion], beside: list[Assertion]) -> Scale | None:
    """A scale for what is judged; what stands beside it widens the scale where it is of the same sort."""
    counted = all(each.kind in ("count", "number") for each in judged)
    values = [each.value for each in judged]
    narrow = scale(values, counted)
    if narrow is None:
        return None
    return scale([*values, *(each.value for each in beside if narrow.bar(each.value))], counted)
