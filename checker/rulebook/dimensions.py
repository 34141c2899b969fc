"""Which values go together: the kinds and units of both sides of an operator, checked when rules are loaded."""

from __future__ import annotations

from typing import NamedTuple

from checker.model.rule import FactKind

_SHARES = ("number", "ratio", "percent", "ordinal")
_MEASURED = ("count", "money", "quantity", "duration")
_DATED = ("date", "time")


class Dimension(NamedTuple):
    """A kind of value and its base unit. `any` is what comes of arithmetic that is not followed further."""

    kind: str
    unit: str | None = None


ANY = Dimension("any")
DATE = Dimension("date")
DURATION = Dimension("duration")


class UnlikeError(Exception):
    """Two sides that do not go together."""

    def __init__(self, message: str, mend: str = "") -> None:
        self.message, self.mend = message, mend
        super().__init__(message)


def fact_dimension(kind: FactKind, unit: str | None) -> Dimension:
    """What a fact brings into arithmetic: an offset is a length of time."""
    if kind == "offset":
        return DURATION
    return Dimension(kind, unit if kind in ("money", "quantity") else None)


def constant_dimension(kind: str, unit: str) -> Dimension:
    """What a constant brings into arithmetic."""
    return Dimension(kind, unit if kind in ("money", "quantity") else None)


def combine(op: str, left: Dimension, right: Dimension, left_text: str, right_text: str) -> Dimension:
    """What `left op right` is; raises UnlikeError where it is nothing."""
    if op in "*/":
        return _scale(op, left, right)
    if ANY in (left, right):
        return ANY
    if left.kind in _DATED and left.kind == right.kind:
        if op == "-":
            return DURATION
        raise UnlikeError(f"two {left.kind}s cannot be added", "the time between them is `later - earlier`")
    if left.kind in _DATED and right.kind == "duration":
        return left
    if left.kind == "duration" and right.kind in _DATED and op == "+":
        return right
    _check_alike(left, right, left_text, right_text, "be added" if op == "+" else "be subtracted")
    return left if left.kind in _MEASURED else right


def _scale(op: str, left: Dimension, right: Dimension) -> Dimension:
    if "date" in (left.kind, right.kind) or "time" in (left.kind, right.kind):
        raise UnlikeError(
            f"a date cannot be {'multiplied' if op == '*' else 'divided'}", "dates allow `-` and `+ 3 days`"
        )
    if op == "/" and left == right and left.kind in (*_MEASURED, "percent"):
        return Dimension("number")
    if right.kind in _SHARES:
        return left
    if op == "*" and left.kind in _SHARES:
        return right
    return ANY


def check_sides(left: Dimension, right: Dimension, left_text: str, right_text: str) -> None:
    """Raises UnlikeError where the two sides of a comparison are not of one kind."""
    if ANY not in (left, right):
        _check_alike(left, right, left_text, right_text, "be compared")


def _check_alike(left: Dimension, right: Dimension, left_text: str, right_text: str, what: str) -> None:
    if left.kind != right.kind:
        if left.kind in _SHARES and right.kind in _SHARES:
            return
        if {left.kind, right.kind} == {"count", "number"}:
            return
        mend = "give the number a unit, as `3 years` or `5 USD`" if "number" in (left.kind, right.kind) else ""
        raise UnlikeError(f"`{left_text}` is {_a(left)} and `{right_text}` {_a(right)}: they cannot {what}", mend)
    if left.unit is not None and right.unit is not None and left.unit != right.unit:
        raise UnlikeError(
            f"`{left_text}` is in {left.unit} and `{right_text}` in {right.unit}: they cannot {what}",
            "for two currencies write `{rate: [...], between: [...]}`" if left.kind == "money" else "",
        )


def _a(dimension: Dimension) -> str:
    kind = dimension.kind
    if kind == "money":
        return "money"
    return f"an {kind}" if kind[0] in "aeio" else f"a {kind}"
