"""Amounts of time: `two and a half hours`, `a year and 3 months`, `30-day`, `three to five weeks`, `several days`."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lexicon import FUNCTION_WORDS
from checker.annotate.timexes.signs import Line

_VAGUE = {"couple": 2.0}
_MASSES = frozenset("tens scores hundreds thousands millions".split())
_QUOTES = frozenset("'\"“‘")


class Length(NamedTuple):
    """An amount of time: `parts` of number and unit, the largest first; or `low` to `high` of the one unit in parts.

    `vague` is the word of an amount without a number (`several`, `` for bare `weeks`). `bare` has no article or number
    at all. `joined` is written with a hyphen.
    """

    parts: tuple[tuple[float, str], ...]
    low: float | None = None
    high: float | None = None
    vague: str | None = None
    joined: bool = False


def duration_value(length: Length) -> str:
    """A length as a TIMEX3 duration: `P2W`, `PT1H20M`."""
    letters = {"business day": "BD", "weekend": "WE", "century": "C", "decade": "DE", "fortnight": "W", "quarter": "Q"}
    date = clock = ""
    for number, unit in length.parts:
        text = f"{number * (2 if unit == 'fortnight' else 1):g}" + letters.get(unit, unit[0].upper())
        if unit in ("hour", "minute", "second"):
            clock += text
        else:
            date += text
    return "P" + date + ("T" + clock if clock else "")


def _number(line: Line, first: int, last: int) -> float | None:
    """The number that these items make: `3`, `two and a half`, `5 1/2`, `1/2`."""
    signs = line.signs[first:last]
    items = line.items[first:last]
    total, i = 0.0, 0
    while i < len(items):
        sign, value = signs[i], items[i].value
        if sign in "deywvn":
            if signs[i + 1 : i + 2] == "/" and i + 2 < len(items) and items[i + 2].value:
                total += value / items[i + 2].value
                i += 3
                continue
            total += value
        elif sign == "f":
            total += value[0]
        elif sign == "h":
            total += items[i].value or 0.5
        elif sign == "K":
            total += 0.25 * (total_before if (total_before := _count_before(line, first + i)) else 1)
        elif sign == "a" and not (i + 1 < len(items) and signs[i + 1] in "hK"):
            total += 1
        i += 1
    return total


def _count_before(line: Line, at: int) -> float:
    """`three quarters` is three times a quarter."""
    return line.items[at - 1].value if line.sign(at - 1) in "dw" else 0


def _unit(line: Line, at: int) -> str:
    unit: str = line.items[at].value
    return "quarter" if line.signs[at] == "K" else unit


def _simple(line: Line, first: int, last: int) -> Made:
    unit_at = last - 1
    signs = line.signs
    if (
        signs[first] == "y"
        and not (line.glued(unit_at))
        and signs[unit_at] == "U"
        and line.items[first].value < 2100
        and line.word(unit_at) in ("year", "day", "week", "month", "weekend")
        and "-" not in signs[first:last]
    ):
        return None
    unit_item = line.items[unit_at]
    if signs[first] == "a" and line.word(unit_at) == "sec" and line.chunk.raw(unit_item.first).isupper():
        return None  # `an SEC filing`
    if line.word(first) == "one" and line.word(unit_at) == "day" and _some_day(line, first, last):
        return None
    if signs[first] == "a" and line.sign(last) == "-" and line.word(last + 1) == "long":
        return None  # `a month-long truce`: the adjective says it all
    if (
        line.sign(first - 1) in "'\";"
        and line.word(first - 1) in _QUOTES
        and line.chunk.upper(line.items[unit_at].first)
    ):
        return None  # `“60 Minutes”`: the name of a programme
    beyond = line.items[last].last - 1 if last < len(line.items) else line.chunk.size
    beyond += line.sign(last) == "'"
    if line.chunk.words[beyond] == "war" and line.chunk.upper(beyond):
        return None  # `the Thirty Years' War`
    number = _number(line, first, unit_at)
    unit = _unit(line, unit_at)
    told = line.word(last) in ("earlier", "ago", "later", "from")  # `$2 a year earlier` is no rate
    if signs[first:last] in ("aU", "au", "aK") and (unit == "weekend" or (_rate(line, first) and not told)):
        return None
    if "J" in signs[first:unit_at] and line.value(first, unit_at, "J") == "business" and unit == "day":
        unit = "business day"
    if not number:
        return None
    return "P", Length(((number, unit),), joined="-" in signs[first:unit_at])


_GOES_ON = FUNCTION_WORDS.union(("", ",", "in")) - {"after", "before"}


def _some_day(line: Line, first: int, last: int) -> bool:
    """`One day we will meet`: some time, at the head of a sentence or clause."""
    opens = line.sign(first - 1) in " ,;\"'" or line.word(first - 1) in ("that", "and", "but", "maybe", "hopefully")
    follows = line.word(last) in _GOES_ON
    return opens and follows and first < last - 1


def _rate(line: Line, first: int) -> bool:
    """`24 hours a day`, `twice a week`, `$5 million a year`, `barrels a day`."""
    word = line.word(first - 1)
    if line.sign(first - 1) in "deywvnfzPuUO%" or word in (
        "once",
        "twice",
        "million",
        "billion",
        "thousand",
        "percent",
        "%",
    ):
        return True
    return len(word) > 3 and word.endswith("s") and word not in ("lasts", "takes", "spends", "needs", "serves", "gets", "plus", "this", "versus",
                                                                  "less", "across", "perhaps", "requires", "means", "was")  # fmt: skip


def _quarter_of(line: Line, first: int, last: int) -> Made:
    """`half an hour`, `a quarter of an hour`, `three quarters of an hour`, `half year`."""
    signs = line.signs[first:last]
    if "k" in signs and (line.sign(first - 1) in "oR" or line.word(first - 1) == "latter"):
        return None  # `the second half of the year`
    if "K" in signs:
        counts = line.values(first, first + signs.index("K"), "dw")
        share = 0.25 * (counts[-1] if counts else 1)
    else:
        share = line.value(first, last, "h") or 0.5
    return "P", Length(((share, _unit(line, last - 1)),))


def _mixed(line: Line, first: int, last: int) -> Made:
    """`two and a half hours`, `one and three quarter hours`, `5 1/2 hours`, `two and quarter of hours`."""
    signs = line.signs[first:last]
    items = line.items[first:last]
    whole = items[0].value
    if "/" in signs:
        at = signs.index("/")
        top, bottom = items[at - 1].value, items[at + 1].value
        if not bottom or top >= bottom or bottom > 16:
            return None
        share = top / bottom
        whole = whole if at > 1 else 0
    elif "K" in signs:
        at = signs.index("K")
        count = items[at - 1].value if signs[at - 1] in "dw" and at > 1 else 1
        share = 0.25 * count
    else:
        share = line.value(first, last, "h") or 0.5
    return "P", Length(((whole + share, _unit(line, last - 1)),), joined="-" in signs[-2:])


def _ranged(line: Line, first: int, last: int) -> Made:
    """`3-5 days`, `two to three weeks`, `one or two years`, `between 10 and 12 hours`."""
    numbers = [
        item.value[0] if item.sign == "f" else item.value for item in line.items[first:last] if item.sign in "dewvnyfa"
    ]
    low, high = float(numbers[0]), float(numbers[-1])
    if low >= high or (line.signs[first] == "a" and line.sign(first + 1) == "-"):
        return None
    return "P", Length(((high, _unit(line, last - 1)),), low, high, joined="-" in line.signs[last - 2 : last - 1])


def _vague(line: Line, first: int, last: int) -> Made:
    """`several days`, `a couple of weeks`, `a few more hours`."""
    at = last - 1 - line.signs[first:last][::-1].index("z")
    word = line.word(at)
    if word == "dozen" and line.sign(at - 1) == "z":
        word = "dozens"  # `a few dozen hours`
    if word in _MASSES and "k" not in line.signs[first:last]:
        return None
    if (word == "many" and line.word(first - 1) in ("how", "as", "so", "too")) or (
        word == "some" and not line.word(last - 1).endswith("s")
    ):
        return None
    return "P", Length(((_VAGUE.get(word, 3.0), _unit(line, last - 1)),), vague=word)


def _all(line: Line, first: int, last: int) -> Made:
    """`all day`, `full year`, `the whole week`."""
    word = line.word(first if line.signs[first] != "t" else first + 1)
    if word not in ("all", "full", "whole", "entire") or line.word(last - 1).endswith("s"):
        return None
    return "P", Length(((1.0, _unit(line, last - 1)),), joined="-" in line.signs[first:last])


def _long(line: Line, first: int, last: int) -> Made:
    """`day-long`, `decades-long`, `yearlong`."""
    if line.word(last - 1) not in ("long", "old"):
        return None
    plural = line.word(first).endswith("s")
    return "P", Length(((1.0, _unit(line, first)),), vague="" if plural else None, joined=True)


def _plural(line: Line, first: int, last: int) -> Made:
    """`for weeks`, `for decades`."""
    if (
        line.word(first) not in ("for", "within", "in")
        or not line.word(last - 1).endswith("s")
        or (line.word(first) == "in" and (line.sign(last) not in " .,;" or line.sign(last + 1) in "uU"))
    ):
        return None
    return ("P", Length(((3.0, _unit(line, last - 1)),), vague="")) if line.word(last) not in ("of", "'") else None


_N = "[dewvnyf]"
_UNIT = "[UuK]"
LENGTHS = Stage(
    "UuK",
    Rule(f"b{_N}\\+{_N}-?J*{_UNIT}", _ranged),
    Rule(f"[dewvnyfa](?:-?(?:>|-|\\|)-?){_N}-?J*{_UNIT}", _ranged),
    Rule("[dw]-?K(?:ka?)?[uU]", _quarter_of),
    Rule(f"[dwe]-?\\+?-?a?-?h-?{_UNIT}", _mixed),
    Rule(f"[dwe](?:\\+a?|-)[dw]?Kk?a?{_UNIT}", _mixed),
    Rule(f"[dwe]\\+a?[dw]?Kk?{_UNIT}", _mixed),
    Rule(f"[dwe]-?[dw]/[de]-?{_UNIT}", _mixed),
    Rule(f"(?<![./d])[dw]/[de]-?{_UNIT}", _mixed),
    Rule(f"a?h-?k?[at]?-?{_UNIT}", _quarter_of),
    Rule("a?Kka[uU]", _quarter_of),
    Rule(f"[at]?z(?:k?z)?k?J*{_UNIT}", _vague),
    Rule(f"(?:{_N}|a)-?J*-?{_UNIT}", _simple),
    Rule("t?[Jx]-?[UK]", _all),
    Rule("[Uu]-?J", _long),
    Rule("i[Uu]", _plural),
)
