"""A PDF made a document: its pages read one by one, what it says of itself, and where in the text each page begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

from checker.ingest.document import Draft
from checker.ingest.formats.pdf import running
from checker.ingest.formats.pdf.lines import Line, lines
from checker.ingest.formats.pdf.paragraphs import Vocabulary, joined, paragraphs
from checker.ingest.formats.pdf.words import HYPHEN, words
from checker.ingest.made import made
from checker.model.document import Failure

MOST_PAGES = 5_000
MOST_CHARACTERS = 1_000_000  # of a page; a tight one has a hundredth of that
_MISSING = "PDF is read with pypdfium2; run `pip install pypdfium2`, or install checker with its extra `pdf`."
_LOCKED = "The file has a password; save a copy without one."
_DAMAGED = "The file is damaged, or is no PDF; open it in a reader and print it to a new one."
_PICTURES = "The file holds no text; if its pages are pictures, read them first with a program such as OCRmyPDF."
_ENDLESS = "The page holds more characters than a page can show; give the text that matters."
_CODED = (
    "The file does not tell which letters its text is made of; read its pages first with a program such as OCRmyPDF."
)
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_WRITTEN_WITH = re.compile(r"\b(?:Word|Writer|InDesign|QuarkXPress|FrameMaker|Publisher|Pages|\w*TeX)\b")
_NO_TITLE = re.compile(
    r"untitled.*|\(?anonymous\)?|microsoft \w+ - .*|(?:document|layout|slide) ?\d*|.*\.[a-z]{2,5}|\S*[\\/_\d]\S*|powerpoint presentation",
    re.IGNORECASE | re.DOTALL,
)


def outcomes(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """One document; pages that are damaged are failures beside it."""
    try:
        import pypdfium2 as pdfium
    except ImportError:
        yield Failure(path, _MISSING)
        return
    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        yield Failure(path, _LOCKED if "password" in str(error).lower() else _DAMAGED)
        return
    with closing(file):
        if (count := len(file)) > MOST_PAGES:
            yield Failure(path, f"The file has {count:,} pages; give the pages that matter, at most {MOST_PAGES:,}.")
            return
        pages: list[list[Line]] = []
        for number in range(1, count + 1):
            try:
                with closing(file[number - 1]) as page, closing(page.get_textpage()) as text:
                    if text.count_chars() > MOST_CHARACTERS:
                        yield Failure(path, _ENDLESS, place=f"page {number}")
                    else:
                        pages.append(lines(words(text), number))
            except pdfium.PdfiumError:
                yield Failure(path, _DAMAGED, place=f"page {number}")
        if pages:
            yield _document(pages, file.get_metadata_dict(), path)


def _document(pages: list[list[Line]], known: dict[str, str], path: str) -> Draft | Failure:
    whole = [line for page in pages for line in page]
    letters = "".join(cell for line in whole for cell in line.cells).replace(" ", "")
    if not letters:
        return Failure(path, _PICTURES)
    if 2 * len(_UNREADABLE.findall(letters)) > len(letters):
        return Failure(path, _CODED)
    text_pages = running.without(pages)
    if any(text_pages):
        pages = text_pages  # else there is nothing but what pages repeat
    vocabulary = Vocabulary(line for page in pages for line in page)
    text: list[str] = []
    parts: list[tuple[int, str]] = []
    length = 0
    for paragraph in paragraphs(pages):
        for piece, page in joined(paragraph, vocabulary):
            if not parts or parts[-1][1] != f"page {page}":
                parts.append((length, f"page {page}"))
            text.append(piece.replace(HYPHEN, "-"))
            length += len(piece)
        text.append("\n\n")
        length += 2
    title = " ".join(_UNREADABLE.sub("", known.get("Title", "")).split())
    return Draft(
        "".join(text[:-1]),
        made=_made(known),
        title=None if _NO_TITLE.fullmatch(title) else title or None,
        parts=tuple(parts),
    )


def _made(known: dict[str, str]) -> str | None:
    """The minute in which a program for writing made the file; not when a page was printed."""
    if not _WRITTEN_WITH.search(known.get("Creator", "") + " " + known.get("Producer", "")):
        return None
    created = _stamp(known.get("CreationDate", ""))
    return None if created is None else made(created, _stamp(known.get("ModDate", "")) or created)


def _stamp(text: str) -> datetime | None:
    """The date of an entry as its own clock had it."""
    try:
        return datetime.strptime(text[:14], "D:%Y%m%d%H%M")  # noqa: DTZ007
    except ValueError:
        return None
