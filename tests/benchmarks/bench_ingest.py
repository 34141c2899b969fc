"""What reading HTML, PDF and Word files costs, against the library alone that each could be read with."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import docx
import pypdfium2
from fpdf import FPDF
from trafilatura import bare_extraction

from checker.ingest.formats import readers
from tests.benchmarks.text import varied
from tests.benchmarks.timing import cpu

SIZE = 15_000  # characters of an article, a long one


def page(paragraphs: list[str]) -> bytes:
    body = "".join(f"<p>{escape(one)}</p>\n" for one in paragraphs)
    links = "".join(f"<li><a href='/{n}'>Story number {n}</a></li>" for n in range(80))
    return f"<html><body><nav><ul>{links}</ul></nav><article><h1>Told</h1>{body}</article></body></html>".encode()


def paper(paragraphs: list[str]) -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Times", size=11)
    for one in paragraphs:
        made.multi_cell(0, 5, one, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def word(paragraphs: list[str]) -> bytes:
    made = docx.Document()
    for one in paragraphs:
        made.add_paragraph(one)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def characters(data: bytes) -> None:
    for one in pypdfium2.PdfDocument(data):
        one.get_textpage().get_text_range()


def whole(suffix: str, data: bytes) -> None:
    list(readers()[suffix](data, "a"))


def main() -> None:
    text = varied(SIZE).encode("latin-1", "replace").decode("latin-1")  # what the standard fonts of PDF can show
    paragraphs = text.split("\n\n")
    alone: dict[str, tuple[str, bytes, Callable[[bytes], object]]] = {
        ".html": ("trafilatura", page(paragraphs), bare_extraction),
        ".pdf": ("pypdfium2", paper(paragraphs), characters),
        ".docx": (
            "python-docx",
            word(paragraphs),
            lambda data: [one.text for one in docx.Document(io.BytesIO(data)).paragraphs],
        ),
    }
    size = sum(map(len, paragraphs))
    for suffix, (name, data, library) in alone.items():
        ours = min(cpu(partial(whole, suffix, data)) for _ in range(7))
        theirs = min(cpu(partial(library, data)) for _ in range(7))
        print(f"{suffix[1:]:5} {ours * 1000:6.1f} ms for {size:,} characters, {ours / theirs:.2f} times {name} alone")


if __name__ == "__main__":
    main()
