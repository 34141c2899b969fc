"""Units of rule files, looked up in the tables of `values`; imported by those rules alone that name one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from checker.model.rule import FactKind
from checker.rulebook.measures import Unit
from checker.values.timespans import SECONDS

if TYPE_CHECKING:
    from checker.values import units

_POWER = re.compile(r"(?P<named>square|sq|cubic|cu)\.?\s+(?P<of>.+)|(?P<by>.+?)\^?(?P<number>[23²³])")
"""`km2`, `m³`, `cubic metre`."""
_SQUARE = frozenset(("sq", "2", "²"))
_MISREAD = {"C": "degC", "F": "degF"}
"""What is read as a coulomb and a farad, and meant as degrees."""


def find_unit(kind: str, text: str) -> Unit | None:
    """The base unit of a unit as written, None where its kind has no such unit."""
    if kind == "money":
        return Unit(str(text), 1.0) if text in _codes() else None
    if kind == "duration":
        singular = "century" if text == "centuries" else text.removesuffix("s")
        return Unit("second", SECONDS[singular]) if singular in SECONDS else None
    if kind == "ordinal":
        return Unit("version", 1.0) if text == "version" else None
    return _physical(" ".join(text.split())) if kind == "quantity" else None


def find_any_unit(text: str) -> tuple[FactKind, Unit] | None:
    """The kind and base unit of a unit whose kind is not known: a time word, else a currency, else physical."""
    if text == "percent":
        return "percent", Unit("percent", 1.0)
    kinds: tuple[FactKind, ...] = ("duration", "money", "quantity")
    for kind in kinds:
        if (unit := find_unit(kind, text)) is not None:
            return kind, unit
    return None


def mend_unit(kind: str, text: str) -> str:
    """What to write instead of a unit that is none: the code of a named currency, else a unit one letter away.

    No kind is any kind.
    """
    if kind == "money":
        from checker.values.currencies import currencies

        named = currencies().names.get(text.casefold()) or currencies().marks.get(text)
        if named is not None:
            return f"write the ISO 4217 code: `{named.code}`"
    if text in _MISREAD:
        return f"write `{_MISREAD[text]}`"
    if kind == "ordinal":
        return "write `version`, or leave the unit out"
    words = _one_letter_off(text.upper() if kind == "money" else text)
    near = next((word for word in words if (find_unit(kind, word) if kind else find_any_unit(word))), None)
    if near is not None:
        return f"did you mean `{near}`?"
    if kind == "money":
        return "write the ISO 4217 code, as USD"
    return (
        "write a unit as `hour`"
        if kind == "duration"
        else "write a unit as `km`, `kg`, `km/h`" + (", `years`, `USD`" if not kind else "")
    )


@cache
def _codes() -> frozenset[str]:
    from checker.values.currencies import currencies

    return frozenset(mark for mark, currency in currencies().marks.items() if mark == currency.code)


def _physical(text: str) -> Unit | None:
    from checker.values import units  # the table is read by rules with units alone

    def plain(word: str) -> units.Unit | None:
        return units.symbol(word) or units.named(word.casefold().removeprefix("degrees ").removeprefix("degree "))

    def one(word: str) -> units.Unit | None:
        power = _POWER.fullmatch(word)
        unit = plain(word) or (plain(power["of"] or power["by"]) if power else None)
        if unit is None or power is None or plain(word) is not None:
            return unit
        square = units.times(unit, unit, 1.0)
        return square if (power["named"] or power["number"])[:2] in _SQUARE else units.times(square, unit, 1.0)

    if text in _MISREAD:
        return None
    unit = one(text)
    if unit is None and text.count("/") == 1:
        above, below = (one(part.strip()) or _time(part.strip()) for part in text.split("/"))
        unit = units.times(above, below, -1.0) if above is not None and below is not None else None
    return Unit(unit.base, unit.factor, unit.shift) if unit is not None else None


def _time(text: str) -> units.Unit | None:
    from checker.values import units

    seconds = find_unit("duration", text)
    return units.Unit(text, seconds.factor, 0.0, (("second", 1.0),)) if seconds is not None else None


def _one_letter_off(word: str) -> Iterator[str]:
    """Every word that one letter less, more, changed or swapped gives; letters added are those of English."""
    if len(word) > 20:
        return
    letters = ascii_lowercase.upper() if word.isupper() else ascii_lowercase
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)
