"""What a date expression says before anything anchors it: small frozen values, functions of the words alone.

`base` is the day that an expression counts from: `NOW` is the publication date, `THEN` the date that the text has
named last, `HERE` the day at which the account stands (of news the first, of a history the second), or else it is another
expression.
"""

from __future__ import annotations

from typing import Any, NamedTuple

NOW, THEN, HERE = "now", "then", "here"


class Fixed(NamedTuple):
    """Complete in itself: `value` is a TIMEX3 value (`2025-05-16`, `199`).

    `other` is the day that numbers mean where the day is written first (`04-05-2016`).
    """

    value: str
    other: str | None = None


class Named(NamedTuple):
    """A day by which an event is called: `9/11`, `D-Day`. Nothing counts from it."""

    value: str


class Partial(NamedTuple):
    """What lacks its year or month: `XXXX-05-16`, `XXXX-05`, `XXXX-Q2`, `XXXX-SU`, `XXXX-XX-27`.

    `lean` is the word that says which one: next, last, this, coming, past, previous, following, that, same. `weekday`
    is the one that stands beside a day of a month.
    """

    value: str
    lean: str | None = None
    weekday: int | None = None


class Weekday(NamedTuple):
    """Monday is 1. `day` is the day of the month where it is given (`Tuesday the 19th`)."""

    weekday: int
    lean: str | None = None
    day: int | None = None


class Holiday(NamedTuple):
    """A feast by its name in `checker.annotate.timexes.holidays`."""

    name: str
    lean: str | None = None
    year: Any = None  # a spec of the year


class Current(NamedTuple):
    """The period of a grain that holds the base, moved by `amount`: last week is the week, -1."""

    unit: str
    amount: int
    base: Any = NOW


class Shift(NamedTuple):
    """So many units from the base: three years ago is (3, year), -1."""

    parts: tuple[tuple[float, str], ...]
    sign: int
    base: Any = NOW
    exact: bool = False


class Weekdays(NamedTuple):
    """`three Fridays from now`."""

    amount: int
    weekday: int


class Closest(NamedTuple):
    """`the closest Monday to Oct. 5`; `the Sunday before Christmas` (way -1), `the Monday after Easter` (1)."""

    day: Weekday
    to: Any
    way: int = 0


class LongWeekend(NamedTuple):
    """`Labor Day weekend`: Saturday and Sunday next to a feast, and the feast."""

    feast: Any


class Window(NamedTuple):
    """The units right after the base (sign 1) or up to it (-1): `the next three days`."""

    parts: tuple[tuple[float, str], ...]
    sign: int
    base: Any = NOW


class Nth(NamedTuple):
    """The n-th (negative: from the end) day, weekday, week, month, quarter of another period."""

    n: int
    unit: str | int
    within: Any


class Within(NamedTuple):
    """A part named as if it stood alone, in a period that other words name: June of next year, Monday of that week."""

    part: Any
    whole: Any


class Part(NamedTuple):
    """`START`, `MID`, `END` third of a period, its `FIRST` or `SECOND` half, its last days (`CLOSE`), or what of it lies before (`EARLIER`) or after
    (`LATER`, `REST`) the publication."""

    mod: str
    whole: Any


class Spread(NamedTuple):
    """From one part of a period to another: `mid to late March`."""

    first: str
    last: str
    whole: Any


class Ends(NamedTuple):
    """From one date to another, both included."""

    first: Any
    last: Any


class Lasting(NamedTuple):
    """So long from a date on: `a week starting tomorrow`."""

    first: Any
    parts: tuple[tuple[float, str], ...]


class Bounded(NamedTuple):
    """A date as a limit: BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER. `since` is true of what has gone on from then on."""

    mod: str
    date: Any
    since: bool = False


class Clock(NamedTuple):
    """A time of the day. `sure` is false for `at 7`, which may be morning or evening. Hour 24 is midnight.

    `parts` is how many of hour, minute and second are written; `padded` is an hour like `07`, of a clock of 24 hours.
    """

    hour: int
    minute: int
    second: int
    parts: int
    sure: bool = True
    zone: int | None = None
    date: Any = None
    padded: bool = False


class DayPart(NamedTuple):
    """A part of a day: MO, MI, AF, EV, NI, DT, DI, dawn (DA), dusk (DU) and the early hours (EH), and its START, MID or END."""

    part: str
    date: Any = None
    mod: str | None = None


class Repeats(NamedTuple):
    """`every Monday`: a TIMEX3 value of type SET, never anchored."""

    value: str


class Reference(NamedTuple):
    """PRESENT_REF."""

    value: str


class Either(NamedTuple):
    """`in two weeks`: a date where the sentence looks ahead, else a length of time (a `Quantity` once it is read)."""

    ahead: Any
    length: Any


class Foreign(NamedTuple):
    """A whole text in a notation that the grammar reads only in part: a table cell, a log line."""

    text: str


class Event(NamedTuple):
    """`two days before the vote`: so far from something that other words name. `the days after it` have an amount of 0:
    nobody says how far."""

    amount: int
    unit: str
