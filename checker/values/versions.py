"""Versions as intervals on a line: 3.10 lies behind 3.9 and apart from 3.1, and `3` has room for every 3.x.

Each part is worth a thousandth of the one before it: 3.10.2 is 3.010002. That leaves numbers of one part as they are,
orders versions part by part (as Semantic Versioning 2.0.0 does, section 11, but for pre-releases), and lets what is
written stand for all that it does not say.
"""

from __future__ import annotations

from checker.model.mention import Interval
from checker.values.precision import tidy

UNIT = "version"
_STEP = 1e-3
_LARGEST = 999
_PARTS = 3


def interval(text: str) -> Interval | None:
    """All versions that `3.10` may stand for; None for a build number, of more parts or digits than order a release."""
    parts = text.split(".")
    if len(parts) > _PARTS or not all(part.isdigit() for part in parts) or len(parts[0]) > 4:
        return None
    numbers = [int(part) for part in parts]
    if any(number > _LARGEST for number in numbers[1:]):
        return None
    value = sum(number * _STEP**place for place, number in enumerate(numbers))
    return Interval(tidy(value), tidy(value + _STEP ** (len(parts) - 1)), upper_open=True)


def spelled(value: float) -> str:
    """The version at a place of the line: `3.10` for 3.010."""
    whole = round(value * 1_000_000)
    parts = [whole // 1_000_000, whole // 1000 % 1000, whole % 1000]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return ".".join(map(str, parts))
