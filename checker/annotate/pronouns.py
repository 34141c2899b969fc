"""Numbers in the place of a noun: `one` where it counts and where it is anybody, `dozens` of people nobody needs to name."""

from __future__ import annotations

from checker.annotate import nouns
from checker.annotate.numeral_words import MANY, PARTS, SCALES, SMALL, TENS
from checker.annotate.numerals import Numeral
from checker.annotate.tokens import Chunk

_PRONOUN_AFTER = frozenset(
    "number the this that which no any every some each another a an new only last first day big good next these those other".split()
)
"""Words before `one` that make it a pronoun (`the one`, `no one`)."""
_PRONOUN_BEFORE = frozenset(
    "another of 's who day thing time that or final last by ' way night morning side step hand".split()
)
"""Words after `one` that make it a pronoun, or an article (`one another`, `one day`)."""
CASUALTIES = frozenset(
    "least than kill killed killing kills injured wounded injuring wounding injures displacing displaced".split()
)
_OWNERS = frozenset("the its their his her".split())


def counts_one(chunk: Chunk, i: int) -> bool:
    """`one` as a number, not the pronoun (`the one`, `no one`, `one another`, `one day`)."""
    words = chunk.words
    before, after = words[i - 1] if i else "", words[i + 1]
    if after == "of" and before in _PARTITIVE and words[i + 2] in _OWNERS:
        return words[i + 3][:1].isdigit() or words[i + 3] in SMALL
    if after in _GREAT or (after == "in" and (words[i + 2] in SMALL or words[i + 2] in TENS or words[i + 2].isdigit())):
        return True
    if after in _SHOULD or (after in ("has", "needs", "is") and words[i + 2] == "to"):
        return False
    if before in _PRONOUN_AFTER or (before == "-" and chunk.glued(i)):
        if after == "-":
            return words[i + 2] in PARTS or words[i + 2] == "in"
        return before in ("only", "a") and after[:1].isalpha() and after not in nouns.STOP
    if before == "at" and after in ("point", "stage", "time", "extreme"):
        return False
    if after in _PRONOUN_BEFORE:
        if after == "of":
            return words[i + 2] in _OWNERS and (words[i + 3][:1].isdigit() or words[i + 3] in SMALL)
        return after == "or" and words[i + 2] in ("two", "more")
    if after in _JOINING or after in PARTS or after in SCALES:
        return True
    if not after or after in ",.;:)":
        return i == 0 or before in ("minus", "negative", "than", "least", "to")
    if after in nouns.STOP and not (after in nouns.PARTICIPLES and words[i + 2].isalpha()):
        return before in CASUALTIES or not before
    return True


_PARTITIVE = frozenset("only just but not every".split())
"""Words before `one of the 12` that leave it a number."""
_SHOULD = frozenset("must should can could cannot might may would ought".split())
"""Words behind `one` that speak of anybody."""
_GREAT = frozenset("hundred thousand million billion hundredth thousandth millionth".split())
_JOINING = frozenset("in out - hundred and point over".split())


def left_out(chunk: Chunk, num: Numeral) -> bool:
    """`Dozens were hurt`, `killing hundreds`: a vague number for people or things that nobody needs to name; `by the
    dozens` tells how, and is none."""
    words, before, after = chunk.words, chunk.words[num.first - 1] if num.first else "", chunk.words[num.last]
    several = words[num.first] == "several"
    if not (several or words[num.first] in MANY) or after in ("-", "of", "'s", "times"):
        return False
    if (not before and not after) or after == "more":
        return True
    if before in CASUALTIES or (before == "by" and words[num.first - 2].endswith("ed")):
        return not after.isalpha() or after in nouns.STOP
    opens = before in _OPENING and (before.isalpha() or before == "," or num.first < 2 or chunk.upper(num.first))
    return opens and after.isalpha() and (after in nouns.STOP or after.endswith("ed") or after in _FLED)


_OPENING = frozenset(
    (
        "",
        "said",
        "says",
        ".",
        ",",
        "“",
        '"',
        "and",
        "as",
        "while",
        "where",
        "when",
        "but",
        "that",
        "if",
        "?",
        "!",
        ":",
        "—",
    )
)
_FLED = frozenset(
    "fled flee flocked sought marched slept wept lay swam more others still once protest attend gather".split()
)
