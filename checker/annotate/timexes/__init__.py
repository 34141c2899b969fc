"""Dates, times and durations: readers of a chunk's tokens, and the anchoring of what they read."""

from checker.annotate.timexes.anchor import anchor
from checker.annotate.timexes.reader import READERS

__all__ = ["READERS", "anchor"]
