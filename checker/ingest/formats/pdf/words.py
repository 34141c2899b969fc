"""The words of a PDF's page and where they stand, as PDFium finds them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple


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
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_POWERS = frozenset("m km cm mm ft in yd mi".split())  # what a raised figure belongs to; others refer to notes
LEANING = 0.1  # of a quarter of a circle: more is no line of the text
_SURROGATES = range(0xD800, 0xE000)


def words(page: Any) -> list[Word]:
    """The words of a page of pypdfium2 in the order in which they are drawn.

    The page is turned as most of them are; those that lean otherwise (stamps, watermarks) are left out.
    """
    text = page.get_textpage()
    try:
        drawn = list(_characters(text))
    finally:
        text.close()
    turns = Counter(turn for turn, _ in drawn)
    most = max(turns, key=lambda turn: turns[turn], default=0)
    return list(_joined(character for turn, character in drawn if turn == most))


def _characters(text: Any) -> Iterator[tuple[int, Word]]:
    """Each character, spaces too, turned upright, and by how many quarters of a circle it was turned."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        character = "\ufffd" if code in _SURROGATES else chr(code)
        if pdfium.FPDFText_GetLooseCharBox(text, at, box):
            quarters = pdfium.FPDFText_GetCharAngle(text, at) * 2 / math.pi
            turn = round(quarters)
            if abs(quarters - turn) < LEANING:
                yield turn % 4, Word(character, *_upright(turn % 4, box.left, box.bottom, box.right, box.top))


def _upright(turn: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    match turn:
        case 1:
            return bottom, -right, top, -left
        case 2:
            return -right, -top, -left, -bottom
        case 3:
            return -top, left, -bottom, right
        case _:
            return left, bottom, right, top


def _joined(characters: Iterable[Word]) -> Iterator[Word]:
    whole: Word | None = None
    for here in characters:
        if whole is not None and (here.text in _GAPS or whole.text[-1] == HYPHEN or not _goes_on(whole, here)):
            yield _plain(whole)
            whole = None
        if here.text in _GAPS:
            continue
        if whole is None:
            whole = here
        else:
            text = _raised(here.text, whole.text) if _is_raised(here, whole) else here.text
            whole = whole._replace(text=whole.text + text, right=max(whole.right, here.right))
    if whole is not None:
        yield _plain(whole)


def _goes_on(whole: Word, here: Word) -> bool:
    return whole.beside(here) and abs(here.left - whole.right) < whole.size


def _is_raised(here: Word, whole: Word) -> bool:
    return here.size < 0.8 * whole.size and here.bottom > whole.bottom + 0.1 * whole.size


def _raised(text: str, before: str) -> str:
    """A raised character of a word: a power where it follows what has powers, nothing where it is the sign of a note."""
    if not text.isdecimal() and text not in "-−*†‡":
        return text
    stem = before.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻").lower()
    return text.translate(_RAISED) if stem.lstrip("0123456789.,(") in _POWERS or stem.endswith("10") else ""


def _plain(word: Word) -> Word:
    return word._replace(text=word.text.translate(_PLAIN)) if not word.text.isascii() else word
