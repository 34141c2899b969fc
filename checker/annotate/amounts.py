"""Currencies before and after a number: `US$5`, `Rs 5 crore`, `18 billion Canadian dollars`, `50p`, `$20 and 43c`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker.annotate.measure_words import COSTS, POWERS
from checker.annotate.nouns import STOP
from checker.annotate.numeral_words import MANY
from checker.annotate.tokens import Chunk
from checker.values.currencies import Currency, currencies


class Priced(NamedTuple):
    """A currency at tokens `first` to `last`."""

    first: int
    last: int
    currency: Currency


_SPACED = frozenset(("us", "u.s.", "u.s", "c", "hk", "nz", "nt", "s", "can", "au", "usd"))
_BEFORE_WORDS = frozenset(
    ("rs", "rm", "re", "rp", "kr", "ksh", "sfr", "dhs", "dh", "tk", "dm", "fcfa", "nis", "tsh", "ush", "fr")
)
_SCALED = frozenset(("million", "billion", "trillion", "crore", "lakh"))
_LARGE = {"M": 1e6, "K": 1e3, "T": 1e3, "B": 1e9}
"""Letters before a code that are a scale: `120 MEUR`."""
_BARE_CODES = frozenset("AWG ALL TOP CUP TRY LAK GEL MOP BAM PEN SOS COP ETH".split())
"""Codes that are words of their own, read only beside a grouped or scaled number."""
_BARE_BEFORE = _BARE_CODES | {"PHP"}
"""Those, and a language whose versions follow its name: `PHP 8`."""

PER = frozenset(
    "share barrel ton tonne ounce pound gallon litre liter kilo kilogram kg person head bottle ticket night seat piece "
    "case game episode word page plate unit hour day week month year minute second mile km kilometre kilometer dozen "
    "vote bushel bag box cup pint pop shot vehicle car household family child student worker employee acre plot "
    "fortnight quarter decade metre meter square bird item copy pack packet passenger throw".split()
)
"""What `a` before it makes a rate of (`$70 a share`); `per` makes one of any noun."""


@cache
def _suffixes() -> tuple[dict[str, list[tuple[str, ...]]], dict[str, list[tuple[str, ...]]]]:
    """Names and peoples of more than one word, by their first word, longest first."""
    table = currencies()
    tables = []
    for source in (table.names, table.peoples):
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(source, key=lambda n: -len(n.split())):
            words = tuple(name.split())
            found.setdefault(words[0], []).append(words)
        tables.append(found)
    return tables[0], tables[1]


def before(chunk: Chunk, i: int) -> Priced | None:
    """The currency whose mark or code ends right before token i, the first of a number."""
    if i < 1:
        return None
    words, table = chunk.words, currencies()
    at = i - 1
    word = words[at]
    if words[i] in MANY:
        return None  # `(in $ millions)`
    if word == "-" and i > 1 and words[i - 2] == "$" and chunk.glued(at):
        return None
    if word == "." and i > 1 and words[i - 2] in _BEFORE_WORDS:
        at -= 1
        word = words[at]
    if not word[0].isalpha():
        currency = table.marks.get(word)
        if currency is None or (words[i + 1] == word and at and words[at - 1].isdigit() and not chunk.glued(i)):
            return None
        return _with_country(chunk, at, currency)
    raw = chunk.raw(at)
    if word in _BEFORE_WORDS:
        mark = table.marks.get(raw) or table.marks.get(raw.capitalize()) or table.marks.get(raw.upper())
        if mark and (raw[0].isupper() or word in ("rs", "kr")) and not (word == "re" and not chunk.glued(i)):
            return Priced(at, i, mark)
    if raw in table.marks:
        vouched = "," in words[i] or words[i + 1] in _GROUPED or _paid(words, at)
        code = len(word) == 3 and raw.isupper() and (vouched or raw not in _BARE_BEFORE)
        letter = raw in ("R", "P", "K") and chunk.glued(i) and (vouched or words[i + 1] == "k" or "." in words[i])
        if code or letter:
            return Priced(at, i, table.marks[raw])
    if word in table.names and (
        words[i + 1] in _SCALED or (words[i + 2] in _SCALED and not words[i + 1][:1].isalpha())
    ):
        return Priced(at, i, table.names[word]) if table.names[word].sure else None
    if (chunk.size < 8 and word in table.names and at == 0) or (
        chunk.size < 8 and at == 1 and words[0] in table.peoples
    ):
        named = _named(chunk, 0)
        if named and named.last == i and named.currency.sure:
            return named
    return None


_GROUPED = frozenset(("million", "billion", "trillion", "m", "bn"))
"""Scales that vouch for a code or a letter before them."""
_LINES = frozenset("240 360 480 576 720 1080 1440 2160".split())
"""Lines of a picture: `1080p` are no pence."""


def _paid(words: list[str], at: int) -> bool:
    """Something before letters that are a currency only at times speaks of payment: `a fee of R500`."""
    return any(word in COSTS for word in words[max(0, at - 8) : at])


def _with_country(chunk: Chunk, at: int, currency: Currency) -> Priced | None:
    """`$` with the letters before it: `US$`, `HK $`, `u.s $`."""
    words, table = chunk.words, currencies()
    glued = chunk.glued(at)
    previous = words[at - 1] if at else ""
    if previous == "." and words[at - 2] == "s" and words[at - 3] == "." and words[at - 4] == "u":
        return Priced(at - 4, at + 1, currency)
    if previous == "s" and words[at - 2] == "." and words[at - 3] == "u":
        return Priced(at - 3, at + 1, currency)
    if previous and (glued or previous in _SPACED) and previous[0].isalpha():
        letters = "US" if previous.startswith("u.s") else chunk.raw(at - 1)
        mark = table.marks.get(letters + words[at]) or table.marks.get(letters.upper() + words[at])
        mark = mark or (table.marks.get(letters.upper()) if len(letters) == 3 and glued else None)
        if mark:
            return Priced(at - 1, at + 1, mark._replace(written=currency.written))
        if glued and letters.isupper() and letters in table.marks:
            return Priced(at - 1, at + 1, table.marks[letters])
    return Priced(at, at + 1, currency)


def after(chunk: Chunk, i: int, number: float | None, digits: bool) -> Priced | None:
    """The currency that begins at token i, right after a number or after a hyphen there (`100-dollar`)."""
    words, table = chunk.words, currencies()
    at = i
    if words[at] == "-" and words[at + 1][:1].isalpha():
        named = _named(chunk, at + 1)
        return named._replace(first=i) if named and named.currency.sure else None
    word = words[at]
    if not word:
        return None
    if not word[0].isalpha():
        currency = table.marks.get(word)
        if currency is None or (not digits and number is None):
            return None
        if words[at + 1][:1].isdigit() and not chunk.glued(at):
            following = words[at + 2]
            if chunk.glued(at + 1) or not (following == word or following in ("cent", "cents")):
                return None
        elif words[at + 1][:1].isdigit() and chunk.glued(at + 1):
            return None
        if word == "€" and words[at + 1] == "ur":
            return Priced(at, at + 2, currency)
        return Priced(at, at + 1, currency)
    if not word.isascii():
        for last in (at + 1, at + 2):
            if chunk.quote(at, last) in table.marks:
                return Priced(at, last, table.marks[chunk.quote(at, last)])
    named = _named(chunk, at)
    if named:
        if named.currency.sure or (number is not None and number >= 1000):
            return named
        return None
    raw = chunk.raw(at)
    if (
        word in ("us", "u.s.", "hk", "a", "c", "nz", "usd", "s", "r", "nt")
        and words[at + 1] == "$"
        and chunk.glued(at + 1)
        and not words[at + 2][:1].isdigit()
    ):
        mark = table.marks.get(("US" if word[0] == "u" else raw) + "$")
        return Priced(at, at + 2, mark) if mark else None
    if len(word) == 4 and raw[0] in _LARGE and raw[1:] in table.marks and raw.isupper():
        thousands = table.marks[raw[1:]]
        return Priced(at, at + 1, thousands._replace(factor=_LARGE[raw[0]]))
    if len(word) == 3 and raw in table.marks and raw.isupper() and raw not in _BARE_CODES:
        return None if chunk.glued(at + 1) and words[at + 1][:1].isdigit() else Priced(at, at + 1, table.marks[raw])
    if (word == "rm" and raw == "RM") or (word == "kr" and digits):
        return Priced(at, at + 1, table.marks["RM" if word == "rm" else "kr"])
    if word == "p" and words[at - 1] in _LINES and not _paid(words, at):
        return None
    glued_on = chunk.glued(at + 1) and words[at + 1][:1].isalnum()
    if (
        digits
        and word in ("p", "c", "¢")
        and chunk.glued(at)
        and (words[at + 1] != "." or not words[at + 2] or chunk.upper(at + 2))
        and not (glued_on or chunk.raw(at).isupper())
    ):
        return Priced(at, at + 1, table.marks[word])
    return None


def _named(chunk: Chunk, i: int) -> Priced | None:
    """A currency by name, with its country before it."""
    words, table = chunk.words, currencies()
    names, peoples = _suffixes()
    for people in peoples.get(words[i], ()):
        size = len(people)
        if tuple(words[i : i + size]) == people:
            own = table.peoples[" ".join(people)]
            named = _longest(chunk, i + size, own)
            if named:
                return named._replace(first=i)
            loose = _longest(chunk, i + size, table.names)
            if loose and loose.currency.sure and loose.currency.factor == 1.0:
                return loose._replace(first=i)
    if words[i] in names:
        return _longest(chunk, i, table.names)
    return None


def _longest(chunk: Chunk, i: int, names: dict[str, Currency]) -> Priced | None:
    words = chunk.words
    for size in (3, 2, 1):
        currency = names.get(" ".join(words[i : i + size]))
        if currency and words[i + size - 1]:
            return Priced(i, i + size, currency)
    return None


def per(chunk: Chunk, i: int) -> tuple[int, str] | None:
    """What an amount is for: `a share`, `per person`, `/hour`, `-a-share`; the token after it and the noun."""
    found = _per(chunk, i)
    return found and (found[0], _ALIKE.get(found[1], found[1]))


RATED = frozenset(("per", "a", "an", "each", "every", "/", "-"))
"""What a rate may begin with behind a count."""


def each(chunk: Chunk, i: int) -> str | None:
    """What a count before token i is for: the `day` of `500 deaths a day`, the `1,000 births` of `17 deaths per 1,000
    births`; what it is for each of (`per side`) is told elsewhere."""
    words = chunk.words
    if words[i] == "per" and words[i + 1][:1].isdigit():
        return f"{words[i + 1]} {words[i + 2]}" if words[i + 2].isalpha() else words[i + 1]
    rate = per(chunk, i)
    return rate[1] if rate and rate[1] not in _SHARES else None


_SHARES = frozenset("side person head party".split())
_ALIKE = {
    "hr": "hour", "yr": "year", "annum": "year", "sec": "second", "min": "minute", "mo": "month", "kg": "kilogram",
    "kilo": "kilogram", "lb": "pound", "oz": "ounce", "gal": "gallon", "bbl": "barrel", "litre": "liter", "l": "liter",
    "metre": "meter", "m": "meter", "km": "kilometer", "kilometre": "kilometer", "tonne": "metric ton", "t": "metric ton",
    "kwh": "kilowatt hour", "mwh": "megawatt hour",
}  # fmt: skip
"""One name for what is written in several ways, so that `$4/gal` can be compared with `$4 a gallon`."""


def _per(chunk: Chunk, i: int) -> tuple[int, str] | None:
    words, at = chunk.words, i
    if words[at] == "-":
        at += 1
    word = words[at]
    if word in ("per", "/"):
        at += words[at + 1] == "-"  # `$20-per-hour`
        noun = words[at + 1]
        if noun in POWERS and words[at + 2].isalpha():
            return at + 3, f"{noun} {words[at + 2]}"
        if noun not in PER and words[at + 2] in PER and noun[:1].isalpha():
            return at + 3, f"{noun} {words[at + 2]}"  # `per diluted share`
        if noun[:1].isalpha() and noun not in ("cent", "capita"):
            return at + 2, noun
        return (at + 2, "person") if noun == "capita" else None
    if word in ("a", "an", "each", "every"):
        end = at + 2 + (words[at + 1] == "-")
        noun, following = words[end - 1], words[end]
        again = noun == "second" and following.isalpha() and following not in STOP  # `they spoke a second time`
        return (end, noun) if noun in PER and following not in _COUNTED_FROM and not again else None
    if word in ("for", "on") and words[at + 1] in ("each", "every") and words[at + 2] in PER:
        return at + 3, words[at + 2]
    return None


_COUNTED_FROM = frozenset("ago before earlier later after".split())
"""What makes `a year` a date: `$80 million a year before`."""


def codes() -> frozenset[str]:
    """Codes that digits may follow without a space, as the scan looks for them: `MYR79`."""
    return frozenset(
        mark.lower() for mark in currencies().marks if len(mark) == 3 and mark.isupper() and mark.isascii()
    )


@cache
def _beginnings() -> frozenset[str]:
    table = currencies()
    firsts = {name.split()[0] for source in (table.names, table.peoples) for name in source}
    return frozenset(firsts | {mark.lower() for mark in table.marks})


def begins(word: str) -> bool:
    """A currency, or a country before it, may begin with this word."""
    return word in _beginnings() or (len(word) == 4 and word[0] in "mktb" and word[1:].upper() in currencies().marks)
