"""All readers. A new one is a line here; its cue words are in its own table."""

from __future__ import annotations

from checker.annotate import numbers, timexes
from checker.annotate.tokens import DIGITS, Read, Reader

READERS: tuple[Reader, ...] = (*timexes.READERS, numbers.READER)


def _dispatch() -> dict[str, tuple[Read, ...]]:
    table: dict[str, tuple[Read, ...]] = {}
    for reader in READERS:
        for word in reader.words:
            table[word] = (*table.get(word, ()), reader.read)
    return table


DISPATCH = _dispatch()
"""The readers that begin at a word, `DIGITS` for those that begin at digits."""
ON_DIGITS = DISPATCH[DIGITS]
GLUED = frozenset().union(*(reader.glued for reader in READERS))
"""Letters that are a cue where digits follow them without a space."""
