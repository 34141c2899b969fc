"""The words of a PDF's page and where they stand, as PDFium finds them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from checker.ingest.raised import SIGNS, raised


class Word(NamedTuple):
    """Characters without a space between, in points from the lower left corner of the page as it is read.

    `bottom` and `top` are those of its font, alike for the words of a line.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height of its line."""
        return self.top - self.bottom

    def beside(self, other: Word) -> bool:
        """Whether both stand on one line."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > min(self.size, other.size) / 2


HYPHEN = "\x02"  # PDFium's sign of a hyphen that parts a word at the end of its line
SOFT = "\xad"
_GAPS = frozenset("\t\n\r \xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\x00")
_PLAIN = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\u200b": None, "\ufeff": None}
)
_POWERS = frozenset("m km cm mm ft in yd mi".split())  # what a raised figure belongs to; others refer to notes
SMALL = 0.8  # of the line's height: as small a character that stands higher is raised
LEANING = 0.1  # of a quarter of a circle: more is no line of the text
_SURROGATES = range(0xD800, 0xE000)


def words(text: Any) -> list[Word]:
    """The words of a page, of which this is pypdfium2's text page, in the order in which they are drawn.

    The page is turned as most of them are; those that lean otherwise (stamps, watermarks) are left out.
    """
    drawn = list(_characters(text))
    turns = Counter(turn for turn, *_ in drawn)
    most = max(turns, key=lambda turn: turns[turn], default=0)
    return list(_with_raised(_joined(_upright(drawn, most))))


def _characters(text: Any) -> Iterator[tuple[int, str, float, float, float, float]]:
    """Each character, spaces too, with its box, and by how many quarters of a circle it is turned, clockwise."""
    # Raw, since the library's helpers tell the box of a character, at some cost, and nothing of its angle.
    import pypdfium2.raw as pdfium

    letter, angle, place = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharAngle, pdfium.FPDFText_GetLooseCharBox
    box, page = pdfium.FS_RECTF(), text.raw
    for at in range(text.count_chars()):
        if not place(page, at, box):
            continue
        code, quarters = letter(page, at), angle(page, at) * 2 / math.pi
        sides = (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
        if not math.isfinite(quarters + sum(sides)):
            continue  # what no page can show: a damaged file
        turn = round(quarters)
        if abs(quarters - turn) < LEANING:
            yield turn % 4, "\ufffd" if code in _SURROGATES else chr(code), *sides


def _upright(
    drawn: Iterable[tuple[int, str, float, float, float, float]], most: int
) -> Iterator[tuple[str, float, float, float, float]]:
    """The characters turned as most are, with their boxes as on a page that is read upright."""
    for turn, character, left, bottom, right, top in drawn:
        if turn != most:
            continue
        match turn:
            case 1:  # it runs down the page
                yield character, -top, left, -bottom, right
            case 2:
                yield character, -right, -top, -left, -bottom
            case 3:
                yield character, bottom, -right, top, -left
            case _:
                yield character, left, bottom, right, top


def _joined(characters: Iterable[tuple[str, float, float, float, float]]) -> Iterator[Word]:
    pieces: list[str] = []
    start = low = end = high = size = 0.0
    for character, left, bottom, right, top in characters:
        gap = character in _GAPS
        if pieces:
            # It goes on where the next stands on the same line, no farther than the line is high.
            height = top - bottom
            shared = min(top, high) - max(bottom, low)
            on = -size < left - end < size and 2 * shared > min(size, height)
            if gap or not on or pieces[-1] == HYPHEN:
                yield Word("".join(pieces).translate(_PLAIN), start, low, end, high)
                pieces = []
            else:
                small = height < SMALL * size and bottom > low + (1 - SMALL) / 2 * size
                pieces.append(_raised(character, "".join(pieces)) if small else character)
                end = max(end, right)
        if not pieces and not gap:
            pieces, start, low, end, high, size = [character], left, bottom, right, top, top - bottom
    if pieces:
        yield Word("".join(pieces).translate(_PLAIN), start, low, end, high)


def _with_raised(words: Iterable[Word]) -> Iterator[Word]:
    """The words, and what stands raised behind one (`m` and `2`) as a part of it."""
    before: Word | None = None
    for word in words:
        if before is not None and _stands_raised(word, before):
            text = before.text + "".join(_raised(character, before.text) for character in word.text)
            before = before._replace(text=text, right=word.right)
            continue
        if before is not None:
            yield before
        before = word
    if before is not None:
        yield before


def _stands_raised(word: Word, before: Word) -> bool:
    return (
        word.size < SMALL * before.size
        and word.bottom > before.bottom + (1 - SMALL) / 2 * before.size
        and -0.1 * before.size < word.left - before.right < 0.3 * before.size
        and word.text.strip("-−*†‡,").isdecimal()
        and word.beside(before)
    )


def _raised(text: str, before: str) -> str:
    """A raised character of a word: a power where it follows what has powers, nothing where it is the sign of a note."""
    if not text.isdecimal() and text not in "-−*†‡":
        return text
    stem = before.rstrip(SIGNS).lower()
    unit = stem.lstrip("0123456789.,(")
    return raised(text) if len(unit) == 1 or unit in _POWERS or stem.endswith("10") else ""
