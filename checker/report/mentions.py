"""Mentions as the contract writes them: one JSON object a line, in document order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checker.model.mention import Annotated, Mention, Quantity, Timex, Value
from checker.report._printable import printable
from checker.values import versions
from checker.values.labels import label


def record(annotated: Annotated, mention: Mention) -> dict[str, Any]:
    """One mention as a dictionary of the contract's keys; a missing bound is None."""
    document = annotated.document
    line, column = document.place(mention.start)
    out: dict[str, Any] = {
        "document": document.id,
        "start": mention.start,
        "end": mention.end,
        "text": annotated.quote(mention),
        "kind": mention.kind,
        "value": value(mention),
        "hedge": mention.hedge,
        "line": line,
        "column": column,
        "core_start": mention.core_start,
        "core_end": mention.core_end,
    }
    if (part := document.part(mention.start)) is not None:
        out["part"] = part
    if mention.noun is not None:
        out["noun"] = mention.noun
    if mention.noun_span is not None:
        out["noun_phrase"] = document.text[slice(*mention.noun_span)]
    if mention.share is not None:
        out["share"] = mention.share
    if mention.restates is not None:
        restated = annotated.mentions[mention.restates]
        out["restates"] = {"start": restated.start, "end": restated.end}
    return out


def value(mention: Mention) -> dict[str, Any]:
    """The `value` of a mention: bounds in the base unit, or the first and last day."""
    worth = mention.value
    if isinstance(worth, Quantity):
        out: dict[str, Any] = {
            "lower": plain(worth.hard.lower),
            "upper": plain(worth.hard.upper),
            "unit": worth.unit,
            "as_written": {
                "number": plain(worth.number),
                "low": plain(worth.low),
                "high": plain(worth.high),
                "unit": worth.unit_written,
            },
        }
        if worth.per is not None:
            out["per"] = worth.per
        return out
    out = {"earliest": worth.earliest, "latest": worth.latest, "grain": worth.grain, "timex": worth.timex}
    if worth.mod is not None:
        out["mod"] = worth.mod
    if worth.offset is not None:
        out["offset"] = {"amount": worth.offset.amount, "unit": worth.offset.unit}
    return out


def plain(number: float | None) -> float | None:
    """A number without the noise of binary fractions, whole where it is whole."""
    if number is None:
        return None
    short = float(f"{number:.12g}")
    return int(short) if short.is_integer() and abs(short) < 1e18 else short


def lines(annotated: Annotated) -> Iterator[str]:
    """The mentions of one document as JSON Lines, without line ends."""
    for mention in annotated.mentions:
        yield json.dumps(record(annotated, mention), ensure_ascii=False)


def rows(annotated: Annotated) -> Iterator[str]:
    """The mentions of one document for a person: its id, and under it a line a mention, without line ends."""
    yield printable(annotated.document.id)
    places = [annotated.document.where(mention.start) for mention in annotated.mentions]
    wide = max(map(len, places), default=0)
    for place, mention in zip(places, annotated.mentions, strict=True):
        quote = " ".join(annotated.quote(mention).split())
        yield printable(f"  {place:<{wide}}  {mention.kind:<8}  {quote}  =  {_meaning(mention.value)}")
    if not annotated.mentions:
        yield "  no numbers or dates"


def _meaning(worth: Value) -> str:
    if isinstance(worth, Timex):
        known = worth.earliest is not None and worth.latest is not None
        return label(worth, "") if known else f"{worth.timex} (no date anchors it)"
    if worth.unit == versions.UNIT:
        return _version(worth)
    low, high = plain(worth.hard.lower), plain(worth.hard.upper)
    unit = f" {worth.unit}" if worth.unit else ""
    if low is not None and high is not None:
        return f"{low:,}{unit}" if low == high else f"{low:,} to {high:,}{unit}"
    if low is not None:
        return f"{'over' if worth.hard.lower_open else 'at least'} {low:,}{unit}"
    if high is not None:
        return f"{'under' if worth.hard.upper_open else 'at most'} {high:,}{unit}"
    return f"any{unit}"


def _version(worth: Quantity) -> str:
    """`version 3.10`: its place on the line of versions says little to people."""
    low, high = worth.hard[:2]
    if low is not None:
        return f"{'version' if high is not None else 'at least version'} {versions.spelled(low)}"
    return f"before version {versions.spelled(high)}" if high is not None else "any version"
