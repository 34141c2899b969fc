"""Findings in reading order, and where each one's evidence is."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model.comparison import Assertion, Comparison, FactResult, Finding, RelationResult
from checker.report._words import qualified

_SEVERITIES = ("error", "warning", "note")
_KINDS = ("conflict", "relation", "internal", "discovered", "missing")


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, then new before known, then kind; the run's own order within."""
    return sorted(
        findings,
        key=lambda each: (_SEVERITIES.index(each.severity), each.state == "known", _KINDS.index(each.kind)),
    )


class Index:
    """Looks up what the ids of one run name."""

    def __init__(self, run: Comparison) -> None:
        self.assertions: dict[str, Assertion] = {each.id: each for each in run.assertions}
        self._narrowed: dict[str, set[tuple[tuple[str, str], ...]]] = {}
        self._facts: dict[str, list[FactResult]] = {}
        for fact in run.facts:
            self._facts.setdefault(f"{fact.pack}/{fact.id}", []).append(fact)
            self._narrowed.setdefault(f"{fact.pack}/{fact.id}", set()).add(fact.qualifiers)
        self._relations: dict[str, list[RelationResult]] = {}
        for relation in run.relations:
            self._relations.setdefault(f"{relation.pack}/{relation.id}", []).append(relation)

    def evidence(self, ids: Iterable[str]) -> list[Assertion]:
        """The assertions of these ids, in order."""
        return [self.assertions[each] for each in ids if each in self.assertions]

    def title(self, fact: FactResult) -> str:
        """The title of a fact; its qualifiers only where the run has the fact under others too."""
        several = len(self._narrowed[f"{fact.pack}/{fact.id}"]) > 1
        return qualified(fact.title or fact.id, fact.qualifiers if several else (), fact.group)

    def told(self, finding: Finding, fact: FactResult | None) -> tuple[str, str]:
        """Title and message of a finding, the message without the title that it may begin with."""
        title = self.title(fact) if fact else qualified(finding.title or finding.fact, finding.qualifiers)
        message = finding.message
        for start in (title, qualified(finding.title, finding.qualifiers), finding.title):
            if start and message.startswith(f"{start}: "):
                message = message[len(start) + 2 :]
                break
        if finding.kind == "discovered":
            message = message.removeprefix(title).lstrip()
        return title, message

    def fact(self, finding: Finding) -> FactResult | None:
        """The fact that a finding is of: among those of its rule, the one that holds its evidence."""
        for fact in self._facts.get(finding.rule, ()):
            if finding.evidence and not set(finding.evidence) <= set(fact.assertions):
                continue
            if not finding.evidence and finding.qualifiers != fact.qualifiers:
                continue
            return fact
        return None

    def relation(self, finding: Finding) -> RelationResult | None:
        """The relation that a finding is of."""
        found = self._relations.get(finding.rule, ())
        return next((each for each in found if set(finding.evidence) & set(each.evidence)), found[0] if found else None)
