"""How many seconds a unit of time is worth: the one table for durations.

A month is 30 days and a year 365, as TIMEX3's scorers have them. The calendar's own lengths are in `calendar`.
"""

from __future__ import annotations

DAY = 86400.0
SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": DAY, "week": 7 * DAY, "fortnight": 14 * DAY, "month": 30 * DAY,
    "quarter": 90 * DAY, "year": 365 * DAY, "decade": 3650 * DAY, "century": 36500 * DAY, "millennium": 365000 * DAY,
}  # fmt: skip
