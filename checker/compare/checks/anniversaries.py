"""An anniversary must be as many years from its event as its number says.

Holds: `on 4 March 2023, the third anniversary of the fire of March 2020`. Fails: the same on 4 March 2025. Where the
sentence gives no one date to the anniversary itself, the publication date may stand for it too, and a clash is a note:
the text may look back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.compare.checks import Failing
from checker.compare.passages import Pattern, matches
from checker.compare.periods import calendar_years, day, days_of
from checker.model.mention import Annotated, Quantity

_FOUNDED = frozenset(
    "founded established opened launched created formed built married started began inaugurated".split()
)
_BEGAN = rf"\b(?:{'|'.join(sorted(_FOUNDED))}) (?:in|on) "
PATTERNS = (
    Pattern(r"<ordinal nth>(?: anniversary)? of (?:[\w’'-]+ ){0,5}?(?:(?:of|on|in) )?<date event>"),
    Pattern(rf"{_BEGAN}<date event>.*?<ordinal nth>", _FOUNDED),
    Pattern(rf"<ordinal nth>.*?{_BEGAN}<date event>", _FOUNDED),
)
_YEAR = re.compile(r"\b\d{4}\b")
_NEAR = 24
"""Characters behind an ordinal in which `anniversary` stands, where it is no part of it."""


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every numbered anniversary in a sentence that dates its event."""
    text, published = annotated.document.text, annotated.document.published
    for found, slots in matches(annotated, PATTERNS):
        nth, event = annotated.mentions[slots["nth"]], annotated.mentions[slots["event"]]
        began, count = days_of(event), nth.value
        if not isinstance(count, Quantity) or began is None or not _YEAR.search(annotated.quote(event)):
            continue
        if "anniversar" not in text[nth.start : nth.end + _NEAR].lower() or "before" in found[0]:
            continue
        others = _others(annotated, nth.start, slots["event"])
        days = [said for index in others if (said := days_of(annotated.mentions[index])) is not None]
        if len(others) != 1 and published is not None:
            days.append(day(published))
        gaps = [calendar_years(began, said) for said in days]
        if gaps and not any(low <= (count.number or 0) <= high for low, high in gaps):
            low, high = gaps[0]
            gone = f"{low}" if low == high else f"{low} or {high}"
            step = f"from {annotated.quote(event)} it is {gone} years"
            mentions = tuple(sorted({slots["event"], slots["nth"], *others}))
            yield Failing(
                mentions,
                f"“{annotated.quote(nth)}”: {step}",
                (step,),
                len(others) == 1,
                (f"if the number were {gone}",),
            )


def _others(annotated: Annotated, place: int, event: int) -> Sequence[int]:
    """The other dates of the sentence, by index."""
    start, end = next((s for s in annotated.sentences if s[0] <= place < s[1]), (place, place))
    return [
        index
        for index, mention in enumerate(annotated.mentions)
        if index != event and start <= mention.start < end and mention.kind == "date" and days_of(mention) is not None
    ]
