"""Months, seasons, quarters, years, decades and centuries: `May 2025`, `the third quarter of 2020`, `2014-18`, `2019`."""

from __future__ import annotations

from datetime import date

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lexicon import CARS, COUNTED
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    Ends,
    Fixed,
    Partial,
    Within,
)  # fmt: skip

_YEAR_LEADS = frozenset(
    "in since until till by of from between before after during around circa c late early mid year through to for about "
    "than on".split()
)


def century(number: int) -> int:
    """The year that two digits stand for: 1950 to 2049."""
    return number + (2000 if number < 50 else 1900) if number < 100 else number


def year_month(line: Line, first: int, last: int) -> Made:
    """`2015-12`, `11/2016`; `2011-12` and `2009/10` are two years."""
    year, month = line.value(first, last, "y"), line.value(first, last, "d")
    texts = {len(line.chunk.words[item.first]) for item in line.items[first:last] if item.sign == "d"}
    if (line.sign(first - 1) in "-/.:" and line.glued(first)) or (line.sign(last) in "-/:" and line.glued(last)):
        return None
    yearly = line.signs[first] == "y" and line.signs[first + 1] in "-/" and texts == {2}
    if yearly and month == (year + 1) % 100 and line.glued(first + 1):
        return "I", Ends(Fixed(str(year)), Fixed(str(year + 1)))
    if month > 12 or not 1900 <= year <= 2100:
        return None
    return "D", Fixed(f"{year}-{month:02}")


def two_years(line: Line, first: int, last: int) -> Made:
    """`2014-18`, `1939-45`, `2024/25`."""
    year, short = line.items[first].value, line.items[last - 1].value
    if line.signs[first + 1] == "/" and short != (year + 1) % 100:
        return None
    if not line.glued(first + 1) or not line.glued(last - 1) or len(line.chunk.words[line.items[last - 1].first]) != 2:
        return None
    if short <= year % 100 or line.sign(last) in "-/" or line.sign(first - 1) in "-/":
        return None
    return "I", Ends(Fixed(str(year)), Fixed(str(year // 100 * 100 + short)))


def life(line: Line, first: int, last: int) -> Made:
    """`(1756–1763)`, in brackets: from when until when."""
    one, two = line.values(first, last, "y")
    bracketed = line.word(first - 1) == "(" and line.word(last) in (")", ",", ";")
    return ("I", Ends(Fixed(str(one)), Fixed(str(two)))) if bracketed and 0 < two - one < 150 else None


def month_year(line: Line, first: int, last: int) -> Made:
    """`May 2025`, `May of 2025`, `2025 May`, `April of 87`."""
    year, short = line.value(first, last, "y"), line.value(first, last, "de")
    if year is None and short is None:
        return None
    if line.signs[first] == "y" and (
        line.sign(last) in "dow" or (line.signs[first + 1] == "," and line.sign(last) == "x")
    ):
        return None  # `In 2005, April Jones left`
    if "'" in line.signs[first:last]:
        return "D", Within(Partial(f"XXXX-{line.value(first, last, 'M'):02}"), Partial(f"XX{short:02}"))
    return "D", Fixed(f"{century(short) if year is None else year:04}-{line.value(first, last, 'M'):02}")


_TITLES = frozenset("mr mrs ms miss dr sen rep gov".split())


def titled(line: Line, first: int) -> bool:
    """Whether a title stands before a name: `Mr. Friday`."""
    at = first - 1 - (line.word(first - 1) == ".")
    return line.word(at) in _TITLES and line.chunk.upper(line.items[at].first)


def month(line: Line, first: int, last: int) -> Made:
    """`May`, of some year; before another capital and after nothing that leads to a date it is a name (`June Moss`), as
    it is behind a title (`Ms. May`)."""
    if titled(line, first):
        return None
    after = line.items[last].first if last < len(line.items) else line.chunk.size
    if line.sign(first - 1) in " x.;,'\"" and line.sign(last) == "x" and line.chunk.upper(after):
        return None
    if line.sign(last) in "de" and line.glued(last):
        return None
    raw = line.chunk.raw(line.items[first].first)
    if len(raw) == 3 and raw.isupper() and raw != "MAY" and line.sign(first - 1) in "xt-/.;(" and after:
        return None  # `the OCT images`: initials
    return "D", Partial(f"XXXX-{line.value(first, last, 'M'):02}")


def season(line: Line, first: int, last: int) -> Made:
    """`spring 2016`, `the fall of 1999`, `summer of '44`, `summer 09`; a name (`Winter Palace`) is none."""
    name, year, short = (line.value(first, last, signs) for signs in ("S", "y", "de"))
    if year:
        return "D", Fixed(f"{year}-{name}")
    if short is not None:
        text = line.chunk.words[line.items[last - 1].first]
        if len(text) != 2 or (text[0] != "0" and "'" not in line.signs[first:last]):
            return None
        return "D", Within(Partial(f"XXXX-{name}"), Partial(f"XX{text}"))
    at = line.items[first].first
    if (
        at
        and line.chunk.upper(at)
        and (line.chunk.upper(at + 1) or (line.sign(first - 1) == "x" and line.chunk.upper(at - 1)))
    ):
        return None
    own = line.word(first - 1) in ("his", "her", "my", "your", "their") and line.sign(last) == "x"  # `her summer dress`
    if own or (line.sign(first - 1) == "a" and line.sign(last) in "x-") or line.word(last) == "break":
        return None
    return "D", Partial(f"XXXX-{name}")


def quarter(line: Line, first: int, last: int) -> Made:
    """`third quarter of 2020`, `Q3`, `first half of 2014`; `2024-W05` and `2024-W05-3`, a week and a day of it."""
    code = line.value(first, last, "G")
    if code is None:
        number = line.value(first, last, "ow")
        half = "h" in line.signs[first:last]
        if not 1 <= number <= (2 if half else 4):
            return None
        code = f"{'H' if half else 'Q'}{number}"
    year = line.value(first, last, "y")
    short = line.value(first, last, "de" if line.signs[first] == "G" else "e")
    if short is not None:
        year = century(short)
    if line.signs[last - 1] == "d" and code[0] == "W":
        weekday = line.items[last - 1].value
        known = line.glued(last - 1) and weekday < 8
        return ("D", Fixed(date.fromisocalendar(year, int(code[1:]), weekday).isoformat())) if known else None
    if year is None and line.signs[first] == "G" and code[0] == "H" and not _half_meant(line, first, last):
        return None
    return "D", Fixed(f"{year}-{code}") if year else Partial(f"XXXX-{code}")


def _half_meant(line: Line, first: int, last: int) -> bool:
    """Whether `H2` without its year is half a year and not hydrogen: `sales rose in H2.`, `H1 to H2`."""
    after = line.sign(last)
    molecule = line.sign(last + 1) == "x" and line.glued(last + 2)
    beside = line.sign(first - 1) in "R>-" or after == "D" or (after in ">-" and line.sign(last + 1) == "G")
    return beside or (line.sign(first - 1) in "i>" and (after in " .,;)" or (after in "+>-" and not molecule)))


def fiscal_quarter(line: Line, first: int, last: int) -> Made:
    """`fiscal third quarter`, `third fiscal quarter`: a company's own, so no days of the calendar."""
    words = [line.word(i) for i in range(first, last)]
    code = line.value(first, last, "G")
    number = line.value(first, last, "o")
    if not {"fiscal", "financial"} & set(words) or (code is None and not 1 <= number <= (2 if "half" in words else 4)):
        return None
    return "D", Fixed("FY-" + (code or f"{'H' if 'half' in words else 'Q'}{number}"))


def week_number(line: Line, first: int, last: int) -> Made:
    """`week 10`."""
    if line.word(first) != "week" or line.items[first + 1].value > 53 or line.sign(last) in "k-:":
        return None
    return "D", Partial(f"XXXX-W{line.items[first + 1].value:02}")


def named_year(line: Line, first: int, last: int) -> Made:
    """`the year 2008`, `fiscal 2019`, `school year 2008`, `FY18`."""
    year = line.value(first, last, "yv")
    word = line.word(first)
    if word in ("fiscal", "financial"):
        return "D", Fixed(f"FY{year}")
    if word in ("school", "academic"):
        return "D", Fixed(f"SY{year}")
    if line.word(last - 2) != "year" or (line.signs[last - 1] == "v" and not 100 < year < 3000):
        return None
    return "D", Fixed(f"{year:04}")


_SUMS = frozenset(
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
        return line.sign(first - 2) in "XShUB" or (year % 50 > 0 and ends and line.word(first - 2) not in _SUMS)
    named = lead == "the" and line.sign(first - 2) != "k" and line.word(first + 1) not in COUNTED
    if lead == "years" or (named and 1500 < year < 1900 and year % 50 and after == "x"):
        return True
    return led and lead not in ("than", "about", "for", "to", "on", "of", "by") and (after != "x" or lead == "from")


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
    led = lead in _YEAR_LEADS or before in "MXky" or (before in "-+>|" and line.sign(first - 2) in "DI")
    if before in ",+|" and "y" in line.signs[max(0, first - 3) : first] and line.sign(first - 2) not in "DI":
        return None
    if not 1900 <= year <= 2099:
        return ("D", Fixed(str(year))) if _of_old(line, first, led, after) else None
    if before == "x" and not led and year % 50 == 0:
        return None  # `delivered 2000 pieces`, `Lipofectamine 2000`: nothing tells of time
    if plural and lead not in ("the", "in", "since", "his", "her", "its", "their", "'s", "a", "of"):
        return None
    if next_word in CARS and lead in ("xx", "a", "'s", "his", "her", "their", "my"):
        return None  # the year of a model
    if lead in ("than", "about", "around", "some", "nearly", "over") and after == "x":
        return None
    if lead in (
        "no",
        "flight",
        "room",
        "page",
        "number",
        "windows",
        "chapter",
        "article",
        "section",
        "resolution",
        "hwy",
        "highway",
        "model",
        "office",
    ) or (lead == "." and line.word(first - 2) in ("p", "pp", "no", "nos", "art", "sec")):
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
