"""Words before and after a number that move its bounds: `just over two`, `12,000 or more`."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.tokens import Chunk
from checker.values.precision import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    EXACT,
    JUST_OVER,
    JUST_UNDER,
    NEARLY,
    OVER,
    UNDER,
    WELL_OVER,
    WELL_UNDER,
)


class Hedge(NamedTuple):
    """A hedge at tokens `first` to `last`, and which way it moves the bounds (one of `precision.HEDGES`)."""

    first: int
    last: int
    moves: str


_MORE = "more than|over|above|greater than|higher than|larger than|bigger than|longer than|older than|upwards of|north of|in excess of|exceeding"
_MORE_STATED = (
    "exceed|exceeds|exceeded|topping|topped|topped by|surpassing|surpassed|beyond|better than|>|greater then|more then"
)
_LESS = "less than|fewer than|under|below|lower than|smaller than|shorter than|younger than|short of|shy of"
_BEFORE = {
    ABOUT: "about|around|some|roughly|approximately|approx|approx .|circa|c .|ca .|~|∼|≈|≃|≅|an estimated|estimated|"
    "an average of|somewhere around|in the region of|in the neighborhood of|in the neighbourhood of|"
    "on the order of|in the order of|something like|close to|near|more or less|a reported|give or take|"
    "about some|an approximate|averaging|close to about|probably about",
    OVER: f"{_MORE}|{_MORE_STATED}|no fewer then",
    AT_LEAST: "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|minimum|starting at|"
    ">=|> =|≥|⩾|≳|greater than or equal to|more than or equal to|equal to or more than|equal to or greater than|as few as|as little as|as low as|as young as|"
    "greater or equal than|greater or equal to|larger than or equal to|bigger than or equal to|at least about|"
    "at least some|at a minimum|anything over",
    UNDER: f"{_LESS}|<|nothing like",
    AT_MOST: "at most|up to|no more than|not exceed|not be more than|not be larger than|not be longer than|not be greater than|not more than|a maximum of|maximum of|maximum|as many as|as much as|as high as|"
    "as large as|as long as|not exceeding|<=|< =|≤|⩽|≲|less than or equal to|fewer than or equal to|equal to or less than|"
    "smaller or equal than|less or equal than|less or equal to|smaller than or equal to|lower than or equal to|"
    "no greater than|no higher than|no longer than|no larger than|up to about|up to some|up to around|as many as about|"
    "no more than about|capped at|within",
    NEARLY: "nearly|almost|approaching|nearing|virtually|practically|not quite|nigh on|pushing|close on",
    EXACT: "exactly|precisely|equal to|equaling to|equal|equals|equaling",
}
_JUST = "just|only just|slightly|a little|little|a bit|barely|marginally|fractionally|a shade|narrowly"
_WELL = "well|far|much|way|significantly|substantially|considerably|comfortably|vastly"


def _table() -> dict[str, dict[int, dict[tuple[str, ...], str]]]:
    phrases: dict[tuple[str, ...], str] = {}
    for moves, text in _BEFORE.items():
        for phrase in text.split("|"):
            phrases[tuple(phrase.split())] = moves
    combined = ((_JUST, JUST_OVER, JUST_UNDER), (_WELL, WELL_OVER, WELL_UNDER))
    for adverbs, over, under in combined:
        for adverb in adverbs.split("|"):
            for text, moves in ((_MORE, over), (_LESS, under)):
                for phrase in text.split("|"):
                    phrases[tuple(f"{adverb} {phrase}".split())] = moves
    for adverb in ("just", "only"):
        for phrase in ("about", "around", "short of", "shy of"):
            phrases[(adverb, *phrase.split())] = ABOUT if phrase in ("about", "around") else JUST_UNDER
    phrases["just", "under"] = JUST_UNDER
    table: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for words in sorted(phrases, key=len, reverse=True):
        table.setdefault(words[-1], {}).setdefault(len(words), {})[words] = phrases[words]
    return table


BEFORE = _table()
"""Phrases by their last word and by their length, the longest first."""
WORDS = frozenset(word for sizes in BEFORE.values() for rows in sizes.values() for phrase in rows for word in phrase)
_AFTER = {
    ("or", "more"): AT_LEAST, ("and", "more"): AT_LEAST, ("or", "over"): AT_LEAST, ("and", "over"): AT_LEAST,
    ("or", "above"): AT_LEAST, ("and", "above"): AT_LEAST, ("or", "greater"): AT_LEAST, ("or", "higher"): AT_LEAST,
    ("or", "longer"): AT_LEAST, ("and", "up"): AT_LEAST, ("or", "better"): AT_LEAST, ("and", "upwards"): AT_LEAST,
    ("or", "older"): AT_LEAST, ("or", "larger"): AT_LEAST, ("or", "upwards"): AT_LEAST,
    ("or", "less"): AT_MOST, ("or", "fewer"): AT_MOST, ("or", "under"): AT_MOST, ("or", "below"): AT_MOST,
    ("or", "lower"): AT_MOST, ("or", "younger"): AT_MOST, ("and", "under"): AT_MOST, ("and", "below"): AT_MOST,
    ("or", "so"): ABOUT, ("or", "thereabouts"): ABOUT, ("-", "odd"): ABOUT, ("odd",): ABOUT, ("-", "ish"): ABOUT,
    ("-", "plus"): AT_LEAST, ("+",): AT_LEAST, ("plus",): AT_LEAST, ("at", "least"): AT_LEAST, ("at", "most"): AT_MOST,
    ("minimum",): AT_LEAST, ("maximum",): AT_MOST,
    ("or", "greater", "than"): AT_LEAST, ("or", "more", "than"): AT_LEAST, ("or", "equal"): "",
    ("or", "equal", "to"): "",
}  # fmt: skip
_AFTER_FIRST = frozenset(words[0] for words in _AFTER)
_PARTICLES = {
    "over": frozenset("hand hands handed handing turn turns turned turning sign signs signed signing take takes took taken "
                      "taking give gives gave given giving".split()),
    "about": frozenset("talk talks talked talking ask asks asked asking hear heard know knew think thought tell told bring brought "
                       "complain complained worry worried speak spoke write wrote learn learned".split()),
    "up to": frozenset("add adds added adding sum sums summed live lives lived own owned".split()),
}  # fmt: skip
"""Verbs to which these words belong rather than to the number: `hand over 1,000 prisoners`, `it adds up to 30`."""
_DRIVEN = frozenset("run runs ran running drive drove driven driving".split())
_STRUCK = frozenset(
    "people pedestrians soldiers officers children men women boys girls dogs cyclists workers protesters students".split()
)
"""Whom one runs over, where `ran over 50 miles` is a bound."""
LOWER = frozenset((OVER, JUST_OVER, WELL_OVER, AT_LEAST))
UPPER = frozenset((UNDER, JUST_UNDER, WELL_UNDER, AT_MOST, NEARLY))


def before(chunk: Chunk, i: int) -> Hedge | None:
    """The hedge that ends right before token i."""
    words = chunk.words
    last = words[i - 1]
    sizes = BEFORE.get(last) if i else None
    if sizes is None or (last == "some" and chunk.upper(i)) or (last == "near" and words[i - 2] in ("the", "a")):
        return None
    if last == "~" and chunk.glued(i - 1) and not chunk.glued(i) and words[i - 2][-1].isalnum():
        return None  # the sign of an alternating current: `230 V~ 50 Hz`
    for size, rows in sizes.items():
        if size <= i:
            moves = rows.get(tuple(words[i - size : i]))
            if moves is not None:
                first = i - size
                verb = words[first - 1] if first else ""
                if verb == "-" and chunk.glued(first):
                    return None  # `a 5-under 67`
                if verb in _PARTICLES.get(" ".join(words[first:i]), ()):
                    return None
                if verb in _DRIVEN and last == "over" and words[i + 1] in _STRUCK:
                    return None
                return Hedge(first, i, moves)
    return None


def _priced(words: list[str], i: int) -> bool:
    """The amount before token i has a unit, so that what `plus` adds is something else (`$500 plus costs`)."""
    return not words[i - 1][:1].isdigit() or words[i - 2] in ("$", "£", "€")


def after(chunk: Chunk, i: int) -> Hedge | None:
    """The hedge that begins at token i, right after the number or its unit."""
    words = chunk.words
    if words[i] not in _AFTER_FIRST:
        return None
    for size in (3, 2, 1):
        phrase = tuple(words[i : i + size])
        moves = _AFTER.get(phrase)
        if moves is None:
            continue
        if (size == 1 and words[i] == "+" and not chunk.glued(i)) or (
            words[i] == "plus" and (words[i + 1][:1].isdigit() or (words[i + 1].isalpha() and _priced(words, i)))
        ):
            return None
        following = words[i + size]
        if phrase[-1] == "up" and following == "to":
            return None  # `13 feet and up to 20`
        if size == 2 and following == "than" and (words[i + 3][:1].isalnum()):
            return None
        if size == 3 and following[:1].isdigit():
            return None
        if (phrase[0] == "at" and following[:1].isalnum()) or (
            phrase in (("odd",), ("plus",)) and following[:1].isdigit()
        ):
            return None
        if phrase[-1] in ("over", "under", "above", "below") and following[:1].isdigit():
            return None
        return Hedge(i, i + size, moves)
    return None
