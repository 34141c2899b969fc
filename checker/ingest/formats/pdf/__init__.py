"""PDF: the text in reading order, each character with the page that it stands on.

Running heads and page numbers are left out, words that a line's end parts are made whole, and a paragraph goes on over
columns and pages. The file's metadata gives its title and, where nothing else tells its date, when it was made.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.ingest.document import Draft
from checker.model.document import Failure

SUFFIXES = (".pdf",)


def read(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """One document."""
    # What it takes is loaded here: a run without such a file is not to wait for it.
    from checker.ingest.formats.pdf.file import outcomes

    yield from outcomes(data, path)
