"""Calendar days: `Monday, May 16, 2025`, `16th of May`, `5/16/25`, `on the 15th`, `Wed Aug 05 12:00:00 2015`."""

from __future__ import annotations

import re

from checker.annotate.timexes import eras, lone_years, years
from checker.annotate.timexes.folding import numeric_date
from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lexicon import FUNCTION_WORDS
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    Fixed,
    Named,
    Partial,
    Repeats,
    Weekday,
)  # fmt: skip
from checker.annotate.timexes.years import century


def _day(year: int | None, month: int, day: int) -> Made:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year is None:
        return "D", Partial(f"XXXX-{month:02}-{day:02}")
    return "D", Fixed(f"{year:04}-{month:02}-{day:02}")


def _month_day(line: Line, first: int, last: int) -> Made:
    """`May 16, 2025`, `May the 16th`, `Oct-2`, `Sept. twenty-first nineteen eighty six`."""
    month = line.value(first, last, "M")
    at = line.signs.index("M", first)
    day_at = next(i for i in range(at, last) if line.signs[i] in "dow")
    day, year = line.items[day_at].value, line.value(first, last, "y")
    short = line.value(day_at + 1, last, "de")
    if short is not None:
        if line.sign(day_at + 1) not in "-/'k," or (line.signs[day_at + 1] == "," and line.sign(day_at + 2) != "'"):
            return None
        year = century(short)
    after = line.sign(last)
    short = len(line.word(at)) < 5 and line.word(at) not in ("may", "june", "july")
    if short and line.glued(day_at) and line.signs[day_at - 1] == "M" and day < 10 and year is None:
        return None  # `Oct4`, `SEPT7`: names of genes
    told = line.chunk.words[line.items[day_at].first][0].isalpha() or "t" in line.signs[at:day_at]
    if told and day_at == last - 1 and after in "xJUu" and line.word(last) not in FUNCTION_WORDS:
        return None  # `In December the first cruisers`, `in May the 2nd Division`, `in August one more man`
    if year is None and line.signs[first] == "M" and line.signs[day_at] in "dw":
        if (line.word(first - 1) == "in" and after == "x") or (line.signs[day_at] == "w" and after in "xUu"):
            return None
        if after == "%" or (after == "-" and line.sign(last + 1) in "UuP"):
            return None
    return _day(year, month, day)


def _day_month(line: Line, first: int, last: int) -> Made:
    """`16 May 2025`, `the 16th of May`, `31/Oct/74`, `third day of October`."""
    day_at = next(i for i in range(first, last) if line.signs[i] in "dow")
    month_at = line.signs.index("M", first)
    if line.sign(first - 1) == ";" and line.word(first - 1) in "$£€" and line.signs[first] == "d":
        return None
    year, short = line.value(first, last, "y"), line.value(month_at + 1, last, "de")
    if line.value(first, last, "U") not in (None, "day") or line.word(line.signs.find("U", first, last)) == "days":
        return None
    if short is not None and year is None:
        at = line.signs.find("-", month_at, last)
        if line.sign(last) == "M" or (at > 0 and not line.glued(at) and not line.glued(at + 1)):
            return None  # `1 May – 15 June`, `31 October/1 November`
        year = century(short)
    return _day(year, line.items[month_at].value, line.items[day_at].value)


def _numeric(line: Line, first: int, last: int) -> Made:
    """`2025-05-16`, `5/16/25`, `9-18-15`, `08/12,2015`."""
    parts = [item for item in line.items[first:last] if item.sign in "dey"]
    marks = [i for i in range(first, last) if line.signs[i] in "-/,."]
    if line.glued(first) and line.sign(first - 1) in "-./" and line.sign(first - 2) in "dneyf":
        return None
    if (
        line.glued(last)
        and line.sign(last) in "-/"
        and line.sign(last + 1) in "den"
        and line.glued(last + 1)
        and "/" not in (line.signs[first + 1])
    ):
        return None
    if line.glued(first) and line.sign(first - 1) in "xp" and not line.chunk.raw(line.items[first].first - 1).islower():
        return None
    if len({line.signs[i] for i in marks} - {","}) > 1:
        return None
    texts = [text if (text := line.chunk.words[item.first]).isdigit() else str(item.value) for item in parts]
    if any(len(text) > 4 for text in texts) or any(line.glued(i) != line.glued(i + 1) for i in marks[:1]):
        return None
    value = numeric_date(texts[0], texts[1], texts[2], line.signs[marks[0]])
    if value is None:
        return None
    other = numeric_date(texts[1], texts[0], texts[2], line.signs[marks[0]]) if len(texts[2]) == 4 else None
    return "D", Fixed(value, other if other != value else None)


def _spaced(line: Line, first: int, last: int) -> Made:
    """`26. 10.21`, `30 . 09 . 22`, `2016 10 16`."""
    text = line.chunk.quote(line.items[first].first, line.items[last - 1].last).replace(" ", ".")
    parts = [part for part in text.split(".") if part]
    if len(parts) != 3 or (line.signs[first] != "y" and len(line.items) > last - first + 4):
        return None
    value = numeric_date(parts[0], parts[1], parts[2], "-" if line.signs[first] == "y" else ".")
    return ("D", Fixed(value)) if value else None


_SLASHED_LEADS = frozenset(
    "on by until from to since before after due next for between through starts opens begins ends closes".split()
)
"""Words behind which `4/5` is a day."""


def _slashed(line: Line, first: int, last: int) -> Made:
    """`4/22`: a date where one of the two can be no month, or where the words around it expect one; else a fraction."""
    month, day = (item.value for item in line.items[first:last] if item.sign in "de")
    before, after = line.sign(first - 1), line.sign(last)
    if line.word(first + 1) != "/" or after == "/" or (before in "./-dnef$" and line.glued(first)):
        return None
    bare = first <= 1 and last >= len(line.items) - 1
    named = (
        not (bare and "x" not in line.signs) and before not in "WDM" and after not in "C@-" and line.word(last) != "at"
    )
    if named and (month, day) == (9, 11) and line.word(first - 1) not in ("by", "until", "due", "next", "for"):
        return "D", Named("2001-09-11")  # the one that is named by its day
    if (month, day) == (24, 7) and line.word(first - 1) not in ("on", "by", "until", "from", "since"):
        return None  # all day, every day
    lead = (
        line.word(first - 1) in _SLASHED_LEADS
        or before in "RWD>"
        or after == "@"
        or re.match(r"-[de]/[de]", line.signs[last : last + 4]) is not None
        or (before == "-" and line.sign(first - 2) == "D")
    )
    twelfth = day > 12 or month > 12
    if (
        not (lead or bare or (twelfth and min(month, day) > 1))
        or after in "UuKh"
        or line.word(last) in ("of", "cup", "inch")
    ):
        return None
    if month > 12:
        month, day = day, month
    return _day(None, month, day)


def _pointed(line: Line, first: int, last: int) -> Made:
    """`on 4.22`, `Friday 7.6`."""
    month, _, day = line.items[first].value[1].partition(".")
    if (line.word(first - 1) != "on" and line.sign(first - 1) != "W") or not (month + day).isdigit() or len(day) > 2:
        return None
    after = line.sign(last)
    if after not in " .,x" or (line.word(first - 1) == "on" and after == "x"):
        return None
    return _day(None, int(month), int(day))


PAPERS = frozenset("times telegraph mirror herald mail express post star tribune mercury".split())
"""The Sunday Times is a newspaper."""


def _weekday(line: Line, first: int, last: int) -> Made:
    weekday = line.value(first, last, "W")
    if years.titled(line, first) or (line.word(last) in PAPERS and line.chunk.upper(line.items[last].first)):
        return None
    if weekday < 0:
        return (
            ("W", -weekday)
            if line.sign(first - 1) in "dwz" or line.sign(last) == "A"
            else ("Q", Repeats(f"XXXX-WXX-{-weekday}"))
        )
    return "D", Weekday(weekday)


def _weekday_day(line: Line, first: int, last: int) -> Made:
    """`Tuesday the 19th`, `Monday 21`."""
    if line.signs[last - 1] in "dw" and (
        line.sign(last) in "xUuPK-:%/pcMC"
        or (line.sign(last) == "." and line.glued(last) and line.sign(last + 1) in "de")
    ):
        return None
    if line.value(first, last, "W") < 0:
        return None
    return "D", Weekday(line.value(first, last, "W"), None, line.value(first, last, "odw"))


def _stamp(line: Line, first: int, last: int) -> Made:
    """`Wed Aug 05 12:00:00 2015`, as programs write it."""
    made = _day(line.value(first, last, "y"), line.value(first, last, "M"), line.value(first, last, "dow"))
    return made and ("T", line.value(first, last, "C")._replace(date=made[1], sure=True))


_DAY_LEADS = frozenset("on by until from since till before after of to through beginning starting".split())


def _unsaid(line: Line, first: int, last: int) -> Made:
    """`on the 15th`, `by the 18th`: a day of some month."""
    before, after = line.word(first - 1), line.sign(last)
    at = last - 1
    digits = line.chunk.words[line.items[at].first][0].isdigit()
    bare = first <= 1 and last == len(line.items)
    if line.signs[at] in "dw" and not (
        line.sign(first) == "t" and (bare or (before in ("on", "for", "by") and after in " .!?"))
    ):
        return None
    if before in ("from", "to", "through") and line.sign(first) == "o" and not bare and "M" not in line.signs:
        return None  # `Green Street from 2nd to 4th`
    if before not in _DAY_LEADS and not (before == "for" and after in " .!"):
        return None
    follows = digits and (after in "ta" or line.word(last) in FUNCTION_WORDS)
    if after not in " .,;)!F@>C+|" and not follows:
        return None
    if not digits and not bare and after not in " .!":
        return None
    if after in "+|>-" and line.sign(last + 1) not in "odtD":
        return None
    if re.match(r"(?:,t?[do])*,?[+|]t?(?:[do]k?t?M|[oO]-?U)", line.signs[last:]):
        return None  # `the 3rd and the 9th of October`, `the 11th or 12th century`
    if line.sign(last) == "k":
        return None
    return "D", Partial(f"XXXX-XX-{line.items[at].value:02}")


_D = "[dow]"
DATES = Stage(
    "MWySHGKoOfdenv",
    *eras.RULES,
    Rule(r"y[-/.]d[-/.]d", _numeric),
    Rule(r"[de][-/.][de][-/.][yde]", _numeric),
    Rule(r"[de]/[de],y", _numeric),
    Rule(r"d\.[f]|d\.d\.[de]|ydd", _spaced),
    Rule(rf"M\.?[-/]?t?{_D}\)?(?:,?y|k[ye]|[-/]y|[-/]e|,'[de]|'[de]|iy)", _month_day),
    Rule(rf";M;{_D},y", _month_day),
    Rule(rf"t?{_D}(?:Uk|[-/]|k)?t?M(?:,?y|[-/]y|[-/][de]|k[yde]|'[de]|iy)", _day_month),
    Rule(r"y[-/]M[-/]d|y[-/]d[-/]M|d-y-M|yM[do](?![-/:])", _day_month),
    Rule(rf"M\.?[-/]?t?{_D}", _month_day),
    Rule(rf"t?{_D}(?:Uk|-|/|k)?t?M", _day_month),
    Rule(r"M,?[-/]?(?:k|i)?y|y[-/,]?M|Mk'?[de]|M'[de]", years.month_year),
    Rule(r"W?,?M[dow]Cy|W?,?[do]MCy", _stamp),
    Rule(r"Wt?[odw](?![-/]?k?t?M)", _weekday_day),
    Rule(r"[de]/[de]", _slashed),
    Rule(r"f", _pointed),
    Rule(r"y[-/]d|d[-/]y", years.year_month),
    Rule(r"y[-/][de]", years.two_years),
    Rule(r"y-y", years.life),
    Rule(r"x-?o-?[Kh]|o-?x-?[Kh]|xG", years.fiscal_quarter),
    Rule(r"y-G-d", years.quarter),
    Rule(r"(?:o-?K|o-?h|G|KG|Kw)(?:,?k?t?y)|y-?G", years.quarter),
    Rule(r"G'[de]", years.quarter),
    Rule(r"o-?K|G", years.quarter),
    Rule(r"U[de]", years.week_number),
    Rule(r"xU?y|U[yv]", years.named_year),
    Rule(r"S,?(?:k|i)?y(?:[-/][dey])?|Sk?'?[de]", years.season),
    Rule(r"Hy?U", years.holiday_week),
    Rule(r"H,?(?:k|i)?y", years.holiday),
    Rule(r"S", years.season),
    Rule(r"H", years.holiday),
    Rule(r"y", lone_years.bare_year),
    Rule(r"M", years.month),
    Rule(r"W", _weekday),
    Rule(r"t?o|td|tw", _unsaid),
)
