"""What the cards of the HTML report show: a finding, a fact or a relation."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.comparison import Comparison, FactResult, Finding, RelationResult
from checker.report import _words
from checker.report._order import Index
from checker.report.html.accept import Acceptance, acceptances
from checker.report.html.rows import Column, Row, Rows, bands, who, worth_drawing
from checker.report.html.scale import Scale

FULL = 120  # rows drawn in one card; a card with more says how many are left to the saved run


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that one card shows; what a fact or relation without a finding has none of is empty."""

    anchor: str
    verdict: str
    rule: str
    title: str
    rows: tuple[Row, ...]
    more: int
    who: str  # how many sources state it, or the one that does
    why: str
    link: str
    reason: str
    facts: tuple[str, ...] = ()  # anchors of the fact or relation that the card stands for
    severity: str = ""
    state: str = ""
    id: str = ""
    message: str = ""
    wrong: str = ""
    at: tuple[str, str] = ("", "")  # of a finding that no assertion is the evidence of: what stands there, and where
    known: str = ""  # who accepted it, and why
    expression: str = ""
    steps: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    scale: Scale | None = None
    bands: tuple[tuple[int, float, float], ...] = ()  # what each side's sources have in common: side, start, width
    accept: tuple[Acceptance, ...] = ()


class Maker:
    """Makes cards for one run."""

    def __init__(self, run: Comparison, index: Index) -> None:
        self.index = index
        self.rows = Rows(run, index)

    def finding(self, finding: Finding, fact: FactResult | None, anchor: str) -> Card:
        """The card of a finding; its fact or relation, where it has one, gives the sides and the reason."""
        relation = None if fact is not None else self.index.relation(finding)
        drawn, rows = self.rows.of(fact, finding.evidence)
        title, message = self.index.told(finding, fact)
        whole = fact or relation
        columns = self.rows.columns(fact, rows)
        told = fact is not None and fact.reason in finding.message and (bool(fact.wrong) or not columns)
        said = told or (fact is not None and not fact.wrong and bool(finding.steps))
        return Card(
            anchor=f"finding-{finding.id}",
            facts=(anchor,) if anchor else (),
            verdict=_words.verdict(finding),
            severity=finding.severity,
            state=finding.state,
            id=finding.id,
            rule=finding.rule,
            title=title,
            message=_words.sentence(message),
            why=whole.why if whole else "",
            link=whole.link if whole else "",
            wrong=_words.wrong(fact, self.rows.names) if fact is not None and fact.wrong else "",
            at=self._at(finding),
            known=_known(finding),
            reason=_words.sentence(fact.reason) if fact is not None and not said else "",
            expression=relation.expression if relation is not None else "",
            steps=finding.steps if columns else _words.steps(finding),  # beside columns no message is shown
            passes=finding.passes,
            columns=columns,
            rows=tuple(rows[:FULL]),
            more=max(0, len(rows) - FULL),
            who=who(rows),
            scale=drawn if fact is not None or worth_drawing(rows) else None,
            bands=bands(fact, drawn),
            accept=acceptances(finding, fact),
        )

    def _at(self, finding: Finding) -> tuple[str, str]:
        if finding.at is None:
            return "", ""
        return (
            finding.at.text,
            f"{self.rows.names.get(finding.at.document, finding.at.document)}, line {finding.at.line}",
        )

    def fact(self, fact: FactResult, anchor: str, draw: bool) -> Card:
        """The card of a fact that no finding is of."""
        drawn, rows = self.rows.of(fact, fact.assertions, draw)
        return Card(
            anchor=anchor,
            verdict=fact.verdict,
            rule=f"{fact.pack}/{fact.id}",
            title=self.index.title(fact),
            message=fact.sides[0].label if fact.sides else "",
            why=fact.why,
            link=fact.link,
            reason=_words.sentence(fact.reason),
            rows=tuple(rows[:FULL]),
            more=max(0, len(rows) - FULL),
            who=who(rows),
            scale=drawn if worth_drawing(rows) else None,
            bands=bands(fact, drawn),
        )

    def relation(self, relation: RelationResult, anchor: str) -> Card:
        """The card of a relation that no finding is of."""
        _, rows = self.rows.of(None, relation.evidence, draw=False)
        return Card(
            anchor=anchor,
            verdict=relation.outcome,
            rule=f"{relation.pack}/{relation.id}",
            title=_words.qualified(relation.title or relation.id, (), relation.group),
            why=relation.why,
            link=relation.link,
            reason=_words.sentence(relation.reason),
            expression=relation.expression,
            steps=relation.steps,
            passes=relation.passes,
            rows=tuple(rows[:FULL]),
            more=max(0, len(rows) - FULL),
            who=who(rows),
        )


def _known(finding: Finding) -> str:
    """`Accepted in the baseline: first reports`."""
    if finding.state != "known" or not finding.known_by + finding.reason:
        return ""
    where = {"rule": "in its rule", "source": "in the source", "baseline": "in the baseline"}.get(finding.known_by, "")
    said = " ".join(part for part in ("Accepted", where) if part)
    return f"{said}: {finding.reason}" if finding.reason else f"{said}."
