"""Paths: which files are read, in which order, and which runs stop."""

import io
import json
from pathlib import Path

import pytest

from checker.ingest import Entry, InvalidInput, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden.txt", ".git/d.txt", "picture.png", "LICENCE"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Five cars.")
    return tmp_path


def test_a_folder_is_walked_in_order_and_hidden_names_are_left_out(folder: Path) -> None:
    sources = read([folder])
    assert [document.path for document in sources.documents] == [
        f"{folder}/a.txt",
        f"{folder}/b.txt",
        f"{folder}/sub/c.md",
    ]
    assert sources.failures == ()
    assert sources.skipped == (f"{folder}/LICENCE", f"{folder}/picture.png")


def test_reports_of_earlier_runs_are_no_sources(folder: Path) -> None:
    import checker
    from checker.report import render

    page = render(checker.check([folder / "a.txt"]), "html")
    (folder / "report.html").write_text(page, encoding="utf-8")
    sources = read([folder])
    assert f"{folder}/report.html" in sources.skipped
    assert [document.path for document in sources.documents][-1] == f"{folder}/sub/c.md"


def test_suffixes_limit_a_folder(folder: Path) -> None:
    assert [document.path for document in read([folder], suffixes=[".md"]).documents] == [f"{folder}/sub/c.md"]


def test_order_is_that_of_the_arguments(folder: Path) -> None:
    paths = [folder / "sub", folder / "b.txt"]
    assert [Path(document.path).name for document in read(paths).documents] == ["c.md", "b.txt"]


def test_a_path_is_kept_as_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [document.id for document in read(["a.txt", "./b.txt"]).documents] == ["a.txt", "./b.txt"]


def test_a_missing_file_is_a_failure_and_the_others_are_read(folder: Path) -> None:
    sources = read([folder / "nowhere.txt", folder / "a.txt"])
    assert [failure.path for failure in sources.failures] == [f"{folder}/nowhere.txt"]
    assert len(sources.documents) == 1


def test_standard_input() -> None:
    (document,) = read(["-"], stdin=io.BytesIO(b"Five cars.")).documents
    assert (document.id, document.text) == ("-", "Five cars.")


def test_a_file_named_twice_stops_the_run(folder: Path) -> None:
    with pytest.raises(InvalidInput, match=r"a\.txt and .*sub/\.\./a\.txt are one file"):
        read([folder / "a.txt", f"{folder}/sub/../a.txt"])


def test_two_records_of_one_id_stop_the_run_and_are_both_named(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(json.dumps({"id": "x", "text": "Five."}))
    with pytest.raises(InvalidInput, match=r"'x': .*a\.jsonl, record 1 and .*b\.jsonl, record 1"):
        read([tmp_path])


def test_the_manifest_says_what_sources_do_not(folder: Path) -> None:
    manifest = [Entry("*.txt", publisher="AP", about=(("round", "1"),)), Entry("*/b.txt", title="B")]
    first, second, third = read([folder], manifest=manifest).documents
    assert (first.publisher, first.title, first.meta) == ("AP", None, (("about.round", "1"),))
    assert (second.publisher, second.title) == ("AP", "B")
    assert third.publisher is None


def test_authority_is_that_of_the_manifest_else_of_the_source_else_1(tmp_path: Path) -> None:
    records = ({"id": "x", "text": "a", "authority": 2.5}, {"id": "y", "text": "b"}, {"id": "z", "text": "c"})
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"authority": "3"} | one) for one in records[:2]))
    (tmp_path / "b.jsonl").write_text(json.dumps(records[2]))
    (tmp_path / "c.md").write_text("---\nauthority: 4\n---\nText.\n")
    told = read([tmp_path], manifest=[Entry("x", authority=0.0), Entry("*", publisher="AP")]).documents
    assert [one.authority for one in told] == [0.0, 3.0, 1.0, 4.0]
    assert [dict(one.meta).get("authority") for one in told] == [None] * 4


@pytest.mark.parametrize("weight", ["high", -1, True, "2 or 3", "nan", "inf", 10**400])
def test_an_authority_that_is_no_number_is_named_with_its_place(tmp_path: Path, weight: object) -> None:
    (tmp_path / "a.jsonl").write_text("\n" + json.dumps({"text": "a", "authority": weight}))
    (tmp_path / "b.md").write_text(f"---\nauthority: {json.dumps(weight)}\n---\nText.\n")
    found = read([tmp_path])
    assert found.documents == ()
    assert [one.place for one in found.failures] == ["record 2", "line 1"]
    assert all("authority" in one.reason and "0 or more" in one.reason for one in found.failures)


def test_a_manifest_names_a_record_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "a"}\n{"id": "y", "text": "b"}')
    first, second = read([tmp_path], manifest=[Entry("y", published="2025-01-01")]).documents
    assert (first.published, second.published) == (None, "2025-01-01")
