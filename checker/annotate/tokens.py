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
- any other character: `$`, `%`, `½`, `-` (hyphens and minus signs of every kind), `–`, `—`
- a line break that ends a line of its own (a headline, a cell) is a token `\\n`; one inside running text is a space
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from checker.model.mention import Kind

DIGITS = "0"
"""Stands for every token of digits in `Reader.words`."""

_TOKEN = re.compile(
    r"[ap]\.\s?m\b\.?"  # a.m.
    r"|(?:[a-z]\.){2,}"  # u.s.
    r"|o['’]clock\b"
    r"|['’]s\b"
    r"|[^\W\d_]+"
    r"|\d+(?:[.,]\d+)*"
    r"|(?<![\w.])\.\d+"
    r"|(?<![a-z,])\n|\n(?![a-z0-9])"
    r"|[^\s\w]|_",
    re.IGNORECASE,
)
_SAME = str.maketrans({"‐": "-", "‑": "-", "−": "-", "’": "'", "‒": "–", "\u00ad": "-"})
_PAD = [""] * 8


class Chunk:
    """A window of a text and its tokens.

    `words[i]` is token i in lower case, at characters `starts[i]:ends[i]` of `text`; there are `size` of them. The
    lists run on with a few empty words, so a reader may look at `words[i + 3]` and `words[i - 1]` without asking
    whether it is there.
    """

    __slots__ = ("ends", "size", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in _TOKEN.finditer(text)]
        words = [text[start:end] for start, end in spans]
        folded = " ".join(words).lower() if "\n" not in text else None
        words = [word.lower() for word in words] if folded is None else folded.split(" ")
        if not text.isascii() or "." in text:
            words = [_normal(word) for word in words]
        self.size = len(words)
        self.words = words + _PAD
        end = len(text)
        self.starts = [span[0] for span in spans] + [end] * 8
        self.ends = [span[1] for span in spans] + [end] * 8

    def raw(self, i: int) -> str:
        """Token i as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def glued(self, i: int) -> bool:
        """No space between token i and the one before it."""
        return 0 < i < self.size and self.ends[i - 1] == self.starts[i]

    def upper(self, i: int) -> bool:
        """Token i begins with a capital."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()

    def quote(self, first: int, last: int) -> str:
        """The characters from token `first` up to, without, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def _normal(word: str) -> str:
    if len(word) > 2 and word[1] == "." and word[0] in "ap" and word.replace(" ", "").rstrip(".") in ("a.m", "p.m"):
        return word[0] + "m"
    return word.translate(_SAME)


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
    word of an expression and look left from there. `glued` are letters that stand right before digits and make them a
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
    noun_start: int
    noun_end: int
    reading: Reading
