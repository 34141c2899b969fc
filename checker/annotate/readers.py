"""All readers. A new one is a line here; its cue words are in its own table."""

from __future__ import annotations

from checker.annotate import numbers, timexes
from checker.annotate.tokens import Reader

READERS: tuple[Reader, ...] = (*timexes.READERS, numbers.READER)
CUES = frozenset().union(*(reader.words for reader in READERS))
GLUED = frozenset().union(*(reader.glued for reader in READERS))
"""Letters that are a cue where digits follow them without a space."""
