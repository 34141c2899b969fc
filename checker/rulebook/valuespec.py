"""What a fact's value must be, how precise, and how far values may differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.mention import Interval
from checker.model.rule import ValueSpec
from checker.rulebook.measures import UNITED, Unit, read_amount, read_number
from checker.rulebook.problems import did_you_mean
from checker.rulebook.scope import Scope
from checker.rulebook.text import Text
from checker.rulebook.units import find_unit, mend_unit

if TYPE_CHECKING:  # the models, and pydantic with them, are imported by those who explain errors alone
    from checker.rulebook.spec.fact import ValueSpec as ValueShape

_DAYS = frozenset(
    ("day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes")
)
_DATED = ("date", "time", "offset")


def make_value(fact: Text, shape: ValueShape, scope: Scope) -> ValueSpec:
    """The value's kind, nouns, unit and plausible range, all bounds in the base unit."""
    if shape.noun and shape.kind != "count":
        scope.problem(shape.noun[0], f"a {shape.kind} has no noun", "only `kind: count` counts things")
    if shape.parties is not None and shape.per is None:
        scope.problem(fact, "`parties` without `per`", "say what the total is shared among: `per: side`")
    if shape.grain is not None and shape.kind not in ("date", "time"):
        scope.problem(fact, f"a {shape.kind} has no grain", "`grain` is for dates: remove it")
    unit = read_unit(shape, scope) if shape.unit is not None else None
    return ValueSpec(
        kind=shape.kind,
        nouns=scope.patterns(shape.noun),
        unit=unit.base if unit else None,
        per=str(shape.per) if shape.per is not None else None,
        parties=shape.parties or 2,
        plausible=_plausible(shape, unit, scope),
        scale=(unit.factor, unit.shift) if unit else (1.0, 0.0),
        named=str(shape.unit or ""),
        grain=shape.grain,
        limit=shape.limit,
    )


def read_unit(shape: ValueShape, scope: Scope) -> Unit | None:
    """The unit of a value; None, and a problem, where its kind has no such unit."""
    text = shape.unit
    if text is None:
        return None
    if shape.kind not in UNITED:
        mend = "name what is counted under `noun`" if shape.kind == "count" else "remove it"
        scope.problem(text, f"a {shape.kind} has no unit", mend)
        return None
    unit = find_unit(shape.kind, text)
    if unit is None:
        what = "currency" if shape.kind == "money" else f"unit of a {shape.kind}"
        scope.problem(text, f"`{text}` is no {what}", mend_unit(shape.kind, text))
    return unit


def _plausible(shape: ValueShape, unit: Unit | None, scope: Scope) -> Interval | None:
    if shape.plausible is None:
        return None
    given = [text for text in shape.plausible if text is not None]
    if shape.kind in _DATED and given:
        scope.problem(
            given[0], f"a {shape.kind} has no plausible range", "ranges are for numbers; use `around` of an event"
        )
        return None
    bounds: list[float | None] = []
    for text in shape.plausible:
        number = read_number(text) if text is not None else None
        if text is not None and number is None:
            scope.problem(text, f"`{text}` is no number", "write it in the fact's unit, as 20000 or 1.5e9")
        if number is not None and unit is not None:
            number = number * unit.factor + unit.shift
        bounds.append(number)
    low, high = bounds
    if low is not None and high is not None and low > high:
        scope.problem(given[0], f"the range runs backwards: {given[0]} to {given[1]}", "put the lower bound first")
    return Interval(low, high)


def make_precision(text: Text | None, scope: Scope) -> int | None:
    """None for as written, 0 for exact, else the number of figures."""
    if text is None or text == "as-written":
        return None
    if text == "exact":
        return 0
    if text.isdecimal() and 1 <= int(text[:3]) <= 15 and len(text) < 3:
        return int(text)
    scope.problem(
        text, f"`{text}` is no precision", did_you_mean(text, ["as-written", "exact", "2"], "1 to 15 figures")
    )
    return None


def make_tolerance(text: Text | None, value: ValueSpec, unit: Text | None, scope: Scope) -> tuple[float, str]:
    """The amount and its unit: `%`, a calendar word for dates, else "" and the amount in the fact's base unit."""
    if text is None:
        return 0.0, ""
    amount = read_amount(text)
    if amount is None or amount[0] < 0:
        scope.problem(text, f"`{text}` is no tolerance", "write a number, `2%`, `1 day` or a number in the fact's unit")
        return 0.0, ""
    number, word = amount
    if word == "%" and value.kind not in _DATED:
        return number, "%"
    if value.kind in _DATED:
        if word in _DAYS:
            return number, word.removesuffix("s")
        if number:
            scope.problem(text, f"`{text}` is no tolerance of a {value.kind}", "write it as `1 day`")
        return 0.0, ""
    if not word and unit is None:
        return number, ""
    own = find_unit(value.kind, word or unit or "") if value.kind in UNITED else None
    if own is None or (value.unit is not None and own.base != value.unit):
        scope.problem(
            text,
            f"`{word}` is no unit of this fact",
            "write a bare number in the fact's unit, or `2%`",
            text.rfind(word),
        )
        return 0.0, ""
    return number * own.factor, ""
