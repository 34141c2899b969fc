"""Bytes to documents: one source as one text that every later span points into.

`read` takes paths, `from_text` a text in hand. A format is a module of `formats`, found by the suffixes it names.
"""

from checker.ingest.document import from_text
from checker.ingest.sources import Entry, InvalidInput, read

__all__ = ["Entry", "InvalidInput", "from_text", "read"]
