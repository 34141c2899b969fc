"""Months, seasons, quarters, years, decades and centuries: `May 2025`, `the third quarter of 2020`, `2014-18`, `2019`."""

from __future__ import annotations

from datetime import date

from checker.annotate.timexes.grammar import Made
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    Current,
    Ends,
    Fixed,
    Holiday,
    LongWeekend,
    Named,
    Partial,
    Within,
)  # fmt: skip


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


TITLES = frozenset("mr mrs ms miss dr sen rep gov".split())


def titled(line: Line, first: int) -> bool:
    """Whether a title stands before a name: `Mr. Friday`."""
    at = first - 1 - (line.word(first - 1) == ".")
    return line.word(at) in TITLES and line.chunk.upper(line.items[at].first)


def month(line: Line, first: int, last: int) -> Made:
    """`May`, of some year; before another capital and after nothing that leads to a date it is a name (`June Moss`), as
    it is behind a title (`Ms. May`)."""
    if titled(line, first):
        return None
    after = line.items[last].first if last < len(line.items) else line.chunk.size
    led = line.word(first - 1) in ("by", "around", "about", "circa", "only")
    if line.sign(first - 1) in " x.;,'\"" and not led and line.sign(last) == "x" and line.chunk.upper(after):
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


def holiday(line: Line, first: int, last: int) -> Made:
    """A feast, with its year where one is given; `D-Day` has only one."""
    feast: Holiday = line.value(first, last, "H")
    if len(feast.name) == 10 and feast.name[:4].isdigit():
        return ("D", Named(feast.name)) if line.chunk.upper(line.items[first].last - 1) else None
    year = line.value(first, last, "y")
    return "D", feast._replace(year=Fixed(str(year))) if year else feast


def holiday_week(line: Line, first: int, last: int) -> Made:
    """`Easter week`, `Labor Day weekend`."""
    feast: Holiday = line.value(first, last, "H")
    year = line.value(first, last, "y")
    if line.items[last - 1].value == "weekend":
        return "D", LongWeekend(feast._replace(year=Fixed(str(year))) if year else feast)
    return ("D", Current("week", 0, feast)) if line.word(last - 1) == "week" else None


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
