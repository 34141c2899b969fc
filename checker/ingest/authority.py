"""How much weight a source has where reports put one value before another; it is part of no verdict."""

from __future__ import annotations

from math import isfinite

NO_AUTHORITY = "which is no number of 0 or more; write it as 2, or leave it out for 1."
"""What is said of an authority that cannot be used."""


def of_number(given: object) -> float | None:
    """A number, or a text that writes one; None for what is negative, without end, or none."""
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return None
    try:
        weight = float(given)
    except (ValueError, OverflowError):
        return None
    return weight if isfinite(weight) and weight >= 0 else None
