"""Finds the chunks of a text: one pass of an Aho-Corasick automaton for the cues of all readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import BytesAhoCorasick, Implementation

from checker.annotate.readers import CUES, GLUED
from checker.model.document import Span

LEFT, RIGHT = 30, 46
"""How far a chunk reaches before and after its cues, in characters; longer than any expression without a cue."""
LONGEST = 1200
"""Where a sentence has more characters than this between its ends, a chunk is cut all the same."""

_FOLD = bytes(
    ord("0") if 48 <= byte <= 57 else byte + 32 if 65 <= byte <= 90 else byte if 97 <= byte <= 122 else 32
    for byte in range(256)
)
_FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"


@cache
def _automaton() -> BytesAhoCorasick:
    """Words with a space on both sides, digits at the beginning of a word, letters that stand before digits."""
    words = sorted(word for word in CUES if word.isascii() and word.replace(" ", "").isalpha())
    patterns = (
        [f" {word} ".encode() for word in words] + [b" 0"] + [f" {letters}0".encode() for letters in sorted(GLUED)]
    )
    return BytesAhoCorasick(patterns, implementation=Implementation.DFA)


def hits(text: str) -> list[int]:
    """The places of all cues, ascending.

    The text is folded to one ASCII byte a character first, so that places in it are places in the text: upper case to
    lower, digits to `0`, all else to spaces.
    """
    if not text.isascii():
        for sign in _FRACTIONS:
            if sign in text:
                text = text.replace(sign, "0")
    folded = b" " + text.encode("ascii", "replace").translate(_FOLD) + b" "
    return [start for _, start, _ in _automaton().find_matches_as_indexes(folded)]


def chunks(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The spans of the chunks, each within one sentence; cues that lie near each other share one."""
    found = iter(hits(text))
    hit = next(found, len(text))
    for start, end in sentences:
        while hit < start:
            hit = next(found, len(text))
        while hit < end:
            first = max(start, hit - LEFT)
            last = hit
            while hit < end and hit - LEFT - RIGHT <= last and hit - first < LONGEST:
                last = hit
                hit = next(found, len(text))
            yield _snapped(text, first, min(last + RIGHT, end), start, end)


def _snapped(text: str, first: int, last: int, start: int, end: int) -> Span:
    """Both ends moved inwards or outwards to white space."""
    if first > start:
        space = text.find(" ", first, first + 24)
        first = first if space < 0 else space + 1
    if last < end:
        space = text.find(" ", last, min(end, last + 24))
        last = min(end, last + 24) if space < 0 else space
    return first, last
