"""Chapter and verse: `John 3:16` is a place in a book, not a time of day."""

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
