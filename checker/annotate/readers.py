"""All readers. A new one is a line here; its cue words are in its own table."""

from __future__ import annotations

from checker.annotate import numbers, timexes
from checker.annotate.tokens import DIGITS, Reader

READERS: tuple[Reader, ...] = (*timexes.READERS, numbers.READER)
TEMPORAL = frozenset(("date", "time", "duration"))


def _dispatch() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, tuple[Reader, ...]] = {}
    for reader in READERS:
        for word in reader.words:
            table[word] = (*table.get(word, ()), reader)
    return table


DISPATCH = _dispatch()
"""The readers that begin at a word, `DIGITS` for those that begin at digits."""
ON_DIGITS = DISPATCH[DIGITS]
BARE_DIGITS = ON_DIGITS[1:]
"""Those for digits that nothing beside them makes a date."""
TEMPORAL_WORDS = frozenset(word for reader in timexes.READERS for word in reader.words)
GLUED = frozenset().union(*(reader.glued for reader in READERS))
"""Letters that are a cue where digits follow them without a space."""
