"""Words that are more often something else: when `may`, `march`, `sat`, `fall` stand for a month, a day, a season."""

from __future__ import annotations

from checker.annotate.timexes.lexicon import NUMBERS, ORDINAL, WORDS
from checker.annotate.tokens import Chunk

_MARCHES = frozenset("for on of to from with against by in at was is and".split())
_DATE_LEAD = frozenset(
    "in since until till by from of during between through before after and to last next this every".split()
)


_STOPS = frozenset(("", ".", ",", ";", "!", "?", ")", "\n"))
_HOUR_MARKS = frozenset(("", ".", "!", "?", ":", "/", "-", "st", "nd", "rd", "th"))
_NAME_LEAD = frozenset("and by of to from between".split())
"""After these a month's name before another capital is a person's."""


def _year(words: list[str], at: int) -> bool:
    """`2019`, `'19`, `next year`; not the `40` of `40 per cent`."""
    if words[at] in ("'", "’"):
        at += 1
    elif words[at] in ("last", "this", "next", "that"):
        return words[at + 1] == "year"
    elif len(words[at]) != 4:
        return False
    return words[at].isdigit()


def meant(chunk: Chunk, i: int, sign: str, before: str) -> bool:
    """Whether a common word stands for the month, weekday or season that it also names."""
    words, size = chunk.words, chunk.size
    word, after = words[i], words[i + 1]
    if word == "second":
        return True
    if size <= 2 and (i == 0 or before in "RtijX"):
        return word != "may" or before in "Rijs"
    if after == "." and word not in ("may", "march", "fall", "spring"):
        after = words[i + 2]
    dated = after[:1].isdigit() and not words[i + 2].startswith(("mile", "km", "kilom", "%"))
    if sign == "S":
        led = words[i - 1] in (
            "last",
            "this",
            "next",
            "late",
            "early",
            "since",
            "by",
            "every",
            "mid",
            "previous",
            "following",
            "that",
            "coming",
            "in",
        )
        if words[i - 1] == "the" or words[i - 1] == "-":
            led = words[i - 2] in (
                "in",
                "by",
                "of",
                "since",
                "until",
                "during",
                "for",
                "mid",
                "through",
                "late",
                "early",
            )
        elif words[i - 1] == "that" and words[i - 2].isalpha():
            led = words[i - 2] in _DATE_LEAD  # `leaves that fall`
        if after == "of":
            return _year(words, i + 2) and (led or words[i - 1] not in ("a", "an"))  # `a fall of 40 per cent`
        return led or (after[:1].isdigit() and len(after) == 4)
    if sign == "W":
        if after[:1].isdigit():
            return _weekday_number(chunk, i, i + 1 if words[i + 1] == after else i + 2)
        if _paired(words, i):
            return True
        if after in _STOPS and words[i - 1] in ("next", "last", "by", "til", "on", "this"):
            return True
        if chunk.upper(i) and words[i - 1] in ("on", "this", "next", "last", "until"):
            return True
        return (
            (after in WORDS and WORDS[after][0] in "MCoB")
            or (after in ("at", "@") and words[i + 2][:1].isdigit())
            or (after == "," and WORDS.get(words[i + 2], "x")[0] in "Md")
            or before == "H"
        )
    if dated and (
        chunk.upper(i) or word in ("jan", "dec", "mar") or words[i + 2] not in ("days", "miles", "times", "hours")
    ):
        return True
    if word == "may" and after == "second" and not chunk.upper(i):
        return words[i - 1] in _DATE_LEAD or i == 0  # `they may second the motion`
    if word == "may" and before == "o" and not chunk.upper(i) and after in _STOPS:
        return True
    if after in ORDINAL or (after == "the" and (words[i + 2][:1].isdigit() or words[i + 2] in ORDINAL)):
        return chunk.upper(i) or before != "t"
    if after == "after" and words[i + 2] == "next":
        return True
    if after == "," and len(words[i + 2]) == 4 and words[i + 2].isdigit():
        return True
    if after == "." and words[i + 2][:1].isdigit() and chunk.glued(i + 2):
        return chunk.upper(i)
    if (after in ("-", "/") and words[i + 2][:1].isdigit() and chunk.glued(i + 2)) or (
        before == "y" and chunk.upper(i)
    ):
        return chunk.upper(i)
    if after in NUMBERS and WORDS[after][0] in "wv":
        return (chunk.upper(i) and (i > 0 or word != "may")) or word in ("jan", "dec", "mar")
    if (
        i
        and words[i - 1] in ("of", "-")
        and (words[i - 2][:1].isdigit() or (before == "k" and _number_before(words, i - 2)))
    ):
        return True
    if i and before in "do" and (chunk.upper(i) or before == "o"):
        return after[:1].isdigit() or chunk.upper(i) or word not in ("may", "march")
    if (
        after in (">", "to", "-", "–", "through", "until", "and")
        and (chunk.upper(i) or (word in ("jan", "dec", "mar") and words[i - 1] in ("from", "between")))
        and WORDS.get(words[i + 2], " ")[0] == "M"
    ):
        return True
    if i > 1 and before in ">+-" and WORDS.get(words[i - 2], " ")[0] == "M" and after in _STOPS:
        return True  # `from jan to march`
    if i and words[i - 1] == "the" and chunk.upper(i) and after.isalpha() and after not in _MARCHES:
        return chunk.raw(i + 1).islower()
    if words[i - 1] in _NAME_LEAD and chunk.upper(i + 1) and after.isalpha() and after not in WORDS:
        return False  # `of Hungary and Jan Kavan`
    if i and words[i - 1] in _DATE_LEAD:
        return chunk.upper(i) or (
            words[i - 1] in ("in", "since", "until", "of") and word in ("may", "mar", "jan", "dec")
        )
    return bool(i and chunk.upper(i) and before in "X-/" and _dated_before(words, i))


def _weekday_number(chunk: Chunk, i: int, at: int) -> bool:
    """Digits at `at` make `sat` or `sun` a day if they are an hour or a day of the month: `he sat 3 exams` has none."""
    after = chunk.words[at + 1]
    if chunk.upper(i) and (after in _STOPS or chunk.glued(at + 1) or after in WORDS):
        return WORDS.get(after, " ")[0] not in "uU"
    to_hour = after in ("to", "till", "until") and chunk.words[at + 2][:1].isdigit()
    return to_hour or after in _HOUR_MARKS or WORDS.get(after, " ")[0] in "MpZ"


def _paired(words: list[str], i: int) -> bool:
    """`sun & mon`, `fri-sat`: each says what the other is."""
    return any(
        words[i + step] in ("&", "-", "/", "and", "or", "to") and WORDS.get(words[i + 2 * step], " ")[0] == "W"
        for step in (1, -1)
        if i + 2 * step >= 0
    )


def _dated_before(words: list[str], i: int) -> bool:
    """`mid-May`, `early May`, `Jan-May`."""
    return words[i - 1] in ("early", "late", "mid") or (
        words[i - 1] in ("-", "/")
        and (
            words[i - 2] in ("mid", "early", "late")
            or words[i - 2][:1].isdigit()
            or WORDS.get(words[i - 2], " ")[0] == "M"
        )
    )


def _number_before(words: list[str], i: int) -> bool:
    return i >= 0 and (
        words[i] in ORDINAL or words[i] in NUMBERS or words[i] in ("th", "st", "nd", "rd", "day", "ides")
    )
