"""Discrepancies that people have accepted in the rule itself: `known`, with the values, a reason and an expiry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.model.comparison import Assertion, FactResult
from checker.model.mention import Quantity, Timex
from checker.model.rule import Known
from checker.values.intervals import holds


def accepted(
    result: FactResult, entries: Iterable[Known], known: Mapping[str, Assertion], today: str | None
) -> Known | None:
    """The entry that accepts every side of a conflict, None where one side is news.

    An entry ends with its day. `today` is that of the newest source where nobody gives another, so that the same input
    gives the same verdict whenever it is judged.
    """
    for entry in entries:
        ended = entry.until is not None and today is not None and today > entry.until
        if not ended and all(_is_listed([known[i] for i in side.assertions], entry.values) for side in result.sides):
            return entry
    return None


def _is_listed(side: Sequence[Assertion], values: Iterable[str]) -> bool:
    return any(_says(one, value) for value in values for one in side)


def _says(assertion: Assertion, value: str) -> bool:
    """Whether an accepted value, as a text would write it, is this one: its words, its label, its number or its day."""
    wanted = " ".join(value.casefold().split())
    if wanted in (" ".join(assertion.text.casefold().split()), assertion.label.casefold()):
        return True
    if isinstance(assertion.value, Timex):
        earliest, latest = assertion.value.earliest or "", assertion.value.latest or ""
        return wanted == earliest[:10] == latest[:10]
    return _is_number(wanted, assertion.value)


def _is_number(wanted: str, value: Quantity) -> bool:
    try:
        number = float(wanted.replace(",", ""))
    except ValueError:
        return False
    return number == value.number or holds(value.written, number)
