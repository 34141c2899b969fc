"""Shares and multiples: `one in five`, `a fifth of`, `threefold`, `twice as many`."""

from __future__ import annotations

from checker.annotate import hedges, nouns, references
from checker.annotate.literals import literal
from checker.annotate.meanings import Item, unit_after
from checker.annotate.numeral_words import PARTS, SMALL, TENS
from checker.annotate.numerals import Numeral, joined, numeral
from checker.annotate.tokens import Chunk, Reading
from checker.values import precision
from checker.values.precision import Amount, hedged, point


def ratio_at(chunk: Chunk, i: int) -> Reading | None:
    """`one in five`, `9 out of 10`, `threefold`, `five times as many`, `twice`."""
    words, word = chunk.words, chunk.words[i]
    if word in _TWICE:
        compared = words[i + 1] in _WHAT and (word != "double" or words[i + 2] != "play")
        return _told(chunk, i, i + 1, point(_TWICE[word], 0.1), "times") if compared else None
    if word in FOLDS:
        return _told(chunk, i, i + 1, point(FOLDS[word], 1.0), "times")
    if word in GROWN:
        return _grown(chunk, i) if _has_grown(chunk, i) else None
    one = numeral(chunk, i) if word not in PARTS else None
    if one is None or one.amount.number is None:
        return None
    at = one.last
    if words[at] == ":":
        return _proportion(chunk, i)
    if words[at] in ("to", "-", "–") and (words[at + 1][:1].isdigit() or words[at + 1] in SMALL):
        two = numeral(chunk, at + 1)
        range_ = joined(chunk, one, two, "") if two and words[two.last] in _TIMES else None
        if range_:
            one, at = range_, range_.last
    hyphen = words[at] == "-"
    if words[at + hyphen] == "fold":
        return _told(chunk, one.first, at + hyphen + 1, one.amount, "times")
    number = one.amount.number
    if words[at] in _TIMES and (
        _by_sign(chunk, at)
        or ((number or 0.0) % 1 and not words[at + 1][:1].isdigit())
        or words[at + 1] in _COMPARED_BY
    ):
        return _told(chunk, one.first, at + 1, one.amount, "times")
    if words[at : at + 3] == ["-", "in", "-"]:
        at += 1  # `a 1-in-83 chance`
    if number is None or not (words[at] == "in" or words[at : at + 2] == ["out", "of"]):
        return None
    whole = _whole(chunk, at, number)
    return whole and _told(chunk, one.first, whole.last, point(number / (whole.amount.number or 1.0), 0.0), "")


def _proportion(chunk: Chunk, i: int) -> Reading | None:
    """`a 1:50 dilution`, `a ratio of 3:1`; odds are no statement, and a third number makes it one of three."""
    words = chunk.words
    one, two = literal(words[i]), literal(words[i + 2]) if words[i + 2][:1].isdigit() else None
    if one is None or two is None or not two.value or words[i + 3] == ":" or not chunk.glued(i + 2):
        return None
    if not references.proportion(words, i) or "odds" in words[max(0, i - 6) : i + 4] or words[i - 1] == ":":
        return None
    return _told(chunk, i, i + 3, point(one.value / two.value, 0.0), "")


def _told(chunk: Chunk, core: int, last: int, amount: Amount, unit: str) -> Reading:
    """A ratio at tokens `core` to `last`, with the hedge before it."""
    hedge = hedges.before(chunk, core)
    first = hedge.first if hedge else core
    value = precision.quantity(hedged(amount, hedge.moves) if hedge else amount, unit, unit)
    return Reading(first, last, "ratio", value, core, last, chunk.quote(first, core).lower() if hedge else None)


def _whole(chunk: Chunk, at: int, part: float) -> Numeral | None:
    """The ten of `9 out of 10`, `one in every ten`; `two in 2019`, `three in five days` are no shares."""
    words, out = chunk.words, chunk.words[at] == "out"
    hyphen = words[at + 1] == "-"
    start = at + 1 + out + hyphen
    start += words[start] in ("every", "each")
    if not (
        words[start][:1].isdigit()
        or words[start] in SMALL
        or words[start] in TENS
        or (words[start] == "a" and words[start + 1])
    ):
        return None
    whole = numeral(chunk, start + (words[start] == "a"))
    if whole is None or whole.amount.number is None or whole.amount.number <= part or unit_after(chunk, whole):
        return None
    number = whole.amount.number
    if hyphen and words[whole.last] == "-":
        return None  # `a 1-in-100-year flood`
    if out:
        return whole if number in _WHOLES or not nouns.after(chunk, whole.last, False) else None
    counted = number % 1000 and number not in _WHOLES and nouns.after(chunk, whole.last, False)
    if part >= 10 or counted or 1900 < number < 2100 or words[whole.last] in _TIME_NOUNS:
        return None
    return whole


_TWICE = {"twice": 2.0, "double": 2.0, "triple": 3.0, "thrice": 3.0}
_WHAT = frozenset("as the that its their what his her".split())
FOLDS = {word + "fold": number for word, number in (SMALL | TENS | {"hundred": 100.0, "thousand": 1000.0}).items()}
"""`threefold`, `hundredfold`."""
GROWN = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "quintupled": 5.0, "halved": 0.5}
"""Verbs that tell of a multiple."""


def _has_grown(chunk: Chunk, i: int) -> bool:
    """`profits doubled`, `has halved since`, `tripled its fee`; not `doubled back`, `halved tomatoes`, `he doubled to left`
    (of a batter), nor what may be so."""
    words, before, after = chunk.words, chunk.words[i - 1] if i else "", chunk.words[i + 1]
    if not before.isalpha() or before in _UNSURE or before in _ARTICLES or after in _OTHERWISE:
        return False
    if after == "over":
        return words[i + 2][:1].isdigit() or words[i + 2] in SMALL or words[i + 3] in ("past", "last", "next")
    if after == "to":
        return words[i + 2][:1].isdigit() or words[i + 2] in _BEFORE_FIGURES
    return not after.isalpha() or after in nouns.STOP


def _grown(chunk: Chunk, i: int) -> Reading:
    """`more than halved` leaves less than half."""
    told = _told(chunk, i, i + 1, point(GROWN[chunk.words[i]], 0.1), "times")
    hedge = hedges.before(chunk, i)
    if hedge is None or GROWN[chunk.words[i]] > 1:
        return told
    amount = hedged(point(0.5, 0.1), _FEWER.get(hedge.moves, hedge.moves))
    return told._replace(value=precision.quantity(amount, "times", "times"))


_FEWER = {
    precision.OVER: precision.UNDER, precision.AT_LEAST: precision.AT_MOST, precision.JUST_OVER: precision.JUST_UNDER,
    precision.WELL_OVER: precision.WELL_UNDER, precision.NEARLY: precision.JUST_OVER,
}  # fmt: skip
_ARTICLES = frozenset("the a an their his her its of with and".split())
_UNSURE = frozenset("he she i we you they be not".split())
_OTHERWISE = frozenset("back down up as home off out around".split())
_BEFORE_FIGURES = frozenset("$ £ € about around nearly almost some more over at just".split())
_TIMES = ("times", "x", "×")
_COMPARED_BY = frozenset(
    "as more fewer higher larger bigger greater the its their faster longer what less smaller stronger worse better that likelier "
    "over earnings book revenue revenues ebitda".split()
)
"""Words behind `times` that compare; else it tells how often."""
_WHOLES = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000))
"""What people count a share of things in: `one in five homes`."""


def _by_sign(chunk: Chunk, at: int) -> bool:
    """`2x`, `(12×)`: the sign of a multiple, glued to its number and to nothing else."""
    sign, after = chunk.raw(at), chunk.words[at + 1]
    return (
        sign in ("x", "×")
        and chunk.glued(at)
        and not (after[:1].isdigit() or (after and after not in _ENDS and chunk.glued(at + 1)))
    )


_ENDS = frozenset((".", ",", ")", ";", "!", "?", "]", '"', "”"))
_TIME_NOUNS = frozenset(
    "day days week weeks month months year years hour hours minute minutes seconds decades games matches overs".split()
)


def share_of(chunk: Chunk, item: Item, hedge_read: tuple[int, int, Amount, str | None]) -> Reading | None:
    """A fraction that no unit follows: a share of something."""
    first, last, amount, hedge = hedge_read
    words, at = chunk.words, item.last
    begin = item.numeral.first
    word = words[at - 1]
    if word in ("half", "quarter", "third", "fourth", "fifth") or word in PARTS:
        before = words[begin - 1] if begin else ""
        vouched = (
            words[at] in ("of", "the", "its", "their", "his", "her", "our", "that", "this", "as", "")
            or hedge is not None
        )
        vouched = (
            vouched
            or words[at] in COMPARED
            or words[begin] in ("one", "two", "three")
            or before in ("by", "in", "than")
            or (begin + 1 < at and (words[at] == "." or (words[at] == "," and words[begin] not in ("a", "an"))))
        )
        if not vouched or (before in _HALVES and words[at] != "of"):
            return None
        if before in _HALVES and word in ("half", "quarter") and not _said_that(words, begin):
            return None
        if words[at] == "-" and chunk.glued(at):
            return None  # `a third-floor room`, `half-day`
    value = precision.quantity(amount, "", "")
    return Reading(first, last, "ratio", value, begin, at, hedge, share=None)


def _said_that(words: list[str], begin: int) -> bool:
    """`he said that half of them left`, where `in that half of the field` points to one of two."""
    return words[begin - 1] == "that" and begin > 1 and words[begin - 2] not in _WHERE


_WHERE = frozenset("in of on at from for to with by into across over".split())
COMPARED = frozenset("more less fewer larger smaller bigger higher lower greater longer shorter cheaper faster".split())
"""What follows a share of something that is compared: `a third more`."""
_HALVES = frozenset("first second third fourth other last latter final opening better this that upper lower each every past "
                    "previous next same early late latest".split())  # fmt: skip
