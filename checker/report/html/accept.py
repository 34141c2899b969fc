"""What to copy where people accept a difference: under the rule, or into a source."""

from __future__ import annotations

from typing import NamedTuple

from checker.model.comparison import FactResult, Finding


class Acceptance(NamedTuple):
    """Where it goes, and what to write there."""

    where: str
    text: str


def acceptances(finding: Finding, fact: FactResult | None) -> tuple[Acceptance, ...]:
    """The ways to accept one finding, none where it is accepted already or where no source states anything."""
    if finding.state == "known" or finding.kind == "missing":
        return ()
    ways = []
    if fact is not None and finding.kind == "conflict" and len(fact.sides) > 1:
        values = ", ".join('"' + side.label.replace("\\", "\\\\").replace('"', '\\"') + '"' for side in fact.sides)
        ways.append(Acceptance("under the fact in its rule file", f'known: [{{values: [{values}], reason: "…"}}]'))
    if finding.evidence:
        comment = f'<!-- checker: ignore {finding.id} reason="…" -->'
        ways.append(Acceptance("in a source it rests on, on a line of its own", comment))
    return tuple(ways)
