"""What readers read: a chunk of text cut into tokens, and what they make of it.

A text is scanned once for cues (digits, and the words that readers name in their own tables). Around the cues lie
chunks: windows of a sentence or less, wide enough that no border cuts an expression. A reader is a function
`read(chunk, i) -> Reading | None`, called at each token whose word is in its `words`; it looks at `chunk.words`
left and right of `i` as far as it likes. Everything here is in token numbers of the chunk, so that a reading is a
function of the chunk's text alone; `checker.annotate.annotate` turns token numbers into places of the document.

The tokens of `About 1,200.5km (two-thirds) by 5 p.m.`:

    about  1,200.5  km  (  two  -  thirds  )  by  5  pm

- a run of letters, lower-cased: `may`, `km`; `'s` is a token of its own, whichever apostrophe is written
- a run of digits with its commas and points: `1,200.5`, `16.05.2025`, `.5`; anything glued to it is another token
  (`5 km` and `5km` differ in `chunk.glued(i)` alone; `16:30`, `2025-05-16`, `5/16` are five, five and three tokens)
- `a.m.`, `P.M.` as `am`, `pm`; other dotted letters as they are: `u.s.`
- raised digits as `^2`, so that none is taken for a digit
- any other character: `$`, `%`, `½`, `-` (hyphens and minus signs of every kind), `–`, `—`
- a line break is a space: a chunk lies within one sentence
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from checker.model.mention import Kind

DIGITS = "0"
"""Stands for every token of digits in `Reader.words`."""


def _splitter(letter: str) -> re.Pattern[str]:
    """Splits a text, in lower case, at its tokens, and keeps them."""
    return re.compile(
        r"(?=\S)"  # at white space no other alternative is tried
        rf"({letter}{{2,}}"
        r"|[0-9]+(?:[.,][0-9]+)*"
        r"|[,;:()\"$%-]"
        r"|[ap]\.\s?m\b\.?"  # a.m.
        r"|(?:[a-z]\.){2,}"  # u.s.
        r"|o'clock\b"
        r"|'s\b"
        rf"|{letter}"
        r"|(?<![\w.])\.[0-9]+"
        r"|[^\s\w]|\w)"
    )


_ASCII, _ANY = _splitter("[a-z]"), _splitter(r"[^\W\d_¹²³¼½¾⅐-⅞⁰-⁹₀-₉]")
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(f"[{_DIGITS}]")
_PAD = [""] * 8
_BEYOND = 2 * len(_PAD)


class Chunk:
    """A window of a text and its tokens.

    `words[i]` is token i in lower case, at characters `starts[i]:ends[i]` of `text`; there are `size` of them. The
    lists run on with a few empty words, so a reader may look at `words[i + 3]` and `words[i - 1]` without asking
    whether it is there.
    """

    __slots__ = ("ends", "size", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        low = text.lower()
        pieces = _ASCII.split(low) if text.isascii() else _ANY.split(_folded(text, low))
        words = pieces[1::2]
        if not text.isascii() and _RAISED.search(text):
            words = ["^" + str(_DIGITS.index(word)) if word in _DIGITS else word for word in words]
        self.size = len(words)
        places = list(accumulate(map(len, pieces)))
        end = len(text)
        self.starts = places[0:-1:2] + [end + 1] * _BEYOND  # so that nothing is glued there
        self.ends = places[1::2] + [end] * _BEYOND
        if "m" in low and ("a.m" in low or "p.m" in low or "a. m" in low or "p. m" in low):
            words = [
                word[0] + "m" if len(word) > 2 and word[1] == "." and word[0] in "ap" and "m" in word else word
                for word in words
            ]
        self.words = words + _PAD

    def raw(self, i: int) -> str:
        """Token i as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def glued(self, i: int) -> bool:
        """No space between token i and the one before it."""
        return self.ends[i - 1] == self.starts[i]

    def upper(self, i: int) -> bool:
        """Token i begins with a capital."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()

    def quote(self, first: int, last: int) -> str:
        """The characters from token `first` up to, without, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def _folded(text: str, low: str) -> str:
    """Lower case, with one sign for hyphens and one for apostrophes, and as many characters as the text."""
    if len(low) != len(text):
        low = "".join(one if len(one := char.lower()) == 1 else char for char in text)
    if "’" in low:
        low = low.replace("’", "'")
    for sign in "‐‑−⁻\u00ad":
        if sign in low:
            low = low.replace(sign, "-")
    for sign, plain in (("⁄", "/"), ("‒", "–"), ("∙", "·"), ("⋅", "·")):
        if sign in low:
            low = low.replace(sign, plain)
    return low


class Reading(NamedTuple):
    """What a reader makes of the tokens `first` to `last` (not included), hedges and all.

    `core_first, core_last` leave hedges and articles out. `value` is a `Quantity`, or for kinds `date` and `time`
    whatever `checker.annotate.timexes.anchor` turns into a `Timex`. `noun_first, noun_last` are the tokens of the noun
    phrase that is counted..
    """

    first: int
    last: int
    kind: Kind
    value: Any
    core_first: int
    core_last: int
    hedge: str | None = None
    noun: str | None = None
    noun_first: int = 0
    noun_last: int = 0
    share: Literal["each", "total"] | None = None


Read = Callable[[Chunk, int], "Reading | None"]


class Reader(NamedTuple):
    """A reader and the words it begins at.

    `words` are single tokens as `Chunk.words` has them; `DIGITS` is any token of digits. They are also what the scan
    looks for, so a word that is common and rarely a cue (`the`, `last`) costs time on every page: begin at the rarer
    word of an expression and look left from there. A common one may need company: `war i` is a cue of `i`. `glued` are letters that stand right before digits and make them a
    cue (`fy2019`, `rs500`); the reader is then called at the token of letters.

    Of the readings that overlap the longest stands; of equally long ones the first in `RANK`.
    """

    read: Read
    words: frozenset[str]
    glued: frozenset[str] = frozenset()


RANK: tuple[Kind, ...] = (
    "time", "date", "duration", "money", "percent", "ratio", "quantity", "ordinal", "count", "number",
)  # fmt: skip


class Placed(NamedTuple):
    """A reading with its places in the document."""

    start: int
    end: int
    core_start: int
    core_end: int
    reading: Reading
