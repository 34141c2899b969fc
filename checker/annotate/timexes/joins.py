"""Ranges and limits: `from March to June`, `May 16-18`, `since 2014`, `a week starting tomorrow`, `every day at 7`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.halfdays import share_half
from checker.annotate.timexes.hours import LIMITING, day_like
from checker.annotate.timexes.lengths import Length
from checker.annotate.timexes.relative import runs_on
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    Bounded,
    Clock,
    Current,
    DayPart,
    Ends,
    Event,
    Fixed,
    Lasting,
    Nth,
    Part,
    Partial,
    Reference,
    Repeats,
    Shift,
    Weekday,
    Window,
)  # fmt: skip


def _ends(line: Line, first: int, last: int) -> Made:
    """`from March to June`, `May 16 - June 2`, `between 2014 and 2018`, `9:30 - 11:00`."""
    one, two = line.values(first, last, "DCTI")
    between = line.signs[first] == "b"
    marks = line.signs[first:last]
    if isinstance(one, Ends | Bounded | Event | Repeats) or isinstance(two, Ends | Bounded | Event | Repeats):
        return None
    if isinstance(one, DayPart) or isinstance(two, DayPart):
        return None
    if "+" in marks and not between:
        return None
    clocks = isinstance(one, Clock), isinstance(two, Clock)
    if any(clocks):
        if not all(clocks) or marks.count(";") or ("+" in marks and not between):
            return None
        return "T", Ends(*share_half(one, two))
    if "-" in marks and isinstance(two, Shift) and two.sign < 0 and not isinstance(one, Shift):
        return None  # `in 2015 – ten years ago` says it once more
    unlike = isinstance(one, Weekday) != isinstance(two, Weekday) or isinstance(one, Reference)
    if "-" in marks and "F" not in marks and "b" not in marks and unlike:
        return None
    if ">" in marks and "F" not in marks and "b" not in marks and line.word(first + marks.index(">")) == "to":
        near = isinstance(two, Weekday | Current | Shift) and not (isinstance(one, Fixed) and day_like(two))
        if isinstance(one, Weekday | Current | Shift) != near or isinstance(one, Reference):
            return None
        if isinstance(one, Current | Shift) and not day_like(one):
            return None
    if isinstance(one, Weekday) and not isinstance(two, Weekday | Fixed | Partial | Current):
        return None
    return "I", Ends(one, two)


def _to_now(line: Line, first: int, last: int) -> Made:
    """`from March to date`."""
    one, two = line.values(first, last, "D")
    return ("I", Ends(one, two)) if isinstance(two, Reference) and isinstance(one, Fixed | Partial) else None


def _month_days(line: Line, first: int, last: int) -> Made:
    """`May 16-18, 2025`, `November between 19 and 20`, `April ninth through 17th`."""
    month, year = line.value(first, last, "M"), line.value(first, last, "y")
    days = line.values(first, last, "dow")
    return _span_of_days(days, month, year)


def _span_of_days(days: list[int], month: int, year: int | None) -> Made:
    one, two = days
    if not 1 <= one < two <= 31:
        return None
    if year:
        return "I", Ends(Fixed(f"{year}-{month:02}-{one:02}"), Fixed(f"{year}-{month:02}-{two:02}"))
    return "I", Ends(Partial(f"XXXX-{month:02}-{one:02}"), Partial(f"XXXX-{month:02}-{two:02}"))


def _days_month(line: Line, first: int, last: int) -> Made:
    """`12 to 16 September`, `between the ninth and the seventeenth of April`, `the night of 5/6 June`."""
    signs = line.signs[first:last]
    one, two = line.values(first, last, "dow")
    if ("+" in signs and "b" not in signs) or ("/" in signs and two != one + 1):
        return None
    return _month_days(line, first, last)


def _day_to_date(line: Line, first: int, last: int) -> Made:
    """`from 4 to January 22, 1995`, `4 to 23 next month`."""
    day, date = line.value(first, last, "do"), line.value(first, last, "D")
    signs = line.signs[first:last]
    if isinstance(date, Nth) and date.unit == "day":
        return "I", Ends(date._replace(n=day), date)
    if (
        isinstance(date, Fixed | Partial)
        and len(date.value) == 10
        and "F" in signs
        and day < int(date.value[8:])
        and date.value[5] != "X"
    ):
        return "I", Ends(type(date)(date.value[:8] + f"{day:02}"), date)
    return None


def _days_current(line: Line, first: int, last: int) -> Made:
    """`from 4 to 22 this month`."""
    date = line.value(first, last, "D")
    one, two = line.values(first, last, "do")
    if not isinstance(date, Current) or date.unit != "month" or one >= two:
        return None
    return "I", Ends(Nth(one, "day", date), Nth(two, "day", date))


def _date_to_day(line: Line, first: int, last: int) -> Made:
    """`Aug. 27th - 29th`, `May 30 to 31`."""
    date, day = line.value(first, last, "D"), line.items[last - 1].value
    marks = line.signs[first:last]
    if (
        not isinstance(date, Fixed | Partial)
        or len(date.value) != 10
        or date.value[5] == "X"
        or line.sign(last) in "UuMK:/%"
        or (line.sign(last) == "x" and marks[-1] == "d" and not line.glued(last - 1))
    ):
        return None
    if (
        not int(date.value[8:]) < day
        or ("+" in marks and "b" not in marks)
        or (isinstance(date, Fixed) and "F" not in marks)
    ):
        return None
    return "I", Ends(date, type(date)(date.value[:8] + f"{day:02}"))


def _since(line: Line, first: int, last: int) -> Made:
    """`since March`, `until Friday`, `before 2018`, `by the end of May`."""
    date = line.items[last - 1].value
    word = line.word(first)
    if isinstance(date, (Bounded | Ends | Event | Repeats | Window, Reference)):
        return None
    mod = LIMITING.get(word)
    after = line.sign(last)
    if (
        mod is None
        or line.word(last) == "'s"
        or (mod in ("BEFORE", "AFTER") and after == "x" and line.signs[last - 1] == "D")
    ):
        return None
    if word == "by" and (
        isinstance(date, Weekday | Fixed | Partial | Current | Part | Shift | Nth | Clock) is False or after == ";"
    ):
        return None
    if line.sign(first - 1) == "P" or line.word(first - 1) in (
        "up",
        "day",
        "month",
        "year",
        "week",
        "shortly",
        "soon",
        "just",
    ):
        return None if line.word(first - 1) != "up" else (line.signs[last - 1], Bounded(mod, date))
    return line.signs[last - 1], Bounded(mod, date, word == "since")


def _on_or(line: Line, first: int, last: int) -> Made:
    """`on or before April 15`, `no later than May 1`."""
    date = line.items[last - 1].value
    if isinstance(date, Bounded | Ends | Event | Repeats | Window | Reference):
        return None
    mod = {"before": "ON_OR_BEFORE", "later": "ON_OR_BEFORE", "after": "ON_OR_AFTER", "earlier": "ON_OR_AFTER"}
    said = next((mod[word] for i in range(first, last - 1) if (word := line.word(i)) in mod), None)
    negative = line.word(first) in ("no", "not") if "X" in line.signs[first:last] else True
    return (line.signs[last - 1], Bounded(said, date)) if said and negative else None


def _or_later(line: Line, first: int, last: int) -> Made:
    """`2012 or later`, `3 p.m. or later on Monday`, `1/1/2016 and later`."""
    date = line.items[first].value
    if isinstance(date, Event):
        return None  # `weeks before and after the vote`
    if line.value(first, last, "X") != "LATER" and line.word(first + 2) not in ("after", "onward", "onwards"):
        return None
    return line.signs[first], Bounded("ON_OR_AFTER", date)


def _lasting(line: Line, first: int, last: int) -> Made:
    """`for 1 week from 20 December`, `a week starting tomorrow`, `18 Dec for 10 days`."""
    length: Length = line.value(first, last, "P")
    date = line.value(first, last, "DCT")
    if "i" in line.signs[first:last] and "for" not in (line.word(first), line.word(first + 1)):
        return None
    if length.low is not None or length.vague is not None or not (day_like(date) or isinstance(date, Clock)):
        return None
    if runs_on(line, last):
        return None
    if "x" in line.signs[first:last] and not any(line.word(i) in ("starting", "beginning") for i in range(first, last)):
        return None
    return ("T" if isinstance(date, Clock) else "I"), Lasting(date, length.parts)


def _every(line: Line, first: int, last: int) -> Made:
    """`every day at 7:13 p.m.`, `6 a.m. every day`."""
    clock = line.value(first, last, "CT")
    if not isinstance(clock, Clock) or clock.date is not None:
        return None
    return "Q", Repeats(f"T{clock.hour:02}" + (f":{clock.minute:02}" if clock.parts > 1 else ""))


def _on_of(line: Line, first: int, last: int) -> Made:
    """`19th of every month`."""
    return "Q", Repeats(f"XXXX-XX-{line.value(first, last, 'o'):02}")


DAY_RANGES = Stage(
    "M",
    Rule("F?Mt?[dow](?:-|>)t?[dow](?:,?y|ky)?(?![:pc/])", _month_days),
    Rule("Mbt?[dow]\\+t?[dow](?:,?y|ky)?", _month_days),
    Rule("[Fb]?t?[dow](?:-|>|\\+|/)t?[dow]k?M(?:,?y|ky)?", _days_month),
)
RANGES = Stage(
    ("DCTP", "->+iFx"),
    Rule("iP,?Ft?[DC]|P(?:xj?|F)t?[DC]|[DC]iP", _lasting),
    Rule("[Fb]t?[do](?:-|>|\\+)t?[do]D", _days_current),
    Rule("[do](?:-|>)t?[do]D", _days_current),
    Rule("[Fb]?t?[do](?:-|>)t?D", _day_to_date),
    Rule("[Fb]t?[DCT],?(?:-|>|\\+|-\\+)(?:>)?t?[DCT]", _ends),
    Rule("FDD", _to_now),
    Rule("[DCT],?(?:-|>|\\+)t?[DCT]", _ends),
    Rule("F?D(?:-|>)t?[dow]", _date_to_day),
)
LIMITS = Stage(
    ("DTCQ", "sr>x|+@CTQo"),
    Rule("[DTC][|+](?:X|xX|r|x)", _or_later),
    Rule("j\\|rt?[DTC]|xXxt?[DTC]", _on_or),
    Rule("s@?t?[DTC]", _since),
    Rule("r>?t?[DTC]", _since),
    Rule(">t?[DTC]", _since),
    Rule("xt?[DTC]", _since),
    Rule("Q[@,]*[CT]|[CT],?Q", _every),
    Rule("okQ", _on_of),
)
