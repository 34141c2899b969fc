"""Word files: paragraphs, lists, headings and rows of tables, each with its number.

What tracked changes insert is read and what they delete is not, as when all are accepted. Footnotes and endnotes follow
the text; comments, running headers, hidden text and the table of contents are left out. The file's properties give its
title and, where nothing else tells its date, when it was written.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.ingest.document import Draft
from checker.model.document import Failure

SUFFIXES = (".docx", ".docm")


def read(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """One document."""
    # What it takes is loaded here: a run without such a file is not to wait for it.
    from checker.ingest.formats.docx.file import outcomes

    yield from outcomes(data, path)
