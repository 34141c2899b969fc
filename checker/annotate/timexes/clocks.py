"""Times of the day: `3:30 p.m.`, `half past seven`, `15h00`, `noon`, `eight forty am`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lexicon import FUNCTION_WORDS
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import Clock
from checker.annotate.timexes.verses import ratio, runtime, verse

STATES = frozenset("back meet meeting start starts started begin begins began beginning arrive arrives arrived leave leaves "
                    "left home open opens opened close closes closed up alarm call dinner supper lunch breakfast".split())  # fmt: skip
_HOUR_LEADS = frozenset("by until till from since before after about around between".split())


def clock_of(hour: int, minute: int, second: int, parts: int, half: str | None) -> Made:
    """`half` is am, pm, nothing for `ampm`, None where none is written."""
    if not (0 <= hour <= 24 and 0 <= minute < 60 and 0 <= second < 60) or (hour == 24 and minute):
        return None
    if half and hour > 12:
        return ("C", Clock(hour, minute, second, parts)) if hour < 24 and half == "pm" else None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    sure = bool(half) or hour > 12 or hour == 0
    return "C", Clock(hour, minute, second, parts, sure)


def half_of(line: Line, first: int, last: int) -> str | None:
    """`am`, `pm`, nothing for `ampm`; None where none is written."""
    value: str | None = line.value(first, last, "p")
    return value


def _colons(line: Line, first: int, last: int) -> Made:
    numbers = [item for item in line.items[first:last] if item.sign in "defn"]
    marks = [i for i in range(first, last) if line.signs[i] == ":"]
    half = half_of(line, first, last)
    if (half is None and any(not line.glued(i) or not line.glued(i + 1) for i in marks)) or (
        line.glued(first)
        and (line.sign(first - 1) == ":" or (line.sign(first - 1) == "-" and line.sign(first - 2) not in "Cd"))
    ):
        return None
    texts = [line.chunk.words[item.first].replace(",", ".").split(".")[0] for item in numbers]
    if any(len(text) != 2 for text in texts[1:]) or line.sign(first - 1) == "$":
        return None
    second = int(texts[2]) if len(numbers) > 2 else 0
    if half is None and (verse(line, first) or runtime(line, first, last) or ratio(line, first, last)):
        return None
    made = clock_of(numbers[0].value, numbers[1].value, second, len(numbers), half)
    if line.signs[last - 1] == "u":  # `06:30 hrs`
        return made and ("C", made[1]._replace(sure=True)) if line.items[last - 1].value == "hour" else None
    if made and len(line.chunk.words[numbers[0].first]) == 2 and numbers[0].value < 10 and half is None:
        return "C", made[1]._replace(sure=False, padded=True)
    return made


def _dotted(line: Line, first: int, last: int) -> Made:
    hour, _, minute = line.items[first].value[1].partition(".")
    whole = len(minute) == 2 and hour.isdigit()
    return clock_of(int(hour), int(minute), 0, 2, half_of(line, first, last)) if whole else None


def _hour_half(line: Line, first: int, last: int) -> Made:
    hour = line.items[first].value
    if not 1 <= hour <= 23 and hour != 0:
        return None
    return clock_of(hour, 0, 0, 1, half_of(line, first, last))


def _run(line: Line, first: int, last: int) -> Made:
    """`330 p.m.`, `1140 a.m.`, `0735 GMT`, `at 1030`."""
    at = first if line.signs[first] in "ny" else first + 1
    text = line.chunk.words[line.items[at].first]
    if not (text.isdigit() and 3 <= len(text) <= 4) or (line.sign(at - 1) in "-." and line.glued(at)):
        return None
    half = half_of(line, first, last)
    parted = line.sign(last) == "B" or (line.sign(last) == "i" and "B" in line.signs[last : last + 3])
    if half is None and (
        (len(text) == 3 and not parted) or (line.sign(last) == "x" and line.chunk.upper(line.items[last].first))
    ):
        return None  # `at 1630 Elm Street`
    if half is None and line.signs[at] == "y" and line.sign(first - 1) == "M":
        return None  # `6 November 2011 UT`
    if half is None and line.signs[first] == "@" and line.sign(last) == "x" and line.word(last) not in FUNCTION_WORDS:
        return None  # `at 1012 mbsl`
    made = clock_of(int(text[:-2]), int(text[-2:]), 0, 2, half)
    sure = len(text) > 3 or half is not None
    return made and ("C", made[1]._replace(zone=line.value(first, last, "Z"), sure=sure))


def _military(line: Line, first: int, last: int) -> Made:
    """`at 0630 hours`, `by 1800 hrs`: an hour of four figures, not `1800 hours of work`."""
    text = line.chunk.words[line.items[first].first]
    led = text[0] == "0" or line.sign(first - 1) == "@" or line.word(first - 1) in _HOUR_LEADS
    if line.value(first, last, "u") != "hour" or len(text) != 4 or not led or line.sign(last) == "k":
        return None
    return clock_of(int(text[:2]), int(text[2:]), 0, 2, None)


def _zeroed(line: Line, first: int, _last: int) -> Made:
    """`by 0900`: four figures that begin with a 0, where an hour may stand."""
    text = line.chunk.words[line.items[first].first]
    led = line.word(first - 1) in _HOUR_LEADS and not line.glued(first)
    made = clock_of(int(text[:2]), int(text[2:]), 0, 2, None) if led and len(text) == 4 and text[0] == "0" else None
    return made and ("C", made[1]._replace(sure=True))


def _words(line: Line, first: int, last: int) -> Made:
    numbers = line.values(first, last, "wvde")
    half = half_of(line, first, last)
    at = line.sign(first) == "@"
    ends = line.sign(last) == " " and line.word(first - 1) == "for"
    if half is None and not at and not ends and line.sign(first - 1) not in "@bF>B" and not _minutes_after(line, last):
        return None
    if len(numbers) == 3:
        if numbers[1] % 10 or numbers[2] > 9:
            return None
        numbers = [numbers[0], numbers[1] + numbers[2]]
    if not 1 <= numbers[0] <= 24 or not (numbers[1] >= 10 or numbers[1] in (0, 5)):
        return None
    return clock_of(numbers[0], numbers[1], 0, 2, half)


def _minutes_after(line: Line, last: int) -> bool:
    return line.sign(last) == "B" or (line.sign(last) == "i" and "B" in line.signs[last : last + 3])


def _oclock(line: Line, first: int, last: int) -> Made:
    hour = line.value(first, last, "dwe")
    return clock_of(hour, 0, 0, 1, half_of(line, first, last)) if 0 <= hour <= 24 else None


def _lettered(line: Line, first: int, last: int) -> Made:
    """`15h00`, `7h01`."""
    if line.word(first + 1) != "h" or not line.glued(first + 1) or (last - first > 2 and not line.glued(first + 2)):
        return None
    if line.sign(last) == "u" and line.glued(last):
        return None  # `2h30m`
    minute = line.items[first + 2].value if last - first > 2 else 0
    made = clock_of(line.items[first].value, minute, 0, last - first - 1, None)
    return made and ("C", made[1]._replace(sure=True))


def _hour_letter(line: Line, first: int, last: int) -> Made:
    """`18 July 2014 19h`."""
    if (
        line.word(last - 1) != "h"
        or not line.glued(last - 1)
        or line.sign(first - 1) not in "yDW"
        or line.sign(last) not in " .,;)"
    ):
        return None
    made = clock_of(line.items[first].value, 0, 0, 1, None)
    return made and ("C", made[1]._replace(sure=True))


def _noon(line: Line, first: int, last: int) -> Made:
    if line.word(first - 1) == "high" and line.chunk.upper(line.items[first].first):
        return "x", None  # the film
    hour, minute, second, _ = line.value(first, last, "C")
    return "C", Clock(hour, minute, second, 1)


def _stroke(line: Line, first: int, last: int) -> Made:
    """`12 midnight`, `12 noon`."""
    return "C", line.value(first, last, "C")


def _lunch(line: Line, first: int, last: int) -> Made:
    """`12 lunchtime`, `1 o'clock lunchtime`."""
    hour = line.value(first, last, "dw")
    if line.value(first, last, "B") != "MI" or not (11 <= hour <= 12 or hour < 4):
        return None
    return "C", Clock(hour if hour > 4 else hour + 12, 0, 0, 1)


def _pointed(line: Line, first: int, last: int) -> Made:
    """`Monday at 2.30`, `leave at 6.45`."""
    made = _dotted(line, first + 1, last)
    led = line.sign(first - 1) in "DW" or line.word(first - 1) in STATES
    return made if led and line.sign(last) in " .,;?" else None


def _middle(line: Line, first: int, last: int) -> Made:
    part, mod = line.value(first, last, "B"), line.value(first, last, "X")
    if mod == "MID" and part in ("MO", "AF"):
        return "C", Clock(10 if part == "MO" else 14, 0, 0, 1)
    return None


def _midday(line: Line, first: int, last: int) -> Made:
    return ("C", Clock(12, 0, 0, 1)) if line.value(first, last, "X") == "MID" and line.word(last - 1) == "day" else None


CLOCKS = Stage(
    "C",
    Rule("C", _noon),
)
TIMES = Stage(
    ":pZc@CXuwBfn",
    Rule("[de]:[de]u|[de]:[de](?::[defn])?(?:,?p)?", _colons),
    Rule(r"f\.?p", _dotted),
    Rule("[nyvw][wv][wv]p", _words),
    Rule("[ny]p", _run),
    Rule("[dw]itp", _hour_half),
    Rule("[ny]Z", _run),
    Rule("[ny]u", _military),
    Rule("n(?![uUPKyden%:/-])", _zeroed),
    Rule("[wde](?:v|w|e|d)p", _words),
    Rule(r"[dwe]\.?p", _hour_half),
    Rule("[dwe]-?[wv](?:[wv])?", _words),
    Rule("@[de][de]", _words),
    Rule("[dw]c(?:p)?", _oclock),
    Rule("[de]u[de]", _lettered),
    Rule("[de]u", _hour_letter),
    Rule("@[ny]", _run),
    Rule("X-?B", _middle),
    Rule("X-?U", _midday),
    Rule("dC", _stroke),
    Rule("[dw]c?B", _lunch),
    Rule("@f", _pointed),
)
