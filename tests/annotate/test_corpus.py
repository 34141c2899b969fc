"""Runs the rows of `tests/corpus/*.yaml` that this file names: one value, and many ways to write it.

A group has `is`, what its rows must be read as, or `is: nothing`; `in`, a sentence with `{}` where the row stands
(without it the row is the whole text); `rows`. A value is written

    money 1500000 USD           kind, number as written, unit as written in the singular or ISO code
    count 3..5 boat             a range
    count 40 boat in (40, *)    the hard interval where a hedge moves it: * is no bound, ( and ) leave the bound out
    money 5 USD per barrel      a rate
    count 12 miner each         a share

and several values of one row are joined by ` + `. Dates and times are written by their TIMEX3 value.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.annotate import annotate
from checker.ingest import from_text
from checker.model.mention import Interval, Mention, Quantity

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = ("numbers", "ordinals", "counts", "money", "percent", "quantities", "hedges", "negatives")


def spelled(interval: Interval) -> str:
    """`[1, 2)`, with `*` for no bound."""
    lower = "*" if interval.lower is None else f"{interval.lower:.6g}"
    upper = "*" if interval.upper is None else f"{interval.upper:.6g}"
    opening = "(" if interval.lower_open or interval.lower is None else "["
    closing = ")" if interval.upper_open or interval.upper is None else "]"
    return f"{opening}{lower}, {upper}{closing}"


def said(mention: Mention) -> str:
    """A mention as rows write it."""
    value = mention.value
    if not isinstance(value, Quantity):
        return f"{mention.kind} {value.timex}"
    number = "*" if value.number is None else f"{value.number:.15g}"
    if value.number is None and value.low is not None and value.high is not None:
        number = f"{value.low:.15g}..{value.high:.15g}"
    unit = value.unit if mention.kind in ("money", "ratio", "percent") else value.unit_written
    words = [mention.kind, number, unit]
    if value.per:
        words += ["per", value.per]
    if mention.share:
        words.append(mention.share)
    if mention.hedge:
        words += ["in", spelled(value.hard)]
    return " ".join(word for word in words if word)


def rows() -> list[Any]:
    """Every row with what it must be."""
    found = []
    for name in FILES:
        for group in yaml.safe_load((CORPUS / f"{name}.yaml").read_text("utf-8")):
            for row in group["rows"]:
                text = group.get("in", "{}").replace("{}", str(row))
                found.append(pytest.param(text, group["is"], id=f"{name}: {group['about']}: {row}"))
    return found


@pytest.mark.parametrize(("text", "expected"), rows())
def test_row(text: str, expected: str) -> None:
    annotated = annotate(from_text(text, published="2025-06-04"))
    assert " + ".join(said(mention) for mention in annotated.mentions) == ("" if expected == "nothing" else expected)
