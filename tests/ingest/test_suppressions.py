"""Comments for the checker: taken out of the text, with every other character and line where it stood."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import extract, ingest
from checker.model.document import Document, Suppression

COMMENT = '<!-- checker: ignore aboard reason="first edition" until=2026-12-31 -->'
LINE = 'checker: ignore aboard reason="first edition" until=2026-12-31'


def read(folder: Path, name: str, text: str) -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (document,) = ingest.read([path]).documents
    return document


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("written", [COMMENT, LINE, f"// {LINE}", f"  {LINE}"])
def test_it_is_read_and_is_no_text(tmp_path: Path, name: str, written: str) -> None:
    document = read(tmp_path, name, f"The ferry left.\n\n{written}\n\nIt carried 90 passengers.\n")
    (found,) = document.suppressions
    assert (found.names, found.reason, found.until, found.wrong) == (("aboard",), "first edition", "2026-12-31", "")
    assert found.line == 3
    assert "checker" not in document.text
    assert "2026" not in document.text
    assert document.place(document.text.index("90")) == (5, 12)


def test_a_comment_within_a_sentence_parts_nothing(tmp_path: Path) -> None:
    text = f"The ferry carried\n90 {COMMENT} passengers and 12\ncars."
    for name in ("a.txt", "a.md"):
        document = read(tmp_path, name, text)
        assert [one.line for one in document.suppressions] == [2]
        assert document.place(document.text.index("cars"))[0] == 3
    found = [mention.noun for mention in extract("The ferry carried 90   passengers.")]
    assert found == ["passenger"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_comment_over_several_lines_keeps_the_lines(tmp_path: Path, name: str) -> None:
    comment = '<!-- checker: ignore\n  aboard, harbour/crew\n  reason="two\n  editions" -->'
    document = read(tmp_path, name, f"The ferry left. {comment} It had\n7 sailors.\n")
    (found,) = document.suppressions
    assert (found.names, found.reason, found.line) == (("aboard", "harbour/crew"), "two editions", 1)
    assert document.place(document.text.index("7"))[0] == 5


def test_places_and_columns(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", f"---\ntitle: Ferry\n---\n\n# Ferry\n\nIt left. {COMMENT} Late.\n")
    assert [(one.line, one.column) for one in document.suppressions] == [(7, 10)]
    document = read(tmp_path, "a.txt", f"It left.\n  {LINE}\n")
    assert [(one.line, one.column) for one in document.suppressions] == [(2, 3)]


def test_a_record_of_json_lines(tmp_path: Path) -> None:
    text = f"The ferry left.\\n{LINE}\\nIt carried 90 passengers.".replace('"', '\\"')
    document = read(tmp_path, "a.jsonl", f'{{"text": "{text}"}}\n')
    assert [one.names for one in document.suppressions] == [("aboard",)]
    assert document.text.index("90") == len(f"The ferry left.\n{LINE}\nIt carried ")


def test_code_that_shows_one_is_none(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", f"How to:\n\n```\n{LINE}\n{COMMENT}\n```\n\nAnd `{COMMENT}` in a line.\n")
    assert document.suppressions == ()


@pytest.mark.parametrize(
    "text",
    [
        "<!-- checker: Maria -->",
        "The fact checker: ignore it, she said.",
        "<!-- checker: ignored so far -->",
        "checker:",
    ],
)
def test_what_is_meant_for_people_is_none(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, "a.txt", f"The ferry left.\n\n{text}\n").suppressions == ()


@pytest.mark.parametrize(
    ("rest", "says"),
    [
        ("", "it names nothing to ignore"),
        ('reason="x"', "it names nothing to ignore"),
        ("aboard", "it gives no reason"),
        ('aboard reason=""', "it gives no reason"),
        ('aboard reason="x" until=2026-13-01', "`until=2026-13-01` is no day"),
        ('aboard reason="x" until=20261231', "is no day"),
        ('aboard reason="x" unitl=2026-12-31', "`unitl` is no option"),
        ('aboard because "x" reason="y"', "no name"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, rest: str, says: str) -> None:
    (found,) = read(tmp_path, "a.txt", f"It left.\n\nchecker: ignore {rest}\n\nLate.").suppressions
    assert says in found.wrong


@pytest.mark.parametrize("reason", ['"a b"', "'a b'", "“a b”"])
def test_whatever_the_quotes(tmp_path: Path, reason: str) -> None:
    (found,) = read(tmp_path, "a.txt", f"It left.\n\nchecker: ignore aboard reason={reason}\n").suppressions
    assert found == Suppression(("aboard",), "a b", None, 3, 1, f"checker: ignore aboard reason={reason}")
