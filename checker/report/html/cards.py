"""What the cards of the HTML report show: a finding or a fact, its clashing values, and every source on one scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from checker.model.comparison import Assertion, FactResult, Finding, RelationResult
from checker.model.document import Document
from checker.report import _words
from checker.report._order import Index
from checker.report.html.scale import Bar, Scale, scale

SIDES = 4  # sides with a colour and a mark of their own; later ones share the last
FULL = 120  # rows drawn in one card; a card with more says how many are left to the saved run


class Row(NamedTuple):
    """One source's statement, with its bar."""

    id: str
    source: str
    source_anchor: str
    published: str
    place: str
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


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that one card shows."""

    anchor: str
    facts: tuple[str, ...]  # anchors of the fact or relation that the card stands for
    verdict: str
    severity: str
    state: str
    id: str
    rule: str
    title: str
    message: str
    why: str
    link: str
    wrong: str
    reason: str
    expression: str
    steps: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: int
    who: str  # how many sources state it, or the one that does
    scale: Scale | None
    bands: tuple[tuple[int, float, float], ...]  # what each side's sources have in common: side, start, width
    patterns: tuple[str, ...]
    suppression: str


class Maker:
    """Makes cards for one run."""

    def __init__(self, index: Index, documents: tuple[Document, ...]) -> None:
        self.index = index
        self.names = _words.names(documents)
        self.documents = {each.id: each for each in documents}
        ids = [each.id for each in documents]
        self.sources = dict(zip(ids, anchors("source", ids), strict=True))

    def finding(self, finding: Finding, fact: FactResult | None, anchor: str) -> Card:
        """The card of a finding; its fact or relation, where it has one, gives the sides and the reason."""
        relation = None if fact is not None else self.index.relation(finding)
        sides, rows = self._rows(fact, finding.evidence)
        title, message = self.index.told(finding, fact)
        whole = fact or relation
        return Card(
            anchor=f"finding-{finding.id}",
            facts=(anchor,) if anchor else (),
            verdict=finding.verdict,
            severity=finding.severity,
            state=finding.state,
            id=finding.id,
            rule=finding.rule,
            title=title,
            message=_words.sentence(message),
            why=whole.why if whole else "",
            link=whole.link if whole else "",
            wrong=_words.wrong(fact, self.names) if fact is not None and fact.wrong else "",
            reason=_words.sentence(fact.reason) if fact is not None and fact.reason not in finding.message else "",
            expression=relation.expression if relation is not None else "",
            steps=finding.steps,
            columns=self._columns(fact, rows),
            rows=tuple(rows[:FULL]),
            more=max(0, len(rows) - FULL),
            who=_who(rows),
            scale=sides if fact is not None or _worth_drawing(rows) else None,
            bands=_bands(fact, sides),
            patterns=self._patterns(rows),
            suppression=_suppression(finding, fact),
        )

    def fact(self, fact: FactResult, anchor: str, draw: bool) -> Card:
        """The card of a fact that no finding is of."""
        sides, rows = self._rows(fact, fact.assertions, draw)
        return Card(
            anchor=anchor,
            facts=(),
            verdict=fact.verdict,
            severity="",
            state="",
            id="",
            rule=f"{fact.pack}/{fact.id}",
            title=self.index.title(fact),
            message=fact.sides[0].label if fact.sides else "",
            why=fact.why,
            link=fact.link,
            wrong="",
            reason=_words.sentence(fact.reason),
            expression="",
            steps=(),
            columns=(),
            rows=tuple(rows[:FULL]),
            more=max(0, len(rows) - FULL),
            who=_who(rows),
            scale=sides if _worth_drawing(rows) else None,
            bands=_bands(fact, sides),
            patterns=self._patterns(rows),
            suppression="",
        )

    def relation(self, relation: RelationResult, anchor: str) -> Card:
        """The card of a relation that no finding is of."""
        _, rows = self._rows(None, relation.evidence, draw=False)
        return Card(
            anchor=anchor,
            facts=(),
            verdict=relation.outcome,
            severity="",
            state="",
            id="",
            rule=f"{relation.pack}/{relation.id}",
            title=_words.qualified(relation.title or relation.id, (), relation.group),
            message="",
            why=relation.why,
            link=relation.link,
            wrong="",
            reason=_words.sentence(relation.reason),
            expression=relation.expression,
            steps=relation.steps,
            columns=(),
            rows=tuple(rows[:FULL]),
            more=max(0, len(rows) - FULL),
            who=_who(rows),
            scale=None,
            bands=(),
            patterns=(),
            suppression="",
        )

    def _rows(
        self, fact: FactResult | None, evidence: tuple[str, ...], draw: bool = True
    ) -> tuple[Scale | None, list[Row]]:
        sides = {each: at for at, side in enumerate(fact.sides if fact else ()) for each in side.assertions}
        found = self.index.evidence(dict.fromkeys([*sides, *(fact.assertions if fact else ()), *evidence]))
        judged = [each for each in found if each.id in sides] if sides else found
        shared = _scale(judged, [each for each in found if each.id not in sides]) if draw and judged else None
        return shared, [self._row(each, sides, shared) for each in found]

    def _row(self, each: Assertion, sides: dict[str, int], shared: Scale | None) -> Row:
        document = self.documents.get(each.document)
        before, value, after = _words.marked(each)
        side = min(sides.get(each.id, -1 if sides else 0), SIDES - 1)
        tag = "; ".join(each.missing) or (each.status if each.status != "asserted" else "")
        if side < 0 and not tag:
            tag = "beside the verdict"
        return Row(
            id=each.id,
            source=self.names.get(each.document, each.document),
            source_anchor=self.sources.get(each.document, ""),
            published=_words.date(document.published) if document and document.published else "",
            place=_words.place(each, document),
            text=each.text,
            label=each.label,
            side=side,
            tag=tag,
            bar=shared.bar(each.value) if shared is not None else None,
            before=before,
            value=value,
            after=after,
            how=_how(each),
        )

    def _columns(self, fact: FactResult | None, rows: list[Row]) -> tuple[Column, ...]:
        if fact is None or len(fact.sides) < 2:
            return ()
        by_id = {row.id: row for row in rows}
        return tuple(
            Column(
                min(at, SIDES - 1),
                side.label,
                tuple(self.names.get(each, each) for each in side.documents),
                next((by_id[each] for each in side.assertions if each in by_id), None),
            )
            for at, side in enumerate(fact.sides)
        )

    def _patterns(self, rows: list[Row]) -> tuple[str, ...]:
        matched = (self.index.assertions[row.id].matched for row in rows)
        return tuple(dict.fromkeys(each for each in matched if each))


def anchors(kind: str, ids: list[str]) -> list[str]:
    """A stable, unique anchor for each id: its letters and digits, with a number where two would be alike."""
    found: dict[str, int] = {}
    made: list[str] = []
    for each in ids:
        slug = "".join(mark if mark.isalnum() or mark in "._" else "-" for mark in each).strip("-") or "0"
        found[slug] = found.get(slug, 0) + 1
        made.append(f"{kind}-{slug}" if found[slug] == 1 else f"{kind}-{slug}~{found[slug]}")
    return made


def _how(each: Assertion) -> tuple[tuple[str, str], ...]:
    found = [("value", each.label), *(("step", note) for note in each.notes)]
    found += [("qualifier", f"{name}: {value}") for name, value in each.qualifiers]
    for name, value in (("speaker", each.speaker), ("as of", each.as_of and _words.date(each.as_of))):
        if value:
            found.append((name, value))
    return tuple(found)


def _worth_drawing(rows: list[Row]) -> bool:
    return len({row.bar for row in rows if row.bar}) > 1


def _who(rows: list[Row]) -> str:
    stating = list(dict.fromkeys(row.source for row in rows if row.side >= 0))
    return stating[0] if len(stating) == 1 else _words.plural(len(stating), "source") if stating else ""


def _scale(judged: list[Assertion], beside: list[Assertion]) -> Scale | None:
    """A scale for what is judged; what stands beside it widens the scale where it is of the same sort."""
    counted = all(each.kind in ("count", "number") for each in judged)
    values = [each.value for each in judged]
    narrow = scale(values, counted)
    if narrow is None:
        return None
    return scale([*values, *(each.value for each in beside if narrow.bar(each.value))], counted)


def _bands(fact: FactResult | None, shared: Scale | None) -> tuple[tuple[int, float, float], ...]:
    if fact is None or shared is None:
        return ()
    bars = ((min(at, SIDES - 1), shared.bar(side.value)) for at, side in enumerate(fact.sides))
    return tuple((at, bar.low, round(bar.high - bar.low, 2)) for at, bar in bars if bar and bar.high > bar.low)


def _suppression(finding: Finding, fact: FactResult | None) -> str:
    if fact is None or finding.kind != "conflict" or len(fact.sides) < 2:
        return ""
    values = ", ".join('"' + side.label.replace("\\", "\\\\").replace('"', '\\"') + '"' for side in fact.sides)
    return f'known: [{{values: [{values}], reason: "…"}}]'
