"""What a relation's expression is read as, with units brought together."""

from __future__ import annotations

import pytest

from checker.model.rule import Binary, Constant, Expr, Published, Ref
from checker.rulebook.dimensions import Dimension
from checker.rulebook.expressions import ExpressionError, Names, parse_relation

KINDS = {
    "first": Dimension("date"),
    "second-day": Dimension("date"),
    "gap": Dimension("duration"),
    "usd": Dimension("money", "USD"),
    "any-money": Dimension("money"),
    "part": Dimension("percent"),
    "men": Dimension("count"),
    "way": Dimension("quantity", "meter"),
    "times": Dimension("ratio"),
}
NAMES = Names(lambda name: name if name in KINDS else None, KINDS.__getitem__, lambda _name: "")


def shown(expr: Expr) -> str:
    match expr:
        case Ref(fact):
            return fact
        case Published():
            return "published"
        case Constant(value, unit, _):
            return f"{value:g} {unit}".strip() if isinstance(value, float) else f"{value}"
        case Binary(op, left, right):
            return f"({shown(left)} {op} {shown(right)})"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("first < second-day", "first < second-day"),
        ("first ≤ published", "first <= published"),
        ("first == second-day", "first = second-day"),
        ("second-day - first ~ gap", "(second-day - first) ~ gap"),
        ("second-day − first != gap", "(second-day - first) != gap"),
        ("first + 3 weeks > published", "(first + 1.8144e+06 second) > published"),
        ("first >= 2025-05-16", "first >= 2025-05-16"),
        ("usd + usd * 2 - usd / 4 > 0 USD", "((usd + (usd * 2)) - (usd / 4)) > 0 USD"),
        ("(usd + any-money) * 2 > 1,000 USD", "((usd + any-money) * 2) > 1000 USD"),
        ("men > 1.5e3", "men > 1500"),
        ("men * -1 < 5", "(men * -1) < 5"),
        ("way > 3 km", "way > 3000 meter"),
        ("way / gap > 3 km/h", "(way / gap) > 0.833333 meter / second"),
        ("usd / any-money < 2", "(usd / any-money) < 2"),
        # percentages: one unit on both sides, and a plain number to multiply with
        ("part > 5%", "part > 5 percent"),
        ("usd / usd ~ part", "((usd / usd) * 100 percent) ~ part"),
        ("0.05 < part", "(0.05 * 100 percent) < part"),
        ("5% * usd < usd", "(0.05 * usd) < usd"),
        ("usd * part < usd", "(usd * (part / 100 percent)) < usd"),
        ("part / part < 2", "(part / part) < 2"),
        ("part / 2 < 5 percent", "(part / 2) < 5 percent"),
        ("times > 2", "times > 2"),
    ],
)
def test_tree(text: str, tree: str) -> None:
    parsed = parse_relation(text, NAMES)
    assert f"{shown(parsed.left)} {parsed.op} {shown(parsed.right)}" == tree


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("first < gap", "`first` is a date and `gap` a duration"),
        ("gap - first ~ gap", "they cannot be subtracted"),
        ("men ~ usd", "a count and `usd` money"),
        ("usd ~ 3 EUR", "in USD and `3 EUR` in EUR"),
        ("way ~ part", "a quantity and `part` a percent"),
        ("gap / first ~ 2", "cannot be divided"),
        ("usd ~ 3 3", "without an operator"),
        ("usd % 2 ~ usd", "cannot stand here"),
        ("usd ~ 1,2,3 USD", "no number"),
    ],
)
def test_what_does_not_go_together(text: str, said: str) -> None:
    with pytest.raises(ExpressionError, match=said):
        parse_relation(text, NAMES)
