"""Figures that a passage sets side by side: which values they stand for, and how far a stated one is from reckoned."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.model.mention import Annotated, Interval, Mention, Quantity
from checker.values.intervals import meet, widen
from checker.values.labels import number
from checker.values.precision import scaled

_UP = frozenset(
    """rose rise rises risen rising grew grow grows grown growing increase increases increased increasing climb climbs climbed
    climbing jump jumps jumped jumping surge surges surged surging gain gains gained gaining soar soars soared soaring leap
    leaps leapt leaped swell swells swelled swollen expand expands expanded added gained won improve improves improved up higher growth hike
    raise raises raised raising hikes hiked lift lifts lifted boost boosts boosted
    """.split()
)
_DOWN = frozenset(
    """fell fall falls fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
    decreased decreasing slide slides slid sliding slip slips slipped slipping plunge plunges plunged plunging plummet
    plummets plummeted tumble tumbles tumbled shrink shrinks shrank shrunk shrinking sink sinks sank sinking reduce reduces
    reduced reducing reduction contract contracts contracted lost loses shed sheds down lower cut loss lowers lowered
    trimmed slashed
    """.split()
)


CHANGES = _UP | _DOWN
"""Every word that says which way a figure went."""


AGAINST = "(?:from|compared (?:with|to)|against)"
AGAINST_WORDS = frozenset(("from", "compared", "against"))
"""What stands before the older of two figures, and the words that tell that it is there."""


def way(word: str) -> int:
    """Which way a word says that a figure went: 1 up, -1 down, 0 where it says nothing of that."""
    word = word.lower()
    return 1 if word in _UP else -1 if word in _DOWN else 0


FILL = r"(?: (?!(?:and|but|while|or|to|from|by|of|than|with)\b)[\w’'-]+){0,3}?(?:,? (?:in|on|at) <date>,?)?"
"""What may follow a figure before the next: its noun, the year it was."""

_BARE = re.compile(r"[\d.,]+(?:\s*(?:thousand|million|billion|trillion|lakh|crore))?", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_SCALES = {
    "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6, "crore": 1e7, "billion": 1e9, "bn": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip


def span(mention: Mention) -> Interval:
    """The values a figure stands for by the words; a small bare whole number is a count of things, and exact."""
    value = mention.value
    assert isinstance(value, Quantity)
    whole = value.number is not None and value.number == int(value.number)
    if mention.kind == "number" and whole and value.hard == value.written and _width(value.hard) <= 1:
        return Interval(value.number, value.number)
    return value.hard


def _width(one: Interval) -> float:
    return float("inf") if one.lower is None or one.upper is None else one.upper - one.lower


def bare(annotated: Annotated, index: int) -> bool:
    """Whether a figure is written without any unit, whatever unit was read into it."""
    mention = annotated.mentions[index]
    return mention.kind == "number" or (
        mention.kind != "count" and _BARE.fullmatch(annotated.quote(mention)) is not None
    )


def readings(annotated: Annotated, one: int, other: int) -> list[tuple[Interval, Interval]]:
    """What two figures stand for in one unit; several where one leaves its unit to the other (`from 50 to 60 million
    euros`), none where they are of different things."""
    first, second = annotated.mentions[one], annotated.mentions[other]
    left, right = first.value, second.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return []
    open_first, open_second = bare(annotated, one), bare(annotated, other)
    if left.unit != right.unit and open_second and not open_first:
        return [(new, old) for old, new in readings(annotated, other, one)]
    alike = left.unit == right.unit or {first.kind, second.kind} <= {"number", "count"} or (open_first and open_second)
    if not alike and not open_first:
        return []
    factor = 1.0 if alike or not right.number else middle(right.written) / right.number
    out = [(span(first) if factor == 1.0 else scaled(left.hard, factor), span(second))]
    if open_first and (left.number or 0) < 1000 and not _scale(annotated.quote(first)):
        worth = _scale(annotated.quote(second))
        if worth:
            out.insert(0, (scaled(left.hard, factor * worth), span(second)))
    return out


def _scale(quote: str) -> float | None:
    return next((_SCALES[word] for word in _LETTERS.findall(quote.lower()) if word in _SCALES), None)


def middle(one: Interval) -> float:
    """The value halfway between two bounds; one that is missing counts as 0."""
    return ((one.lower or 0.0) + (one.upper or 0.0)) / 2


def fits(stated: Interval, reckoned: Interval, written: Interval | None = None) -> bool | None:
    """Whether a stated figure is what comes out: True, None where it is off by no more than its last place again, as
    figures cut short are, and False where it is not. `written` is the figure without its hedge."""
    if meet(stated, reckoned) is not None:
        return True
    room = _width(written or stated)
    return None if room != float("inf") and meet(widen(stated, room, room), reckoned) is not None else False


def kindest(verdicts: Iterable[bool | None]) -> bool | None:
    """Of several readings the kindest: a figure is wrong where no reading fits."""
    kept = list(verdicts)
    return True if True in kept else None if None in kept else False


def told(one: Interval, unit: str = "") -> str:
    """An interval in words: `17.8 to 22.2%`."""
    low, high = one.lower, one.upper
    if low is None or high is None:
        return f"at least {number(low)}{unit}" if low is not None else f"at most {number(high or 0.0)}{unit}"
    first, last = number(low), number(high)
    return f"{first}{unit}" if first == last else f"{first} to {last}{unit}"
