"""Results of games and of votes: `21-14`, `won 2-3`, `a 5-4 decision` compare two sides and count nothing."""

from __future__ import annotations

from checker.annotate.tokens import Chunk

_SCORING = frozenset(
    "win wins won beat beats beaten lose loses lost loss defeat defeated defeats victory draw drew draws lead leads led "
    "tied tie trail trailed trailing rout routed thrashed edged down up score scored scores halftime half-time match final "
    "game set sets aggregate vs v record series quarter inning innings vote voted voting ruling ruled decision split "
    "majority advantage sweep swept overtime shootout penalties upset".split()
)


def one_side(chunk: Chunk, first: int, last: int) -> bool:
    """One side of `21-14`, `3–2`, `6-4, 6-3`."""
    words = chunk.words
    for link, other in ((last, last + 1), (first - 1, first - 2)):
        if (
            words[link] in ("-", "–", ":")
            and words[other].isdigit()
            and len(words[other]) < 4
            and len(words[first]) < 4
        ) and link != -1:
            return True
    return False


def score_range(chunk: Chunk, first: int, last: int) -> bool:
    """A range in form that is a score or a vote by the words before it: `won 2-3`, `a 5-4 decision`."""
    words = chunk.words
    figures = words[first], words[last - 1]
    if not any(word in ("-", "–") for word in words[first:last]) or any(
        len(word) > 3 or "." in word for word in figures
    ):
        return False
    if words[first - 1] == "," and words[first - 2].isdigit() and words[first - 3] in ("-", "–"):
        return True  # the second set of `6-2, 3-6`
    near = words[max(0, first - 4) : first] + words[last : last + 3]
    return any(word in _SCORING for word in near)
