"""Whether a mention may be a fact's value, and what that value is once it is put as the fact asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.extraction.matching import Hole, Steps, found
from checker.extraction.tokens import line
from checker.model.mention import Annotated, Interval, Mention, Quantity, Timex, Value
from checker.model.rule import Fact, FactKind
from checker.values.intervals import meet
from checker.values.timespans import SECONDS

TAKES: dict[FactKind, tuple[str, ...]] = {
    "number": ("number", "count"),
    "count": ("count", "number"),
    "date": ("date", "time"),
    "time": ("time", "date"),
    "duration": ("duration", "ordinal"),
    "percent": ("percent", "ratio"),
    "ratio": ("ratio", "percent"),
    "offset": ("date",),
}
"""Kinds of mention that may be the value of a fact's kind; a kind that is not here takes its own alone."""

_NOUN_REACH = 24
"""Characters behind a number without a noun phrase of its own in which the rule's noun may stand."""


class Worth(NamedTuple):
    """A value as a fact asks for it, and the steps that led there."""

    value: Value
    notes: tuple[str, ...] = ()


def fits(annotated: Annotated, index: int, fact: Fact, nouns: Sequence[Steps], hole: Hole) -> bool:
    """Whether mention `index` may fill the hole of a pattern (or a `find`) of this fact."""
    return misfit(annotated, index, fact, nouns, hole) is None


def misfit(annotated: Annotated, index: int, fact: Fact, nouns: Sequence[Steps], hole: Hole) -> str | None:
    """Why mention `index` may not fill the hole, in a few words for rule authors; None where it may."""
    mention = annotated.mentions[index]
    value, kind = mention.value, hole.kind or fact.value.kind
    if mention.kind not in TAKES.get(kind, (kind,)):
        return "another kind of value"
    if (
        mention.restates is not None
        and annotated.mentions[mention.restates].kind == mention.kind
        and fact.value.unit is None
    ):
        return "it gives the amount before it again"
    if isinstance(value, Timex):
        if fact.value.kind == "offset":
            return None if value.offset is not None else "no distance from another event"
        return (
            None if value.offset is None or value.earliest is not None else "a distance from another event, not a date"
        )
    if mention.kind == "ordinal":
        return (
            None if fact.value.kind != "duration" or value.unit_written in SECONDS else "an ordinal that counts no time"
        )
    unit = fact.value.unit
    if unit is not None and value.unit != unit and mention.kind not in ("count", "number"):
        return "another unit than the rule's"
    # A rule author who writes {number} in a fact that counts says that the noun stands elsewhere.
    wanted = hole.nouns or (() if hole.kind == "number" else tuple(nouns))
    if wanted and mention.kind in ("count", "number") and not _counts(annotated, mention, wanted):
        return "none of the rule's nouns behind it"
    plausible = fact.value.plausible
    return (
        None
        if plausible is None or meet(value.written, plausible) is not None
        else "outside the rule's plausible bounds"
    )


def _counts(annotated: Annotated, mention: Mention, nouns: Sequence[Steps]) -> bool:
    """Whether what is counted is one of these nouns: in the noun phrase, or right behind the number."""
    text = annotated.document.text
    low, high = mention.noun_span or (mention.core_end, min(len(text), mention.core_end + _NOUN_REACH))
    return found(tuple(nouns), line(text, (min(low, mention.core_start), high), ())) is not None


def worth(fact: Fact, mention: Mention, quote: str, sentence: str) -> Worth:
    """The mention's value as the fact asks for it: per side, an ordinal as time elapsed, at the rule's precision."""
    value = mention.value
    if isinstance(value, Timex):
        # Of `the month after` the distance counts, even where a date beside it says which month that was.
        return Worth(value._replace(earliest=None, latest=None) if fact.value.kind == "offset" else value)
    notes: tuple[str, ...] = ()
    if mention.kind == "ordinal" and fact.value.kind == "duration":
        year = SECONDS[value.unit_written]
        nth = int(value.number or 0)
        span = Interval((nth - 1) * year, nth * year, upper_open=True)
        words = f"the {nth}th {value.unit_written} runs from {nth - 1} to {nth} {value.unit_written}s"
        return Worth(value._replace(hard=span, soft=span, written=span, unit="second"), (words,))
    if fact.value.kind == "percent" and mention.kind == "ratio" and value.unit == "":
        value = _scaled(value, 100)._replace(unit="percent")
        notes = (f"“{quote}” in percent",)
    if fact.value.per is not None and _in_all(mention, sentence):
        parties = fact.value.parties
        value = _scaled(value, 1 / parties)
        notes = (f"stated in all: divided by {parties} for each {fact.value.per}",)
    return Worth(_at_precision(value, fact.precision), notes)


def _in_all(mention: Mention, sentence: str) -> bool:
    if mention.share is not None:
        return mention.share == "total"
    folded = sentence.lower()
    return any(
        words in folded for words in (" in all", " in total", " altogether", "combined", "a total of", " between them")
    )


def _scaled(value: Quantity, factor: float) -> Quantity:
    def scale(span: Interval) -> Interval:
        low = None if span.lower is None else span.lower * factor
        high = None if span.upper is None else span.upper * factor
        return span._replace(lower=low, upper=high)

    return value._replace(hard=scale(value.hard), soft=scale(value.soft), written=scale(value.written))


def _at_precision(value: Quantity, figures: int | None) -> Quantity:
    """A number without a hedge at the rule's precision instead of the one it is written with."""
    low, high = value.written.lower, value.written.upper
    if figures is None or low is None or high is None or value.hard != value.written:
        return value
    middle = (low + high) / 2
    if figures == 0:
        span = Interval(middle, middle)
    else:
        half = 0.5 * 10 ** (len(str(int(abs(middle)))) - figures) if middle else 0.0
        span = Interval(middle - half, middle + half, upper_open=True)
    return value._replace(hard=span, soft=span, written=span)
