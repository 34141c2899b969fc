"""Ages without their unit: `Smith, 48,`, `Lena Fox (47)`, `aged 5 and 7`, `ages 15, 17 and 18`, `both 23`."""

from __future__ import annotations

from checker.annotate import hedges
from checker.annotate.timexes.lexicon import FUNCTION_WORDS, WORDS
from checker.annotate.timexes.measured import SECONDS, age_value
from checker.annotate.tokens import Chunk, Reading
from checker.values.precision import between, quantity

_AGED = frozenset(("aged", "age", "ages"))
_OLDEST = 122
BEFORE = frozenset((",", "(", "and", "both", "of", "between", "from", *_AGED))
"""What may stand before the digits of an age."""
_TOLD = frozenset(
    "who whose was is has had said says told a an the from of and died were are also both married father mother "
    "her his their now while when identified charged arrested remains lives works won".split()
)
"""What goes on after `Maria, 5,`: more about one person."""
_KIN = frozenset(
    "man woman boy girl husband wife son daughter mother father brother sister suspect victim driver widow".split()
)
_PLACED = frozenset("in at from near to of around outside for by".split())


def read_age(chunk: Chunk, i: int) -> Reading | None:
    """The age that the digits at token i give, if they do."""
    words = chunk.words
    text = words[i]
    if not text.isdigit() or len(text) > 3 or not 0 < int(text) <= _OLDEST:
        return None
    before, after = words[i - 1] if i else "", words[i + 1]
    if after in ("year", "years", "month", "months", "week", "weeks"):
        return None  # read with its unit
    if (since := _opens_range(words, i)) is not None:
        return _ages(words, since, i, i + 3)
    if before in _AGED or (before == "," and words[i - 2] == "aged"):
        if after in ("%", "percent", "-", "group", "to", "and") and before == "age":
            return None
        if after in ("-", "to", "–") and words[i + 2].isdigit():
            if words[i + 3] in ("month", "months", "week", "weeks", "day", "days"):
                return None
            return _ages(words, i - 1, i, i + 3 + (words[i + 3] in ("year", "years")))
        return _bounded_age(chunk, i - 1, i)
    if before == "both":
        return _age(text, i, i) if words[i - 2] == "," and (after == "," or _ends(chunk, i + 1)) else None
    if before == "of" and words[i - 2] == "age":
        return _bounded_age(chunk, i - 2, i)
    if _listed(words, i):
        return _age(text, i, i)
    if before == "(":
        if after == ")" and words[i - 3] in _KIN and _name(chunk, i - 2):
            return _age(text, i, i)  # `her son Tom (12)`
        if after != ")" or int(text) < 10 or not _full_name(chunk, i - 2):
            return None
        if _another_before(chunk, i) or _another_after(chunk, i + 2):  # of scorers, these would be minutes
            told = not _HARMED.isdisjoint(words[max(0, i - _FAR) : i + _FAR])
        else:
            told = not _ends(chunk, i + 2) and words[i + 2] != ","
        return _age(text, i, i) if told else None
    if before != ",":
        return None
    if _full_name(chunk, i - 2) and _closes(chunk, i + 1):
        return _age(text, i, i)
    lone = words[i - 2] in _KIN or (_name(chunk, i - 2) and (i < 3 or words[i - 3] not in _PLACED))
    another = lone and i > 4 and words[i - 3] == "and" and words[i - 5].isdigit()  # `Maria, 5, and Tom, 9.`
    told = after == "," and words[i + 2] in _TOLD
    return _age(text, i, i) if lone and not chunk.glued(i) and (told or (another and _closes(chunk, i + 1))) else None


def _opens_range(words: list[str], i: int) -> int | None:
    """Where `between the ages of 9 and 15`, `from the ages of 5 to 7`, `aged between 9 and 15` begin."""
    at, joint = i - 1, words[i + 1]
    if words[at] == "of" and words[at - 1] == "ages":
        at -= 3 if words[at - 2] == "the" else 2
    elif words[at - 1] not in ("aged", "ages"):
        return None
    if (words[at], joint) not in (("between", "and"), ("from", "to")) or not words[i + 2].isdigit():
        return None
    return at - (words[at - 1] in ("aged", "ages"))


def _another_before(chunk: Chunk, i: int) -> bool:
    """`Ann Roe (42) and Lou Day (35)`: at the second age of two."""
    words, at = chunk.words, i - 2
    while at > 0 and i - at < _LONGEST and _name(chunk, at):
        at -= 1
    at -= words[at] == "and"
    at -= words[at] == ","
    return at < i - 3 and at > 3 and words[at] == ")" and _in_brackets(chunk, at - 1)


def _another_after(chunk: Chunk, at: int) -> bool:
    """The same at the first; `at` is the token behind its bracket."""
    words = chunk.words
    at += words[at] == ","
    at += words[at] == "and"
    end = at
    while end - at < _LONGEST and _name(chunk, end):
        end += 1
    return end > at + 1 and words[end] == "(" and words[end + 2] == ")" and _in_brackets(chunk, end + 1)


def _in_brackets(chunk: Chunk, i: int) -> bool:
    text = chunk.words[i]
    return chunk.words[i - 1] == "(" and text.isdigit() and 9 < int(text) <= _OLDEST and _full_name(chunk, i - 2)


_LONGEST = 6
"""Words of a name."""
_FAR = 40
_HARMED = frozenset(
    "dead died death deaths killed killing murder murders murdered shooting victims injured wounded missing hurt arrested charged accused convicted sentenced suspects "
    "survivors survived brothers sisters sons daughters children couple siblings parents aged identified drowned".split()
)
"""What a list of names with ages is about."""


def _age(text: str, first: int, at: int) -> Reading:
    return Reading(first, at + 1, "duration", age_value(float(text), "year", None), at, at + 1)


def _ages(words: list[str], first: int, i: int, last: int) -> Reading:
    """`ages 9 to 15`: from the number at token i to the one behind the next."""
    span = between(float(words[i]), float(words[i + 2]))
    return Reading(first, last, "duration", quantity(span, "second", "year", SECONDS["year"]), i, last)


def _bounded_age(chunk: Chunk, first: int, i: int) -> Reading:
    """`at the age of 53`, `under the age of 18`, `over age 50`."""
    found = hedges.before(chunk, first - (first > 0 and chunk.words[first - 1] == "the"))
    if found is None or not found.moves:
        return _age(chunk.words[i], first, i)
    value = age_value(float(chunk.words[i]), "year", found)
    return Reading(found.first, i + 1, "duration", value, i, i + 1, chunk.quote(found.first, found.last).lower())


def _listed(words: list[str], i: int) -> bool:
    """`ages 15, 17 and 18`, `aged 5 and 7`: every number of the list is an age, and nothing that is counted follows."""
    at = i
    while at > 0 and (words[at - 1] in (",", "and", "or", "&") or (words[at - 1].isdigit() and len(words[at - 1]) < 4)):
        at -= 1
    at -= words[at - 1] == "of" and words[at - 2] == "ages"
    if at < 1 or words[at - 1] not in ("aged", "ages") or not words[i].isdigit():
        return False
    after = words[i + 1]
    return (
        not after.isalpha()
        or (after.endswith("ed") and len(after) > 3)
        or after in ("and", "or", "were", "was", "are", "is", "who", "at", "when", "they", "he", "she", "respectively")
    )


def _full_name(chunk: Chunk, at: int) -> bool:
    """Two words with a capital, the last of which is no month, weekday or short form of a state."""
    if at > 0 and chunk.words[at] == "." and chunk.words[at - 1] in ("jr", "sr"):
        return True
    first = chunk.words[at - 1] if at > 0 else ""
    return first not in _PLACED and first not in FUNCTION_WORDS and _name(chunk, at) and chunk.upper(at - 1)


def _name(chunk: Chunk, at: int) -> bool:
    """A name of a person, as far as letters can say."""
    if at < 0:
        return False
    word = chunk.words[at]
    if not word.isalpha() or len(word) < 2 or not chunk.upper(at) or chunk.raw(at).isupper():
        return False
    known = WORDS.get(word)
    return not (known and known[0] in "MWSU")


def _ends(chunk: Chunk, at: int) -> bool:
    return chunk.words[at] in (".", ";", ")", "")


def _closes(chunk: Chunk, at: int) -> bool:
    """A comma that a list of numbers does not go on after, or the end of the sentence."""
    if _ends(chunk, at):
        return True
    return chunk.words[at] == "," and not chunk.words[at + 1][:1].isdigit() and not chunk.glued(at + 1)
