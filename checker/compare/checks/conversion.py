"""A quantity given again in another unit must be the same quantity, within rounding.

Holds: `26 miles (42 km)`. Fails: `26 miles (52 km)`. Whoever converts rounds both ends, so each number is read at two
figures at most, and at one where it has one.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.compare.checks import Failing
from checker.model.mention import Annotated, Interval, Mention, Quantity
from checker.values.amounts import unit_of
from checker.values.intervals import meet, widen

_ROOM = 0.06
"""Relative error of a conversion that people accept without a thought: `a mile (1.6 km)`, `30 feet (10 metres)` is not."""


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every quantity whose conversion in brackets is another quantity."""
    for index, mention in enumerate(annotated.mentions):
        if mention.kind not in ("quantity", "duration") or mention.restates is None:
            continue
        base = annotated.mentions[mention.restates]
        one, other = base.value, mention.value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit != other.unit:
            continue
        if meet(_roomy(one.written), _roomy(other.written)) is None:
            quotes = annotated.quote(base), annotated.quote(mention)
            unit = unit_of([other])
            steps = f"{quotes[0]} is {unit.text(one.written)}", f"{quotes[1]} is {unit.text(other.written)}"
            yield Failing(
                (mention.restates, index),
                f"“{quotes[0]}” and “{quotes[1]}” are not the same",
                steps,
                passes=_passes(base, mention, quotes),
            )


def _roomy(span: Interval) -> Interval:
    return widen(span, abs(span.lower or 0) * _ROOM, abs(span.upper or 0) * _ROOM)


def _passes(base: Mention, again: Mention, quotes: tuple[str, str]) -> tuple[str, ...]:
    """What either quantity would be in the unit that it is written in."""
    out = []
    for one, other, quote in ((again, base, quotes[1]), (base, again, quotes[0])):
        if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
            out.append(f"if “{quote}” were {unit_of([one.value]).text(other.value.written)}")
    return tuple(out)
