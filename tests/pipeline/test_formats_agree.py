"""A story told once is the same story as text, HTML, PDF and Word file: the same facts with the same values."""

import io
from collections.abc import Callable
from html import escape
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

import checker
from checker.model.comparison import Comparison

ROOT = Path(__file__).parents[2]
STORIES = {
    "istanbul-talks": "istanbul-talks",
    "bridge-collapse": "disasters",
    "election-count": "elections",
    "quarterly-results": "companies",
    "storm-ilse": "disasters",
    "vaccine-trial": "health",
}
_LETTERS = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-", "…": "...", "•": "-", "−": "-"})


def as_html(text: str) -> bytes:
    title, *blocks = text.split("\n\n")
    body = "".join(f"<p>{escape(block)}</p>\n" for block in blocks)
    page = (
        f"<html><head><meta charset=utf-8><title>{escape(title)}</title></head><body><nav><a href='/'>12 more</a></nav>"
        f"<article><h1>{escape(title)}</h1>\n{body}</article><footer>Since 1891</footer></body></html>"
    )
    return page.encode()


def as_pdf(text: str) -> bytes:
    paper = FPDF(format=(150, 210))
    paper.add_page()
    for number, block in enumerate(text.split("\n\n")):
        paper.set_font("Times", size=11 if number else 16)
        paper.multi_cell(0, 6, " ".join(block.split()), align="J", new_x="LMARGIN", new_y="NEXT")
        paper.ln(3)
    return bytes(paper.output())


def as_docx(text: str) -> bytes:
    word = docx.Document()
    for number, block in enumerate(text.split("\n\n")):
        word.add_paragraph(block, style=None if number else "Title")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


WRITERS: dict[str, Callable[[str], bytes]] = {".html": as_html, ".pdf": as_pdf, ".docx": as_docx}


def told(run: Comparison) -> list[tuple[object, ...]]:
    """What each source states, and what is made of it."""
    sources = {one.id: (Path(one.path).stem, one.published) for one in run.documents}
    stated = sorted(
        (sources[one.document][0], one.fact, one.qualifiers, one.label, one.status) for one in run.assertions
    )
    judged = sorted((one.rule, one.severity, one.verdict) for one in run.findings)
    return [*sorted(sources.values(), key=str), *stated, *judged]


@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_the_same_in_every_format(tmp_path: Path, story: str) -> None:
    for suffix in (".txt", *WRITERS):
        (tmp_path / suffix).mkdir()
        for path in (ROOT / "fixtures" / story).glob("*.md"):
            (tmp_path / suffix / path.name).write_bytes(path.read_bytes())
    for path in (ROOT / "fixtures" / story).glob("*.txt"):
        text = path.read_text(encoding="utf-8").translate(_LETTERS).strip()
        assert text.encode("latin-1", "strict")
        (tmp_path / ".txt" / path.name).write_text(text, encoding="utf-8")
        for suffix, write in WRITERS.items():
            (tmp_path / suffix / f"{path.stem}{suffix}").write_bytes(write(text))
    first, *others = (checker.check([tmp_path / suffix], packs=[STORIES[story]]) for suffix in (".txt", *WRITERS))
    assert first.findings
    for other in others:
        assert not other.failures
        assert told(other) == told(first)
