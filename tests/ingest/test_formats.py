"""Each format on its sample, and what breaks it."""

import hashlib
import json
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ingest import formats, from_text, read
from checker.model.document import Document, Failure

SAMPLES = Path(__file__).parents[2] / "fixtures" / "formats"


def one(path: Path) -> Document:
    (document,) = read([path]).documents
    return document


def refused(path: Path) -> Failure:
    sources = read([path])
    assert sources.documents == ()
    (failure,) = sources.failures
    return failure


FORMATS = sorted(module.name for module in iter_modules(formats.__path__))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_reads_its_sample(name: str) -> None:
    suffix = import_module(f"{formats.__name__}.{name}").SUFFIXES[0]
    sources = read([SAMPLES / f"sample{suffix}"])
    assert sources.failures == ()
    first = sources.documents[0]
    assert first.published == "2024-03-14"
    assert "nine days after" in " ".join(first.text.split())
    assert any("million" in document.text for document in sources.documents)


@pytest.mark.parametrize("name", ["sample.txt", "sample.md"])
def test_a_word_is_found_in_the_line_where_it_stands(name: str) -> None:
    path = SAMPLES / name
    document = one(path)
    lines = path.read_text().split("\n")
    for word in ("Oldhaven", "Thursday", "nine days after", "million"):
        line, _ = document.place(document.text.index(word))
        assert word in lines[line - 1]


def test_markdown_is_read_as_it_is_seen() -> None:
    document = one(SAMPLES / "sample.md")
    assert document.title == "Ferry service resumes after nine days"
    assert document.publisher == "Island Courier"
    assert "Skerry Island sailed\nagain on Thursday, nine days" in document.text
    assert "Ramp | $1.1 million" in document.text
    assert "2019" not in document.text
    assert [document.text[start:end] for start, end in document.furniture] == ["sail --days 9"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*5* of **6** and ~~7~~", "5 of 6 and 7"),
        ("[a\nb](https://x.y)", "a\nb"),
        ("![12 cars](a.png)", ""),
        ("<!-- 12 -->\n\nText <b>of 5</b>", "Text of 5"),
        ("# One\nTwo 3", "One\n\nTwo 3"),
        ("&pound;5 &amp; 6", "£5 & 6"),
        ("<table><tr><td>4&nbsp;km</td></tr></table>", "4\xa0km"),
        ("a `5 km` b", "a 5 km b"),
        ("[1]: https://x.y\n\nSee [five][1]", "See five"),
    ],
)
def test_markup_leaves_the_text(tmp_path: Path, source: str, expected: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(source + "\n\nend\n")
    assert one(path).text.strip() == f"{expected}\n\nend".strip()


@pytest.mark.parametrize(
    ("front", "reason"),
    [("date: yesterday", "which is no date"), ("date: 6/4/2025", "could be two"), ("a: [", "cannot be read")],
)
def test_front_matter_that_cannot_be_used(tmp_path: Path, front: str, reason: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{front}\n---\ntext\n")
    assert reason in refused(path).reason


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("---\nheadline: T\nsource: S\n---\n5", ("T", "S", "5")),
        ("+++\ntitle = 'T'\ndate = 2025-01-02\n+++\n5", ("T", None, "5")),
        ("---\n\nText of 5.\n\n---\n", (None, None, "Text of 5.")),
        ("---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, y]\n---\n5", (None, None, "5")),
    ],
)
def test_front_matter(tmp_path: Path, source: str, expected: tuple[str | None, ...]) -> None:
    path = tmp_path / "a.md"
    path.write_text(source)
    document = one(path)
    assert (document.title, document.publisher, document.text) == expected


ENCODED = {
    "utf-8": "Café £5".encode(),
    "utf-8 with mark": b"\xef\xbb\xbf" + "Café £5".encode(),
    "utf-16": "Café £5".encode("utf-16"),
    "utf-16 big": b"\xfe\xff" + "Café £5".encode("utf-16-be"),
    "windows": "Café £5".encode("cp1252"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ENCODED[name])
    document = one(path)
    assert document.text == "Café £5"
    assert document.sha256 == hashlib.sha256(ENCODED[name]).hexdigest()


def test_one_bad_byte_does_not_change_the_encoding_of_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("“Café” costs £5".encode() + b"\xff")
    assert one(path).text == "“Café” costs £5\ufffd"


def test_line_ends_become_one_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\rthree\n")
    document = one(path)
    assert document.text == "one\ntwo\nthree\n"
    assert document.place(document.text.index("three")) == (3, 1)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"a\x00b", "NUL"),
        ("a.txt", b" \n", "no text"),
        ("a.md", b"", "no text"),
        ("a.jsonl", b"\n", "no record"),
        ("a.xyz", b"text", ".jsonl, .markdown, .md"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert reason in refused(path).reason


def test_a_file_without_suffix_is_text(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("Five cars.")
    assert one(tmp_path / "notes").text == "Five cars."


def records(tmp_path: Path, *lines: object) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    sources = read([path])
    return sources.documents, sources.failures


def test_records_keep_what_is_known_of_them(tmp_path: Path) -> None:
    given = {"text": "Five.", "id": 7, "published": "2025-06-04T08:30:00Z", "publisher": "AP", "url": "https://x.y/z"}
    (document,), _ = records(
        tmp_path, {**given, "title": "T", "story": "s", "n": 3, "about": {"round": "1"}, "no": None}
    )
    assert (document.id, document.record) == ("7", 1)
    assert (document.published, document.published_from) == ("2025-06-04T08:30", "metadata")
    assert (document.publisher, document.url, document.title) == ("AP", "https://x.y/z", "T")
    assert document.meta == (("about.round", "1"), ("n", "3"), ("story", "s"))
    assert document.get("story") == "s"


def test_a_record_without_id_goes_by_its_line(tmp_path: Path) -> None:
    documents, _ = records(tmp_path, {"text": "a"}, "", {"text": "b"})
    path = tmp_path / "a.jsonl"
    assert [document.id for document in documents] == [f"{path}#1", f"{path}#3"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[1]", "no object"),
        ('"text"', "no object"),
        ({"id": "x"}, "no `text`"),
        ({"text": 5}, "no `text`"),
        ({"text": " "}, "empty"),
        ({"text": "a", "published": "soon"}, "no date"),
        ({"text": "a", "published": 0}, "no date"),
        ({"text": "a", "published": ["2025-01-01"]}, None),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_bad_record_leaves_the_others(tmp_path: Path, line: object, reason: str | None) -> None:
    documents, failures = records(tmp_path, {"text": "a"}, line, {"text": "b"})
    if reason is None:
        assert len(documents) == 3
        return
    assert [document.text for document in documents] == ["a", "b"]
    (failure,) = failures
    assert failure.place == "record 2"
    assert reason in failure.reason


def test_text_of_a_record_keeps_its_offsets(tmp_path: Path) -> None:
    text = "a\r\nb \x00 c \ud83d d\n5"
    (document,), _ = records(tmp_path, {"text": text})
    assert len(document.text) == len(text)
    assert document.text.index("5") == text.index("5")
    document.text.encode()


@given(st.text(alphabet=st.sampled_from("aA1.,:\n \t-—©(/)é📄"), max_size=300) | st.text(max_size=200))
def test_any_text_becomes_a_document(text: str) -> None:
    document = from_text(text)
    assert document.text == text
    assert document.line_starts[0] == 0
    assert len(document.line_starts) == text.count("\n") + 1
    end = 0
    for start, stop in document.furniture:
        assert end <= start < stop <= len(text)
        end = stop


@given(st.text(alphabet=st.sampled_from("aA1 \n#*_`[]()|-<>!&;~\\"), max_size=200))
def test_any_markdown_keeps_its_lines(source: str) -> None:
    from checker.ingest.formats.markdown import read as read_markdown

    for draft in read_markdown(source.encode(), "a.md"):
        if isinstance(draft, Failure):
            assert not source.strip() or source.startswith("---")
        else:
            assert list(draft.line_starts) == sorted(draft.line_starts)
            assert len(draft.line_starts) == source.count("\n") + 1
            assert all(0 <= start <= len(draft.text) for start in draft.line_starts)
