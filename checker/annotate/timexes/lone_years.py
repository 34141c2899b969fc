"""Years alone: when four digits are one (`in 1848`, `the 1862 campaign`) and when they count, and years in words."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lexicon import CARS, COUNTED, FUNCTION_WORDS
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import Fixed

LEADS = frozenset(
    "in since until till by of from between before after during around circa c late early mid year through to for about "
    "than on".split()
)
NUMBERED = frozenset(
    "no flight room page number windows chapter article section resolution hwy highway model office".split()
)
"""What bears a number of four digits: `Room 2012`."""
SUMS = frozenset(
    "total population number sum crew force average maximum minimum strength loss garrison some most many".split()
)
"""Behind these `of 1796` is how many there were."""


def _opened(line: Line, first: int) -> bool:
    """Whether what is glued to the front of a year leaves it one: a bracket, `post-1959`, the dash of a range."""
    lead, before, sign = line.word(first - 1), line.sign(first - 1), line.sign(first - 2)
    if lead in ("(", "=", "'", "–", "—", "“", '"', "[", "post", "pre") or (before in "-/" and sign in "yDI"):
        return True
    return before == "-" and sign in "Xx" and line.word(first - 2) in ("post", "pre", "mid", "early", "late", "to")


def _of_old(line: Line, first: int, led: bool, after: str) -> bool:
    """Whether four digits before 1900 are a year: beside another (`from 1861 to 1865`, `1863 and 1864`), in the place of
    one (`in 1848`), or as one names things by their year (`the 1862 campaign`)."""
    lead, before = line.word(first - 1), line.sign(first - 1)
    year = line.items[first].value
    other = line.items[first - 2].value if first > 1 and line.signs[first - 2] == "D" else None
    if isinstance(other, Fixed) and len(other.value) == 4 and before in ">+-|" and 0 < year - int(other.value) < 100:
        return True
    if lead == "." and line.word(first - 2) == "c":
        return after != "x"  # `built c. 1450`
    if lead == "of":
        ends = after in " .,;)" or line.word(first + 1) == "xxf"
        if line.sign(first - 2) == "x" and line.chunk.upper(line.items[first - 2].first):
            ends = ends or line.word(first + 1) not in COUNTED  # `the Constitution of 1791`
        return line.sign(first - 2) in "XShUB" or (year % 50 > 0 and ends and line.word(first - 2) not in SUMS)
    if before == "X" or (before == "-" and line.sign(first - 2) == "X") or lead in ("until", "till", "since"):
        return True
    named = lead == "the" and line.sign(first - 2) != "k" and line.word(first + 1) not in COUNTED
    if lead == "years" or (named and 1500 < year < 1900 and year % 50 and after == "x"):
        return True
    behind = line.items[last].first if (last := first + 1) < len(line.items) else line.chunk.size
    # `In 1796 Austria fell`, `In 1796 he fell`
    goes_on = line.word(last) in FUNCTION_WORDS or (year % 50 > 0 and line.chunk.upper(behind))
    if lead == "by":
        return goes_on or (after != "x" and line.chunk.upper(line.items[first - 1].first)) or after == "t"
    return (
        led and lead not in ("than", "about", "for", "to", "on", "of") and (after != "x" or goes_on or lead == "from")
    )


def bare_year(line: Line, first: int, last: int) -> Made:
    """Four digits are a year in the company of years, and not before what they may count."""
    year = line.items[first].value
    before, after, lead = line.sign(first - 1), line.sign(last), line.word(first - 1)
    next_word = line.word(last)
    if line.glued(first) and before in "-./:;x" and not _opened(line, first):
        return None
    if (
        (line.glued(last) and (after in "xdenyfuU" or next_word in "%/:"))
        or (after in "%uU" or next_word in ("°", "±", "×"))
        or (before == ";" and lead in "$£€#")
    ):
        return None
    told = lead in ("in", "since", "by", "until", "during") and year % 50
    if (next_word in COUNTED and not told) or (after == "-" and line.sign(last + 1) in "nde" and line.glued(last)):
        return None
    plural = (
        after == "x"
        and before != "-"
        and next_word.endswith("s")
        and next_word not in ("was", "is", "has", "as", "'s", "its", "his", "does", "this")
    )
    led = lead in LEADS or before in "MXky" or (before in "-+>|" and line.sign(first - 2) in "DI")
    if before in ",+|" and "y" in line.signs[max(0, first - 3) : first] and line.sign(first - 2) not in "DI":
        return None
    if not 1900 <= year <= 2099:
        return ("D", Fixed(str(year))) if _of_old(line, first, led, after) else None
    if before == "x" and not led and year % 50 == 0:
        return None  # `delivered 2000 pieces`, `Lipofectamine 2000`: nothing tells of time
    named = before == "x" and line.chunk.upper(line.items[first - 1].first)  # `US 2019 imports`
    if plural and not named and lead not in ("the", "in", "since", "his", "her", "its", "their", "'s", "a", "of"):
        return None
    if next_word in CARS and lead in ("xx", "a", "'s", "his", "her", "their", "my"):
        return None  # the year of a model
    if lead in ("than", "about", "around", "some", "nearly", "over") and after == "x":
        return None
    if lead in NUMBERED or (lead == "." and line.word(first - 2) in ("p", "pp", "no", "nos", "art", "sec")):
        return None
    if after in "ne" and line.sign(last + 1) in "ny":
        return None  # digits of a telephone, in groups
    return "D", Fixed(str(year))


def _spoken_year(line: Line, first: int, last: int) -> Made:
    """`nineteen eighty-six`, `two thousand and five`, where a year may stand."""
    numbers = [item.value for item in line.items[first:last]]
    before = line.sign(first - 1)
    expected = (
        before in "Mow"
        or line.word(first - 1) in ("in", "since", "of", "year", "to", "until", "by", "from", "between")
        or (before == "," and line.sign(first - 2) in "owdM")
        or (line.sign(first - 1) == "d" and line.sign(first - 2) == "M")
        or line.sign(first - 1) == "+"
    )
    if not expected or line.sign(last) in "UuP":
        return None
    if len(numbers) == 1:
        if line.sign(last) == "x" and line.sign(first - 1) not in "Mow,d":
            return None
        year = numbers[0]
        return ("y", year) if 1100 <= year <= 2099 and (year % 100 or year % 1000 == 0) else None
    rest = sum(numbers[1:])
    if not 11 <= numbers[0] <= 20 or not (10 <= rest < 100 or (len(numbers) == 3 and numbers[1] == 0 and rest < 10)):
        return None
    return "y", numbers[0] * 100 + rest


YEAR_WORDS = Stage(
    "wv",
    Rule("[w][wv][wv]?", _spoken_year),
    Rule("v", _spoken_year),
)
