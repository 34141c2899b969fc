"""Runs the rows of dates, times and durations in `tests/corpus/`: one value, and many ways to write it.

A group has `published`, a day (none: it has none); `in`, a sentence with `{}` where the row stands (without
it the row is the whole text); `is`, what its rows must be read as; `rows`. A value is written

    date 2025-05-16                     a day
    date 2025-05-11..2025-05-20 MID     first and last day, and the TIMEX3 mod
    date XXXX-WXX-5                     the TIMEX3 value of what nothing anchors
    date +1 month                       so far from an event that other words name
    time 2025-05-16T15:00               on its day, or T15 without one
    duration 2 week in (1, 3)           number and unit as written; the soft interval in that unit where a hedge moves it
    ordinal 4 year                      which one in a row

`nothing` is no date, time or duration at all. Several values of one row are joined by ` + `.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.annotate import annotate
from checker.annotate.timexes.measured import SECONDS
from checker.model.document import Document
from checker.model.mention import Mention, Quantity, Timex

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = ("dates", "relative_dates", "date_ranges", "times", "durations", "dates_negative")


def said(mention: Mention) -> str:
    """A mention as rows write it."""
    value = mention.value
    if isinstance(value, Timex):
        return " ".join([mention.kind, *dated(value)])
    number = (
        f"{value.low:g}..{value.high:g}"
        if value.low is not None
        else "*"
        if value.number is None
        else f"{value.number:g}"
    )
    words = [mention.kind, number, value.unit_written]
    if mention.hedge:
        words += ["in", spelled(value)]
    return " ".join(words)


def dated(value: Timex) -> list[str]:
    """The value of a date or time: what anchors it, else what is known."""
    mod = [value.mod] if value.mod else []
    if value.offset is not None:
        return [f"{value.offset.amount:+d} {value.offset.unit}"]
    if value.earliest is None:
        return [value.timex, *mod]
    if value.earliest == value.latest:
        return [value.earliest, *mod]
    return [f"{value.earliest}..{value.latest}", *mod]


def spelled(value: Quantity) -> str:
    """The soft interval in the unit as written."""
    size = SECONDS[value.unit_written]
    lower, upper = ("*" if one is None else f"{one / size:.4g}" for one in value.soft[:2])
    return (
        ("(" if value.soft.lower_open or lower == "*" else "[")
        + f"{lower}, {upper}"
        + (")" if value.soft.upper_open or upper == "*" else "]")
    )


def rows() -> list[Any]:
    """Every row with its publication date and what it must be."""
    found = []
    for name in FILES:
        for group in yaml.safe_load((CORPUS / f"{name}.yaml").read_text("utf-8")):
            for row in group["rows"]:
                text = group.get("in", "{}").replace("{}", str(row))
                found.append(
                    pytest.param(text, group.get("published"), group["is"], id=f"{name}: {group['about']}: {row}")
                )
    return found


@pytest.mark.parametrize(("text", "published", "expected"), rows())
def test_row(text: str, published: str | None, expected: str) -> None:
    annotated = annotate(Document(id="row", text=text, path="row", sha256="", published=published))
    mentions = [one for one in annotated.mentions if one.kind in ("date", "time", "duration") or (
        one.kind == "ordinal" and isinstance(one.value, Quantity) and one.value.unit in SECONDS)]  # fmt: skip
    assert " + ".join(said(mention) for mention in mentions) == ("" if expected == "nothing" else expected)
