"""Digits that state no number: telephone, flight and section numbers, product names, scores, addresses, identifiers.

A false mention costs more than a missed one, so a bare number stays only where nothing speaks against it.
"""

from __future__ import annotations

from functools import lru_cache

from checker.annotate import addresses, labels, references, scores
from checker.annotate.hedges import WORDS
from checker.annotate.labels import Bare
from checker.annotate.numeral_words import WORDS as NUMBERS
from checker.annotate.pronouns import CASUALTIES
from checker.annotate.timexes.verses import BOOKS
from checker.annotate.tokens import Chunk

_NUMBER_WORDS = frozenset(("number", "numbers", "num", "no", "nos", "#", "№"))
_NAMED = {"911", "9/11", "24/7", "50/50", "20/20", "360", "101"}
_EMERGENCY = frozenset(("911", "999", "112"))
_CALLS = frozenset("call calls caller callers operator operators dispatcher dispatchers dispatch tape tapes".split())
_CALLING = frozenset("call calls called dialled dialed dialing dialling ring rang ringing phone phoned phoning".split())
_TURNS = {"360", "101"}
_LEADING = frozenset("to from than by of at was were is".split())
"""Words behind which a turn (`do a 360`) or a course for beginners (`Cooking 101`) is a number like others."""
_SHORT_LABELS = frozenset("no nos p pp vol sec fig ext rev v art ch".split())
_CALIBRES = frozenset(("caliber", "calibre", "cal", "gauge"))
_ARMS = frozenset(
    "handgun pistol revolver rifle gun magnum semiautomatic carbine bullet bullets round rounds shell shells".split()
)
_AFTER_LABELS = _CALIBRES | {"block", "to"}
_STATIONS = frozenset("fortune news radio bbc tv nbc cbs abc fox itv world air film".split())
_BRACKETED = frozenset(("[", "(", "{", ",", "-", "–", ";", "and"))
_FUNCTION = frozenset(
    "in on at to of and or the a an from by for with about over under than is was are were only some nearly almost around "
    "but that who which as if when after before between until since its their his her our my your this these those "
    "another all just up down more less least most aged age i he she it they we you not no".split()
)


_REPORTED = CASUALTIES | frozenset("wounds leaves hurts arrest arrests claims saves save".split())
"""Verbs that a headline has before its number: `Blast Kills 12`."""
_UNNAMED = _FUNCTION | _REPORTED


def excluded(chunk: Chunk, first: int, last: int, counted: bool) -> bool:
    """The bare number at tokens `first` to `last` states no amount. `counted`: a noun phrase follows it."""
    before = chunk.words[first - 1] if first else ""
    if last == first + 1 and _plainly_counts(chunk, first, before, counted):
        return False
    bare = Bare(chunk, first, last, counted, before, chunk.words[last])
    if (before in _BRACKETED and references.cited(chunk, first, last)) or references.figure(chunk, first):
        return True
    if _joined(bare) or labels.label(bare) or labels.listed(bare) or _name(bare) or _numbered(bare):
        return True
    return not counted and (_code(bare) or _odds(bare) or _pair(bare) or (bare.digits != "" and _figures(bare)))


def _plainly_counts(chunk: Chunk, first: int, before: str, counted: bool) -> bool:
    """Most numbers stand between two plain words, of which none could make them a name: no need to ask further."""
    words = chunk.words
    word, after = words[first], words[first + 1]
    return (
        _innocent(before)
        and (not after or (after.isalpha() and not chunk.upper(first + 1)))
        and not (chunk.upper(first - 1) or chunk.upper(first) or chunk.glued(first) or chunk.glued(first + 1))
        and after not in _AFTER_LABELS
        and (word not in _EMERGENCY or (after not in _CALLS and before not in _CALLING))
        and (counted or (before != "the" and (word not in _NAMED or _led(word, before))))
        and word[0] not in ("0", ".")
        and not (before == "of" and words[first - 2] == "group")
        and before != "per"
        and not (word == "zero" and _zero(words, first))
    )


@lru_cache(maxsize=16384)
def _innocent(before: str) -> bool:
    """A word that labels, joins or scores nothing."""
    return (
        before.isalpha()
        and before not in labels.LABELS
        and before not in labels.ALWAYS
        and before.removesuffix("s") not in labels.LABELS
        and before not in labels.PLACES
        and before not in _NUMBER_WORDS
        and before not in labels.LINKS
        and before not in references.FIGURES
    )


def _joined(bare: Bare) -> bool:
    """`A/45`, `4x4`, `12:30`, `9-to-5`, `COVID-19`."""
    chunk, first, last, counted, before, after = bare
    words = chunk.words
    if before and chunk.glued(first) and (before in "/=&?_@#:.\\^)" or before[0].isdigit()):
        return not (before == "=" and ("." in words[first] or len(words[first - 2]) == 1))
    if (after == "=" and not chunk.glued(last)) or references.argument(chunk, first):
        return True  # `1 = never, 2 = often`
    if bare.digits.startswith("00") or (bare.digits and _page(words, first)):
        return True
    if words[first][0] == "." and before in ("a", "an", "his", "her") and len(words[first]) == 3:
        return True  # `a .22`
    if after == "(" and chunk.glued(last) and len(words[last + 1]) == 1 and words[last + 2] == ")":
        return True  # `a 401(k) plan`
    if before in ("#", "№", "§") or (words[first] == "+" and after.isdigit()):
        return True
    if after and chunk.glued(last):
        if (after[0].isalpha() and after != "'s") or (after in "/=&_@:\\" and not (after == "/" and counted)):
            return True
        if after == "-" and not counted and chunk.glued(last + 1) and words[last + 1][:1].isalnum():
            return words[last + 1] not in ("strong", "magnitude", "plus", "odd", "ish")
    return (
        before in ("-", "+")
        and first > 1
        and words[first - 2] != "magnitude"
        and chunk.glued(first)
        and chunk.glued(first - 1)
        and words[first - 2][:1].isalnum()
    )


_PICTURES = frozenset("image photo slide picture page".split())


def _page(words: list[str], first: int) -> bool:
    """One side of `1 / 12`, the end of `photo 1 of 12`: which of the pictures is shown."""
    if words[first - 1] == "of" and words[first - 2].isdigit() and words[first - 3] in _PICTURES:
        return True
    if words[first + 1] == "of" and words[first + 2].isdigit() and words[first - 1] in _PICTURES:
        return True
    return (words[first + 1] == "/" and words[first + 2].isdigit()) or (
        words[first - 1] == "/" and words[first - 2].isdigit()
    )


def _zero(words: list[str], at: int) -> bool:
    """`ground zero`, `they zero in on it`."""
    return words[at - 1] in ("ground", "patient", "year", "day") or words[at + 1 : at + 3] == ["in", "on"]


def _name(bare: Bare) -> bool:
    """`World War Two`, `Ocean's Eleven`, `Apollo 11`, `News 5`."""
    chunk, first, _, counted, before, after = bare
    words = chunk.words
    word = words[first]
    if before == "of" and words[first - 2] == "group" and chunk.upper(first - 2):
        return True  # `the Group of 20`
    if _war(chunk, bare.last) or before == "per" or (word == "zero" and _zero(words, first)):
        return True  # `17 deaths per 100,000`, `ground zero`, `they zero in on it`
    if after in BOOKS and chunk.upper(bare.last) and words[bare.last + 1].isdigit():
        return True  # `1 Corinthians 13:4`
    if word in _EMERGENCY and (after in _CALLS or before in _CALLING):
        return True
    if len(bare.digits) in (1, 2) and "news" in words[bare.last : bare.last + 2] and chunk.upper(bare.last):
        return True
    if word.isalpha() and chunk.upper(first):
        if before == "'s" and not counted:
            return True
        closes = not after[:1].isalpha() or not chunk.upper(first + 1)
        return closes and before[:1].isalpha() and chunk.upper(first - 1) and before not in _UNNAMED
    if counted and "." in word and len(before) > 1 and chunk.raw(first - 1).isupper():
        return True  # `USB 3.0 ports`
    if not (word.isdigit() and len(word) < 6 and before[:1].isalpha() and chunk.upper(first - 1)):
        return False
    if len(word) == 5:
        return not counted and len(before) == 2 and chunk.raw(first - 1).isupper()  # `Dallas, TX 75201`
    if before in _STATIONS:
        return True
    if first == 1 and counted and after.endswith("ed") and before not in WORDS and not before.endswith("ly"):
        return not chunk.upper(bare.last)  # `Hill 60 changed hands`
    opening = words[first - 2] in (".", "?", "!", "“", '"', ":")
    return not (counted or first < 2 or before in _UNNAMED or opening or _shouted(bare))


def _shouted(bare: Bare) -> bool:
    """Within a headline in capitals, which make no name."""
    raw = bare.chunk.raw
    return len(bare.before) > 1 and raw(bare.first - 1).isupper() and bare.after.isalpha() and raw(bare.last).isupper()


def _war(chunk: Chunk, at: int) -> bool:
    """`Years' War`, `Day War`, behind the number that makes a name with it."""
    if chunk.words[at] not in _UNITS or not chunk.upper(at):
        return False
    at += 1
    at += chunk.words[at] in ("'", "’", "'s")
    return chunk.words[at] == "war" and chunk.upper(at)


_UNITS = frozenset("day days week weeks month months year years".split())


def _numbered(bare: Bare) -> bool:
    """`No. 9`, `number (9)`, `a .45 caliber pistol`, `the 2600 block`, `1. Wash it`."""
    chunk, first, last, _, before, after = bare
    words = chunk.words
    if (before == "." and words[first - 2] in _SHORT_LABELS) or (before == "(" and words[first - 2] in _NUMBER_WORDS):
        return True
    if (
        after in _CALIBRES
        or (words[first][0] == "." and after in _ARMS)
        or (after == "-" and words[last + 1] in _CALIBRES)
        or (after == "block" and bare.digits != "")
    ):
        return True
    if after == "." and 0 < len(bare.digits) < 3 and chunk.upper(last + 1):
        return first == 0 or before in ("…", ":", ";", "•") or (before == "," and bare.digits != "1")
    return bare.digits != "" and addresses.address(chunk, last)


_ONE = frozenset(("one", "1"))


def _odds(bare: Bare) -> bool:
    """`odds of 3 to 1`, `outnumbered three to one`: neither number counts anything."""
    words, first, last = bare.chunk.words, bare.first, bare.last
    to = "to" in (bare.before, bare.after)
    if bare.after == "to" and words[last + 1] in _ONE and bare.before not in ("from", "to"):
        return True
    if (
        bare.before == "to"
        and words[first] in _ONE
        and (words[first - 2][:1].isdigit() or words[first - 2] in NUMBERS)
        and words[first - 3] not in ("from", "to")
    ):
        return True
    return to and any(word == "odds" for word in words[max(0, first - 6) : first] + words[last : last + 4])


def _code(bare: Bare) -> bool:
    """`(202) 555-0142`, a reference in brackets `(22)`."""
    words = bare.chunk.words
    if bare.before == "(" and bare.after == ")":
        return words[bare.first].isdigit()
    return False


def _pair(bare: Bare) -> bool:
    """Two numbers and a hyphen that are no range: `555-0142`, `the 737-800`."""
    words = bare.chunk.words
    if bare.last != bare.first + 3 or words[bare.first + 1] not in ("-", ".", "–") or not words[bare.first].isdigit():
        return False
    if len(words[bare.first]) == 3 and len(words[bare.first + 2]) == 4:
        return True
    return words[bare.first + 1] == "-" and bare.before in ("the", "a", "an")


def _figures(bare: Bare) -> bool:
    """Digits alone: parts of telephone numbers and scores, `911`, `007`."""
    chunk, first, last, _, before, after = bare
    words = chunk.words
    if after.isdigit() or before.isdigit():
        zero = after[:1] == "0" or before[:1] == "0" or (after.isdigit() and before.isdigit())
        zero = zero or (before.isdigit() and words[first - 2][:1] == "0")
        if zero or "+" in (before, words[first - 2] if first > 1 else "", words[first - 3] if first > 2 else ""):
            return True
    if (chunk.upper(last) or after == "m") and len(after) == 1 and _coded(chunk, last):
        return True
    if before == "the" and len(bare.digits) in (3, 4) and after in ("is", "was", "has"):
        return True  # `the 486 is a chip`
    if (bare.digits in _NAMED and not _led(bare.digits, before)) or (len(bare.digits) > 1 and bare.digits[0] == "0"):
        return True
    return (
        scores.one_side(chunk, first, last) or addresses.telephone(chunk, first, last) or addresses.typed(chunk, first)
    )


def _led(digits: str, before: str) -> bool:
    return digits in _TURNS and before in _LEADING


def _coded(chunk: Chunk, at: int) -> bool:
    """A letter with digits glued to it: the `L-202` of `24703 L-202`."""
    at += 1 + (chunk.words[at + 1] == "-" and chunk.glued(at + 1))
    return chunk.glued(at) and chunk.words[at].isdigit()


def clean(chunk: Chunk, first: int) -> bool:
    """What is glued before a quantity does not make it part of a name or a path."""
    before = chunk.words[first - 1]
    if before in "([{<>~∼≈≃≅≥≤⩾⩽≳≲“\"'‘—–|*+±$£€=;:,…!-":
        return not (
            before in "-:"
            and first > 1
            and chunk.glued(first - 1)
            and chunk.words[first - 2][:1].isalnum()
            and before == "-"
        )
    return (before == "/" and chunk.words[first] in ("£", "$", "€", "¥")) or (
        before == "/" and chunk.words[first][0].isdigit()
    )


def year_like(words: list[str], first: int, last: int) -> bool:
    """Four digits alone that may be a year."""
    word = words[first]
    return last == first + 1 and len(word) == 4 and word.isdigit() and "1400" <= word <= "2199"
