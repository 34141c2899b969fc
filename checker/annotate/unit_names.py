"""One unit after a number, by name, symbol or mark; names that are other words too need something beside them."""

from __future__ import annotations

from functools import cache

from checker.annotate import exponents
from checker.annotate.labels import LABELS
from checker.annotate.measure_words import (
    DEGREE,
    INCHES,
    KNOWN,
    KNOWN_UPPER,
    LONG,
    OPENING,
    POWERS,
    SCALES,
    TEMPERATURE,
    TURNING,
    Measured,
)
from checker.annotate.nouns import STOP
from checker.annotate.plurals import plural
from checker.annotate.tokens import Chunk
from checker.values import units
from checker.values.units import Unit


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Names of more than one word, by their first, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(units.phrases(), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


def begins(word: str) -> bool:
    """A unit may begin with this word of letters."""
    return word in POWERS or word in _phrases() or units.named(word) is not None or units.symbol(word) is not None


def simple(chunk: Chunk, at: int, number: float | None, digits: bool, sure: bool) -> Measured | None:
    """One unit by name or symbol. `sure`: a hyphen or `square` before it leaves no doubt that it is one."""
    words = chunk.words
    word = words[at]
    if not word:
        return None
    if word in DEGREE:
        return _degrees(chunk, at, number, digits)
    for phrase in _phrases().get(word, ()):
        size = len(phrase)
        surface = words[at : at + size]
        if surface[1:2] == ["-"]:
            surface = words[at : at + 2 * size - 1 : 2]
            size = 2 * size - 1
        if tuple(surface[:-1]) == phrase[:-1] and surface[-1] in (phrase[-1], phrase[-1] + "s"):
            unit = units.named(" ".join(surface))
            if unit:
                return Measured(at + size, unit)
    if word[0].isalpha() or word[0] in "µμΩÅ℃℉":
        if len(word) < 3 or (len(word) < 5 and word.upper() == chunk.raw(at)):
            return _symbol(chunk, at, number, digits, sure)
        unit = units.named(word)
        if unit:
            return (
                Measured(at + 1 + _abbreviated(chunk, at), unit)
                if _plausible(chunk, at, number, digits, sure)
                else None
            )
        return _symbol(chunk, at, number, digits, sure) if len(word) < 7 else None
    if word in ('"', "'", "″", "′", "”", "’"):
        return _marks(chunk, at, digits)
    return None


def _abbreviated(chunk: Chunk, at: int) -> int:
    """1 where a full stop belongs to the abbreviation (`5 ft. tall`)."""
    words = chunk.words
    return int(words[at + 1] == "." and len(words[at]) < 4 and words[at + 2][:1].isalpha() and not chunk.upper(at + 2))


def _symbol(chunk: Chunk, at: int, number: float | None, digits: bool, sure: bool) -> Measured | None:
    words, raw = chunk.words, chunk.raw(at)
    glued = chunk.glued(at)
    following = words[at + 1]
    powered = False
    if chunk.glued(at + 1):
        if (following[:1].isdigit() and not (raw == "ft" and following in INCHES)) and (
            following not in ("2", "3") or (chunk.glued(at + 2) and words[at + 2][:1].isalnum())
        ):
            return None
        power = exponents.marked(chunk, at + 1) or exponents.level(chunk, at + 1)
        named = words[at + 2][:1].isdigit() or chunk.upper(at + 2)
        unlike = not words[at + 2].isdigit() or units.symbol(chunk.raw(at + 3)) is None
        if power is None and following == "-" and chunk.glued(at + 2) and named and unlike:
            return None  # `F-16`, but not `5V-12V`
        powered = (
            (power is not None and (power[1] < 0 or following[0] == "^"))
            or following == "·"
            or (following == "/" and len(words[at + 2]) < 4)
        )
    if not digits and raw not in _SPELLED:
        return None
    if raw == "in" and not glued and not sure:
        if (following[:1].isalnum() and following not in LONG and following != "of") or following in _NO_INCHES:
            return None
        if following == "" and len(words) > 9 + at:
            return None
    if raw in ("C", "F") and not sure:
        return _warmth(chunk, at, number)
    if len(raw) == 1 and not _letter(chunk, at, number, sure, powered):
        return None
    if raw == "st" and (not glued or number is None or (number % 10 == 1 and number % 100 != 11)):
        return None  # `12st` are stones, `21st` is an ordinal
    if raw in ("N", "W") and following == "." and words[at - 2] in ("at", "near", "of"):
        return None  # `at 639 N. Third Avenue`
    if raw in ("pm", "am", "PM", "AM") and not (
        at > 0 and "." in words[at - 1] and len(words[at - 1].split(".")[1]) != 2
    ):
        return None
    if raw in _WORDS:
        return None
    unit = units.symbol(raw)
    if unit is None:
        return None
    if unit.base == "second" and not (sure or powered) and raw not in _TIMES:
        return None
    if len(raw) > 1 and raw.islower() and not (glued or powered) and raw not in KNOWN and raw[0] not in "µμ":
        return None
    if not (glued or powered) and len(raw) > 1 and raw.isupper() and raw.isascii() and raw not in KNOWN_UPPER:
        return None
    return Measured(at + 1 + _abbreviated(chunk, at), unit)


def _warmth(chunk: Chunk, at: int, number: float | None) -> Measured | None:
    """The letter of a scale of temperature: `40C in Delhi`, `98 F`."""
    words, following = chunk.words, chunk.words[at + 1]
    if not (
        (chunk.glued(at) and words[at - 2] not in LABELS and (_measured(chunk, at, number) or _warm(chunk, at)))
        or ((not following[:1].isalnum() or following in OPENING) and _warm(chunk, at))
    ):
        return None
    unit = units.named("celsius" if chunk.raw(at) == "C" else "fahrenheit")
    return Measured(at + 1, unit) if unit else None


def _letter(chunk: Chunk, at: int, number: float | None, sure: bool, powered: bool) -> bool:
    """Whether a single letter is a unit here: `5 V`, but not the `A` of `5 A levels`."""
    words, raw, glued, following = chunk.words, chunk.raw(at), chunk.glued(at), chunk.words[at + 1]
    if (raw not in "mglLWVKAJNTshatÅΩΩ" and not (raw == "S" and powered)) or (
        raw == "t" and (following in ("'", "-") or number is None or (number < 2 and not sure))
    ):
        return False
    if raw in "sha" and not (powered or (raw in "sh" and _lasting(chunk, at))):
        return False
    if not glued and (
        (chunk.upper(at + 1) and following not in ("ac", "dc") and not substance(chunk, at + 1))
        or (following == "." and chunk.upper(at + 2))
    ):
        return False
    return not (
        (raw in "KT" and glued and words[at - 1] not in _PRODUCT)
        or (raw == "A" and not glued and following[:1].isalpha() and following not in OPENING)
        or (raw in "tT" and plural(following))
    )


def substance(chunk: Chunk, at: int) -> int:
    """How many tokens at this one say of what the unit before it is, where a divisor follows: the `C` of `g C m−2`."""
    last = at + 1 + chunk.words[at + 1].isdigit()
    if not chunk.upper(at) or chunk.ends[at] - chunk.starts[at] > 2 or not chunk.words[last].isalpha():
        return 0
    power = exponents.marked(chunk, last + 1) or exponents.level(chunk, last + 1, True)
    return last - at if power and power[1] < 0 else 0


_SPELLED = frozenset("km kg ml mm cm ft mph lbs mi mg kb mb gb psi".split())
"""Symbols that may follow a number in words."""
_WORDS = frozenset("at As At as US us MPs PC PCs TV TVs EU or no a an me".split())
_NO_INCHES = frozenset(("in", "“", '"', "'", "$", "£", "€", "("))
_TIMES = frozenset("s h ms ns µs μs Ma Ga ka kyr Myr Gyr byr".split())
"""Symbols of times that the reader of durations leaves to this one."""


def _lasting(chunk: Chunk, at: int) -> bool:
    """`240 s at 30 mA`, `each 192 s cycle`: seconds, set apart from their number; `the 90 s` are years."""
    words, before, following = chunk.words, chunk.words[at - 2], chunk.words[at + 1]
    figures = words[at - 1]
    years = before in _DECADES or (before == "in" and len(figures) == 2 and figures[1] == "0")
    if chunk.glued(at) or len(figures) == 4 or years or following == "'":
        return False
    return not following[:1].isalnum() or following in OPENING or before in _DURING


_DECADES = frozenset("the early late mid".split())
_DURING = frozenset("for of each every a after within over at = per to about".split())
_PRODUCT = frozenset(("/", "(", "*", "·"))


def _warm(chunk: Chunk, at: int) -> bool:
    """Something near `98 F` speaks of temperature, be it the other scale in brackets: `104 F (40 C)`."""
    words = chunk.words
    behind, ahead = at + 3 + (words[at + 2] == "-"), at - 3 - (words[at - 2] == "-")
    again = words[behind] if words[at + 1] == "(" else words[ahead] if ahead > 0 and words[ahead + 1] == "(" else ""
    return (
        chunk.size < 5 or again in ("c", "f") or any(word in TEMPERATURE for word in words[max(0, at - 14) : at + 14])
    )


_REACHED = frozenset(
    "was is were hit hits hitting reach reached reaches reaching top topped topping exceed exceeded exceeding above below "
    "nearly almost around about over under than minus negative - 's".split()
)


def _measured(chunk: Chunk, at: int, number: float | None) -> bool:
    """`it was 40C`, `it hit 104F`: a number that a thermometer may show, behind a word that a seat or a bus is not told with."""
    low, high = (-60, 60) if chunk.raw(at) == "C" else (-60, 140)
    return number is not None and low <= number <= high and at > 1 and chunk.words[at - 2] in _REACHED


def _plausible(chunk: Chunk, at: int, number: float | None, digits: bool, sure: bool) -> bool:
    """Names that are other words as well need something beside them."""
    words, word = chunk.words, chunk.words[at]
    following = words[at + 1]
    if word in ("turn", "turns", "revolution", "revolutions"):
        return any(other in TURNING for other in words[max(0, at - 6) : at])
    if sure:
        return word not in ("kilo", "gig", "meg", "bar", "cup")
    if word in ("cup", "cups", "bar", "bars", "pint", "stone", "stones", "meg", "gig", "gigs", "megs", "gray", "grays"):
        if word == "stone":
            return number is not None and 2 < number < 60
        if word in ("pint", "meg", "megs"):
            return True
        if word in ("gray", "grays"):
            return False
        if word in ("gig", "gigs", "bar", "bars"):
            stored = following == "of" and words[at + 2] in ("ram", "memory", "data", "storage", "space")
            return digits and word != "bars" and (not following[:1].isalpha() or (stored and word != "bar"))
        poured = following.isalpha() and following not in STOP and not plural(following) and digits
        return (
            following in ("of", "(")
            or (following == "" and chunk.size < 5)
            or (poured and word in ("cup", "cups"))
            or (number is not None and number % 1 != 0)
        )
    return True


def _degrees(chunk: Chunk, at: int, number: float | None, digits: bool) -> Measured | None:
    """Degrees of temperature or of an arc; which, where no scale is named, only its surroundings could say."""
    words = chunk.words
    word = words[at]
    following = words[at + 1]
    scale = SCALES.get(following)
    if scale and (len(following) > 1 or chunk.raw(at + 1).isupper() or word in ("°", "º") or following == "f"):
        unit = units.named(scale)
        if unit:
            return Measured(at + 2, unit._replace(written=f"degree {scale}"))
    if (
        word in ("degree", "degrees")
        and not digits
        and (number is None or number < 10)
        and not (
            following in ("below", "above", "north", "south", "warmer", "colder", "cooler", "hotter", "") or number == 0
        )
    ):
        return None
    unit = Unit("degree", 1.0, 0.0, (("degree", 1.0),))
    return Measured(at + 1, unit)


_FEET = frozenset(("'", "′", "’"))


def _marks(chunk: Chunk, at: int, digits: bool) -> Measured | None:
    """`5''`, `6"` inches; feet only with inches after them, for a single quotation mark closes most often."""
    words = chunk.words
    if not digits or not chunk.glued(at):
        return None
    word = words[at]
    inch, foot = units.named("inch"), units.named("foot")
    if inch is None or foot is None:
        return None
    if word == "'" and words[at + 1] == "'" and chunk.glued(at + 1):
        return Measured(at + 2, inch)
    if word in ('"', "″"):
        opened = sum(words[i] == '"' and not (i and words[i - 1][-1].isdigit() and chunk.glued(i)) for i in range(at))
        if opened % 2 == 0 and words[at - 2] != '"':
            return Measured(at + 1, inch)
        return None
    if word in _FEET and words[at + 1].isdigit() and words[at + 2] in ('"', "″", "”", "'"):
        return Measured(at + 1, foot)
    return None
