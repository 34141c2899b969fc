"""Amounts that a document gives in two currencies must all imply the same exchange rate, within rounding.

Holds: `$18 billion (£13 billion) of $126 billion (£93 billion)`. Fails: `$18 billion (£30 billion) of $126 billion
(£93 billion)`. One pair alone is not judged: the tool knows no rates of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.compare.checks import Failing
from checker.compare.rates import Pair, clash, rate
from checker.model.mention import Annotated, Quantity


def check(annotated: Annotated) -> Iterator[Failing]:
    """The pairs of amounts that no one rate fits."""
    pairs: dict[tuple[str, str], list[tuple[Pair, tuple[int, ...]]]] = defaultdict(list)
    for index, mention in enumerate(annotated.mentions):
        if mention.kind != "money" or mention.restates is None:
            continue
        base = annotated.mentions[mention.restates]
        one, other = base.value, mention.value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit == other.unit:
            continue
        first, second = (base, mention) if one.unit < other.unit else (mention, base)
        assert isinstance(first.value, Quantity)
        assert isinstance(second.value, Quantity)
        pair = Pair(annotated.quote(first), annotated.quote(second), rate(first.value, second.value))
        pairs[first.value.unit, second.value.unit].append((pair, (mention.restates, index)))
    for units, given in pairs.items():
        wrong = clash([pair for pair, _ in given])
        if wrong:
            mentions = tuple(i for pair, both in given if pair in wrong for i in both)
            steps = tuple(pair.step() for pair, _ in given)
            passes = ("if all of them came to one rate",)
            yield Failing(
                mentions, f"no one rate between {units[0]} and {units[1]} fits these amounts", steps, passes=passes
            )
