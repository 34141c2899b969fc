"""Values that leave their unit to the one before: `the first lasted two hours, the second one`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.annotate.numeral_words import SMALL
from checker.extraction.saying import one_of
from checker.model.mention import Annotated, Interval, Mention, Quantity
from checker.values.precision import point, quantity

_OTHER = r"(?:the|a|its|his|her|their)\s+(?:second|third|fourth|fifth|other|latter|next|last|first|former)"
_ONE_UP = one_of(word for word, number in SMALL.items() if number)
_NUMBER = rf"(?:\d[\d.,]*\d|\d)(?:\s+(?:thousand|million|billion|trillion))?|{_ONE_UP}"
_SHORT = re.compile(
    rf"\b{_OTHER}(?:,|(?:\s+\w+){{0,2}}?)\s+(?P<value>{_NUMBER})(?=\s*(?:[.,;)]|$)|\s+(?:and|but|while|respectively)\b)",
    re.IGNORECASE,
)
_LINK = re.compile(r"[^.]*(?:[,;]|\b(?:and|but|while)\b)\s*(?:and\s+|but\s+|while\s+)?$")
_LARGE = 1000.0
"""From here on a number is read at two figures."""
_KINDS = ("duration", "quantity", "money", "percent", "count")


def filled(annotated: Annotated) -> Annotated:
    """The document with a unit for every bare number that follows a case and leaves its unit to the value before."""
    places = list(_places(annotated))
    if not places:
        return annotated
    taken = {(one.start, one.end) for one in places}
    kept = [(n, m) for n, m in enumerate(annotated.mentions) if (m.start, m.end) not in taken]
    merged = sorted([*kept, *((-1, one) for one in places)], key=lambda each: each[1].start)
    moved = {old: new for new, (old, _) in enumerate(merged) if old >= 0}
    mentions = tuple(m if m.restates is None else m._replace(restates=moved.get(m.restates)) for _, m in merged)
    return replace(annotated, mentions=mentions)


def _places(annotated: Annotated) -> Iterator[Mention]:
    text = annotated.document.text
    for found in _SHORT.finditer(text):
        start, end = found.span("value")
        covering = [m for m in annotated.mentions if m.start < end and start < m.end]
        if any(m.kind != "number" or (m.start, m.end) != (start, end) for m in covering):
            continue
        before = next((m for m in reversed(annotated.mentions) if m.end <= found.start()), None)
        sentence = next((s for s in annotated.sentences if s[0] <= start < s[1]), None)
        if before is None or sentence is None or before.start < sentence[0] or before.kind not in _KINDS:
            continue
        if isinstance(before.value, Quantity) and _LINK.fullmatch(text[before.end : found.start()]):
            scaled = covering[0].value if covering else None
            number = scaled.number if isinstance(scaled, Quantity) else None
            yield _like(before, before.value, found["value"], start, number)


def _like(before: Mention, value: Quantity, words: str, start: int, number: float | None) -> Mention:
    """A number, as it was read if it was, in the unit of the value before it."""
    number = number or SMALL.get(words.lower()) or float(words.replace(",", ""))
    low, high, written = value.written.lower, value.written.upper, value.number
    factor = (low + high) / 2 / written if low is not None and high is not None and written else 1.0
    exact = value.written == Interval(low, low)
    step = 10.0 ** max(0, len(str(int(number))) - 2) if number >= _LARGE else 1.0
    made = quantity(point(number, 0.0 if exact else step), value.unit, value.unit_written, factor, per=value.per)
    end = start + len(words)
    return before._replace(
        start=start,
        end=end,
        core_start=start,
        core_end=end,
        value=made,
        hedge=None,
        noun_span=None,
        share=None,
        restates=None,
    )
