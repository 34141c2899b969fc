"""Why words allow the values that they do, from the value alone: its written number, its bounds, its TIMEX3 mod."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.mention import Quantity, Timex, Value
from checker.values.amounts import Unit, unit_of

_PARTS = {"START": "the first part", "MID": "the middle", "END": "the last part"}


def why(value: Value, text: str) -> Iterator[str]:
    """The reasons in words, none where the value stands there as it is; `text` are the words."""
    if isinstance(value, Timex):
        yield from _of_date(value, text)
    else:
        yield from _of_number(value, unit_of([value]))


def _of_date(value: Timex, text: str) -> Iterator[str]:
    if value.earliest is None or value.latest is None:
        return
    if value.mod in _PARTS:
        yield f"{_PARTS[value.mod]} of the time that is named"
    if value.earliest[:4] not in text and value.latest[:4] not in text:
        yield "no year is written: it follows from the publication date, or from a date that the text names"


def _of_number(value: Quantity, unit: Unit) -> Iterator[str]:
    if value.low is not None or value.high is not None:
        yield "a range is written, and its ends are as precise as they stand there"
    elif value.number is None:
        yield "words stand for the number"
    elif value.hard != value.written:
        yield f"the words beside the number move its bounds; alone it allows {unit.text(value.written)}"
    elif value.hard.lower != value.hard.upper:
        yield "the number is as precise as it is written"
