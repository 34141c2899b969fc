"""Dates in notations that the fast path does not read, through the `dateparser` library, imported at the first call.

It is given a whole expression in English and never asked to search: a search guesses dates out of any words.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache


@lru_cache(maxsize=1024)
def parse(text: str, base: date | None = None) -> datetime | None:
    """The moment that an expression names, or None where it names none; midnight where it gives no hour.

    `base` is the day that relative expressions count from and that incomplete ones lie near; without it only a
    complete date is taken, so that nothing depends on today.
    """
    import dateparser

    settings: dict[str, object] = {
        "PREFER_DATES_FROM": "current_period",
        "PREFER_DAY_OF_MONTH": "first",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    if base is None:
        settings |= {"REQUIRE_PARTS": ["year", "month", "day"], "PARSERS": ["absolute-time"]}
    else:
        settings["RELATIVE_BASE"] = datetime.combine(base, time())
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return found if isinstance(found, datetime) else None
