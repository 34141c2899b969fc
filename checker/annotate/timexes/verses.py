"""Figures around a colon that are no time of day: `John 3:16`, `1:59 Mayor speaks`, `a slope of 1:10`."""

from __future__ import annotations

from checker.annotate.timexes.signs import Line

BOOKS = frozenset(
    "genesis exodus leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles ezra nehemiah esther job "
    "psalm psalms proverbs ecclesiastes isaiah jeremiah lamentations ezekiel daniel hosea joel amos obadiah jonah micah "
    "nahum habakkuk zephaniah haggai zechariah malachi matthew mark luke john acts romans corinthians galatians "
    "ephesians philippians colossians thessalonians timothy titus philemon hebrews james peter jude revelation "
    "maccabees tobit sirach surah sura quran koran".split()
)
_GOES_ON = ",;-–+"
"""Signs and marks between the verses of a list."""


def verse(line: Line, first: int) -> bool:
    """Whether the figures at this item are behind the name of a book, or behind others that are."""
    at = first - 1
    while at > 0 and (line.sign(at) in _GOES_ON or line.sign(at) in "de:"):
        at -= 1
    if line.word(at) not in BOOKS or not line.chunk.upper(line.items[at].first):
        return False
    return at == first - 1 or (line.sign(at + 1) in "de" and line.sign(at + 2) == ":")


def runtime(line: Line, first: int, last: int) -> bool:
    """`1:59 Mayor speaks`, at the head of a line or behind a mark: how long a film is."""
    single = len(line.chunk.words[line.items[first].first]) == 1
    follows = line.sign(last) in "xH" and line.chunk.upper(line.items[last].first)
    return single and follows and line.sign(first - 1) in " ;|"


def ratio(line: Line, first: int, last: int) -> bool:
    """`a slope of 1:10`, `diluted 1:20 in water`: one to so many, where nothing tells of the hour."""
    numbers = [item.value for item in line.items[first:last] if item.sign in "de"]
    told = (
        line.sign(first - 1) in "@DBbFsr>:"
        or line.word(first - 1) in ("about", "around", "at")
        or line.sign(last) in "DBZ"
    )
    return numbers[0] == 1 and len(numbers) == 2 and numbers[1] % 5 == 0 and not told and len(line.items) > last - first
