"""Assertions that hang on others: words that point at another fact's value, and values worked out from other places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.compare.facts import Groups
from checker.model.comparison import Assertion, FactResult


def resolve(assertions: Sequence[Assertion], results: Sequence[FactResult], groups: Groups) -> tuple[Assertion, ...]:
    """All assertions, those that hang on others with what these were found to be.

    Words that point at another fact (`means`) take that fact's value. A value worked out from places that another fact
    is in conflict over is no evidence of its own: one error is told once. Both say so where they cannot be compared.
    """
    settled = {
        (r.group, f"{r.pack}/{r.id}"): r for r in results if r.verdict in ("consistent", "single_source") and r.sides
    }
    known = {one.id: one for one in assertions}
    disputed = {
        (one.document, one.start, one.end): result.id
        for result in results
        if result.verdict == "conflicting"
        for one in (known[id_] for id_ in result.assertions)
        if not one.rests_on
    }

    def resolved(one: Assertion) -> Assertion:
        if one.means is not None:
            result = settled.get((groups.get(one.document, ""), one.means))
            if result is None:
                return replace(one, missing=(f"it points at `{one.means}`, which is not settled",))
            side = result.sides[0]
            return replace(one, value=side.value, label=side.label, notes=(*one.notes, f"the value of `{result.id}`"))
        conflict = next(
            (disputed[place] for span in one.rests_on if (place := (one.document, *span)) in disputed), None
        )
        return one if conflict is None else replace(one, missing=(f"it rests on `{conflict}`, which is in conflict",))

    return tuple(resolved(one) for one in assertions)
