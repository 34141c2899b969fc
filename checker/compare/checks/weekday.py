"""A weekday that is written with a date must be the weekday of that date.

Holds: `Monday, June 2, 2025`. Fails: `Tuesday, June 2, 2025`. A date without a year is judged only where it lies
within two months of the publication date: further off, the year is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.compare.checks import Failing
from checker.model.mention import Annotated, Timex

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = re.compile(rf"\b(?:(?i:({'|'.join(DAYS)}))|(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?(?=[\s,]))")
_OF_MONTH = re.compile(r"\d")
_YEAR = re.compile(r"\b\d{4}\b|’\d\d\b|'\d\d\b|/\d\d\b")
_NEARBY = 62


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every date of one day whose own words name another weekday."""
    published = annotated.document.published
    for index, mention in enumerate(annotated.mentions):
        value = mention.value
        if (
            not isinstance(value, Timex)
            or value.grain != "day"
            or value.earliest is None
            or value.earliest != value.latest
        ):
            continue
        quote = annotated.quote(mention)
        named = [full or short for full, short in _NAMED.findall(quote)]
        if len(named) != 1 or not _OF_MONTH.search(quote):
            continue
        day = date.fromisoformat(value.earliest[:10])
        if not _YEAR.search(quote):
            near = published and abs((day - date.fromisoformat(published[:10])).days) <= _NEARBY
            if not near:
                continue
        real = DAYS[day.weekday()]
        if not real.startswith(named[0].capitalize()):
            step = f"{value.earliest} is a {real}, not a {named[0].capitalize()}"
            yield Failing((index,), f"“{quote}”: {step}", (step,), passes=(f"if it said {real}",))
