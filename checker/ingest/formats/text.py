"""Plain text, in whatever encoding it comes."""

from __future__ import annotations

from collections.abc import Iterator

from checker.ingest.decode import decode
from checker.ingest.document import Draft
from checker.model.document import Failure

SUFFIXES = (".txt", ".text", "")


def read(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """One document: the text as it stands."""
    text = decode(data)
    if text is None:
        yield Failure(path, "The file holds NUL bytes, so it is no text; give the text that it was made from.")
    elif not text.strip():
        yield Failure(path, "The file holds no text.")
    else:
        yield Draft(text)
