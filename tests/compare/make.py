"""Assertions for tests of the comparison, with what a test does not speak of filled in."""

from __future__ import annotations

from checker.model.comparison import Assertion
from checker.model.mention import Interval, Quantity, Timex, Value
from checker.model.rule import Fact, Place, ValueSpec


def fact(kind: str = "count", **more: object) -> Fact:
    return Fact(id="toll", pack="p", title="Toll", value=ValueSpec(kind=kind), place=Place("r.yaml", 1, 1), **more)  # type: ignore[arg-type]


def amount(lower: float | None, upper: float | None, unit: str = "person") -> Quantity:
    span = Interval(lower, upper)
    return Quantity(span, span, span, unit, number=lower)


def day(iso: str | None, timex: str = "", until: str | None = None, mod: str | None = None) -> Timex:
    return Timex(iso, until or iso, "day", timex or iso or "", mod)


def said(document: str, value: Value, text: str = "", **more: object) -> Assertion:
    kind = more.pop("kind", "date" if isinstance(value, Timex) else "count")
    return Assertion(
        id=str(more.pop("id", f"{document}:{text or value}")),
        fact="toll",
        pack="p",
        document=document,
        start=0,
        end=1,
        line=1,
        column=1,
        text=text or str(value[0]),
        sentence="",
        sentence_span=(0, 1),
        kind=kind,  # type: ignore[arg-type]
        value=value,
        label=text or str(value[0]),
        **more,  # type: ignore[arg-type]
    )
