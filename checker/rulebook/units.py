"""Units of rule files, looked up in the tables of `values`; imported by those rules alone that name one."""

from __future__ import annotations

from checker.model.rule import FactKind
from checker.rulebook.measures import Unit

_TIME = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "fortnight": 1209600.0,
    "month": 2629800.0, "quarter": 7889400.0, "year": 31557600.0, "decade": 315576000.0, "century": 3155760000.0,
}  # fmt: skip
_PLURALS = {"centuries": "century"}


def find_unit(kind: str, text: str) -> Unit | None:
    """The base unit of a unit as written, None where its kind has no such unit."""
    if kind == "money":
        return Unit(str(text), 1.0) if len(text) == 3 and text.isalpha() and text.isupper() else None
    if kind == "duration":
        seconds = _TIME.get(_PLURALS.get(text, text.removesuffix("s")))
        return Unit("second", seconds) if seconds else None
    return None


def find_any_unit(text: str) -> tuple[FactKind, Unit] | None:
    """The kind and base unit of a unit whose kind is not known: a time word, else a currency, else physical."""
    kinds: tuple[FactKind, ...] = ("duration", "money", "quantity")
    for kind in kinds:
        if (unit := find_unit(kind, text)) is not None:
            return kind, unit
    return None


def near_units(kind: str) -> list[str]:
    """Units to choose from where one is misspelt."""
    return list(_TIME) if kind == "duration" else []
