"""HTML: the article of a page, each paragraph at the line of the source where it stands.

Navigation, advertisements, comments and the like are left out. Table rows and captions are paragraphs of their own;
code is kept, as no article. The page's head gives the date, title, publisher and address.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.ingest.document import Draft
from checker.model.document import Failure

SUFFIXES = (".html", ".htm", ".xhtml")


def read(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """One document."""
    # What it takes is loaded here: a run without such a file is not to wait for it.
    from checker.ingest.formats.html.file import outcomes

    yield from outcomes(data, path)
