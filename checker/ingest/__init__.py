"""Bytes to documents: one source as one text that every later span points into.

`read` takes paths, `each` gives their documents one by one, `from_text` takes a text in hand. A format is a module of `formats`, found by the suffixes it names.
"""

from checker.ingest.document import from_text
from checker.ingest.sources import Entry, InvalidInput, each, read

__all__ = ["Entry", "InvalidInput", "each", "from_text", "read"]
