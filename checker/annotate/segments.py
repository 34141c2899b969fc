"""The runs of a chunk that may hold a date: kept apart from the words around them, they repeat, and are read once.

`on Monday`, `last year`, `three weeks ago` stand on every page of news among ever different words. A run is cut where a
word is neither a word of dates nor of hedges nor a mark; what stands beyond is written `xx` (`xxf` a function word, which
is no noun that a number before it counts), so that a run means the same wherever it stands. Its readings are a function of that text alone, and are kept.
"""

from __future__ import annotations

from functools import lru_cache

from checker.annotate import hedges, numbers
from checker.annotate.timexes import clocks, codes, days, holidays, lone_years, signs, years, zones
from checker.annotate.timexes.ages import BEFORE as BEFORE_AGE
from checker.annotate.timexes.ages import read_age
from checker.annotate.timexes.halfdays import MEALS
from checker.annotate.timexes.lexicon import (
    CARS,
    DECADES,
    ERAS,
    FUNCTION_WORDS,
    MEASURING,
    NUMBERS,
    ORDINAL,
    ROMAN,
    SPACED,
    WORDS,
)
from checker.annotate.timexes.reader import CUES, readings
from checker.annotate.timexes.verses import BOOKS
from checker.annotate.tokens import DIGITS, Chunk, Reading
from checker.model.mention import made

_SMALL_WORDS = frozenset(
    "again age aged ahead bi closest commencing copyright date daylight due duration ended ending ends financial foreseeable "
    "how hundred im lasted lasts latter m mo nd nearest old olds once onward onwards opening ordinal other p per period post "
    "pre rd regular rest right row school season semi shortly sky small soon standard th time too turn turned turning turns "
    "twice w war wee yo".split()
)
"""Words that the readers of dates look at here and there, beside those that they list."""
_KEPT = frozenset().union(
    WORDS, NUMBERS, ORDINAL, DECADES, ROMAN, SPACED, CARS, CUES - {DIGITS}, hedges.WORDS, MEALS, BOOKS, *holidays.NAMES,
    codes.LETTERS, clocks.STATES, days.PAPERS, lone_years.LEADS, lone_years.NUMBERED, lone_years.SUMS, signs.OWN, years.TITLES,
    zones.NAMED, _SMALL_WORDS,
)  # fmt: skip


_KEEP, _CUE, _FEAST, _CODE, _NUMBER, _DIGITS, _VERB, _PAST = 1, 2, 4, 8, 16, 32, 64, 128
_TOLD = _KEEP | _CUE


class _Classes(dict[str, int]):
    """What a token may be, whatever stands beside it; 0 ends a run."""

    def __missing__(self, word: str) -> int:
        sign = word[0]
        if sign.isalpha():
            told = 0
        elif "0" <= sign <= "9":
            told = _KEEP | _NUMBER | _DIGITS
        else:
            told = _KEEP | _NUMBER if sign == "." and len(word) > 1 else _KEEP
        if len(self) < _KNOWN:
            self[word] = told
        return told


_KNOWN = 1 << 16
"""As many tokens as are told apart but once."""
_CLASS = _Classes.fromkeys((word for word in _KEPT if word[:1].isalpha()), _KEEP)
for _words, _flag in (
    (CUES - {DIGITS}, _CUE),
    (holidays.CUES - CUES, _FEAST),
    (codes.LETTERS | {"s"}, _CODE),
    ({cue.rpartition(" ")[2] for cue in numbers.READER.words - {DIGITS}}, _NUMBER),
    (("last",), _VERB),
    (("past",), _PAST),
):
    for _word in _words:
        _CLASS[_word] |= _flag
_AUXILIARIES = frozenset("will would to may might can could should must not n't ll even did does only".split())


def cues(chunk: Chunk) -> tuple[list[Reading], list[int]]:
    """The dates, times and durations of a chunk, and the tokens at which a number may begin."""
    words, size = chunk.words, chunk.size
    found: list[Reading] = []
    begins: list[int] = []
    classes = bytearray(map(_CLASS.__getitem__, words[:size]))
    joined: list[int] = []
    for i in [i for i, kind in enumerate(classes) if kind > _TOLD]:
        kind = classes[i]
        cued = kind & _CUE
        if kind & _NUMBER:
            begins.append(i)
        if kind & _DIGITS:
            cued = words[i] != "0" and _dated(chunk, i)
            joined += (i - 1, i + 1)
            if i and words[i - 1] in BEFORE_AGE and (age := read_age(chunk, i)):
                found.append(age)
        elif kind & _VERB and words[i - 1] in _AUXILIARIES and _counts(words[i + 1]):
            kind = 0
        elif not cued:
            cued = (
                (kind & _PAST and _minutes_past(words, i))
                or (kind & _FEAST and holidays.covers(words, i))
                or (kind & _CODE and _coded(chunk, i))
            )
        classes[i] = _TOLD if cued else kind & _KEEP
    if size < _WHOLE:
        return [*found, *readings(chunk)], begins
    for i in joined:
        if 0 <= i < size and not classes[i] and _coded(chunk, i):
            classes[i] = _TOLD
    at = classes.find(_TOLD)
    while at >= 0:
        first, last = classes.rfind(0, 0, at) + 1, classes.find(0, at)
        last = size if last < 0 else last
        found += _read(chunk, first, last)
        at = classes.find(_TOLD, last)
    return found, begins


_WHOLE = 7
"""A chunk of fewer tokens is read as it is."""


def _counts(word: str) -> bool:
    """Whether a number may begin here: `will last two hours`."""
    return word[:1].isdigit() or word in NUMBERS or word in ("a", "an")


def _minutes_past(words: list[str], i: int) -> bool:
    """`10 past 9`, `half past nine`: neither number is a cue of dates by itself."""
    before, after = words[i - 1] if i else "", words[i + 1]
    return (before in NUMBERS or before.isdigit() or before in ("half", "quarter")) and (
        after in NUMBERS or after.isdigit()
    )


def _coded(chunk: Chunk, i: int) -> bool:
    """Letters glued to digits: `Q3`, `9h30`, `1970s`."""
    start, end = chunk.starts[i], chunk.ends[i]
    return "0" <= chunk.text[end : end + 1] <= "9" or (start > 0 and "0" <= chunk.text[start - 1] <= "9")


_JOINTS = frozenset("/ - – : s 's th st nd rd am pm a p h y ' yo hrs min".split())


_OMITTED = frozenset(("'", "‘"))
_RETURNS = frozenset("be come comes coming go goes going get getting".split())
_STOPS = frozenset(("", ".", "?", "!"))
_LEADING = frozenset(("at", "@", *ERAS)) | _OMITTED
_FOLLOWING = _JOINTS.union(ERAS, SPACED)


def _dated(chunk: Chunk, i: int) -> bool:
    """Digits that may be a date or a time with nothing but what is glued to them."""
    words = chunk.words
    before, word, after = words[i - 1], words[i], words[i + 1]
    if (len(word) in (4, 8) and word.isdigit()) or word.count(".") == 2:
        return True
    if before in _LEADING and (
        (before in ("at", "@") and words[i - 2] in MEALS)
        # `I'll be back at 7`; shares that were back at 7 are at a price
        or (before == "at" and words[i - 2] == "back" and words[i - 3] in _RETURNS and after in _STOPS)
        or before in ERAS
        or (before in _OMITTED and len(word) == 2 and chunk.glued(i))
    ):
        return True
    return after in _FOLLOWING and (
        after in ERAS
        or (after in _JOINTS and (chunk.glued(i + 1) or after in ("yo", "/", "h")))
        or (after in SPACED and (before in MEASURING or "." in word))
    )


def _read(chunk: Chunk, first: int, last: int) -> list[Reading]:
    left = right = ""
    if first:
        left = ("Xx" if chunk.upper(first - 1) else "xx") + ("" if chunk.glued(first) else " ")
    if last < chunk.size:
        beyond = "Xx" if chunk.upper(last) else "xxf" if chunk.words[last] in FUNCTION_WORDS else "xx"
        right = ("" if chunk.glued(last) else " ") + beyond
    by = first - (1 if left else 0)
    readings = _memo(left + chunk.quote(first, last) + right)
    if by == 0:
        return list(readings)
    return [
        made(Reading, (a + by, b + by, kind, value, c + by, d + by, hedge, noun, e, f, share))
        for a, b, kind, value, c, d, hedge, noun, e, f, share in readings
    ]


@lru_cache(maxsize=16384)
def _memo(text: str) -> tuple[Reading, ...]:
    return readings(Chunk(text))
