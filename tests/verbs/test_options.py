"""What a run tells of its options is what it was made with, and `-v` says more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main
from tests.verbs.story import CHECK, ended, write_story


@pytest.fixture(autouse=True)
def _story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)


def options(capsys: pytest.CaptureFixture[str], *args: str) -> dict[str, str]:
    return dict(json.loads(ended(capsys, "check", *args, "--out", "json")[1])["options"])


def test_an_option_is_recorded_alike_whether_it_is_given_or_configured(capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--group-by", "publisher", "--only", "crew", "--discover", "--fail-on", "warning", "--published")
    by_hand = options(capsys, "news", "--rules", "harbour.yaml", *given, "2025-06-04")
    Path("checker.toml").write_text(
        'sources = ["news"]\nrules = ["harbour.yaml"]\ngroup-by = "publisher"\nonly = ["crew"]\ndiscover = true\n'
        'fail-on = "warning"\npublished = 2025-06-04\n',
        encoding="utf-8",
    )
    assert options(capsys) == by_hand
    assert by_hand["group_by"] == "publisher"
    assert len(by_hand) == 6
    assert options(capsys, "--fail-on", "error").get("fail_on") is None


def test_the_index_parts_a_run_that_its_configuration_grouped(capsys: pytest.CaptureFixture[str]) -> None:
    records = [
        {"id": f"{paper}-{town}", "text": f"The ferry carried {n} passengers.", "publisher": paper, "town": town}
        for paper, town, n in (("Post", "Elm", 4), ("Wire", "Elm", 9), ("Post", "Oak", 7), ("Wire", "Oak", 7))
    ]
    Path("all.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    Path("checker.toml").write_text('group-by = "town"\n', encoding="utf-8")
    assert main(["check", "all.jsonl", "--rules", "harbour.yaml", "--out", "json=run.json"]) == 1
    assert main(["report", "run.json", "--index", "index.html"]) == 0
    page = Path("index.html").read_text("utf-8")
    assert [name in page for name in (">Elm<", ">Oak<")] == [True, True]


def test_verbose_says_what_of_a_folder_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("news/photo.png").write_bytes(b"\x89PNG")
    for command in (CHECK, ("extract", "news")):
        for flags, told in (((), False), (("-v",), True), (("-v", "-q"), False)):
            main([*command, *flags])
            err = capsys.readouterr().err
            assert ("passed over news/photo.png" in err) is told, (command, flags)


def test_one_document_is_no_documents(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, last = ended(capsys, "check", "news/post.txt", "--rules", "harbour.yaml")
    assert (code, last) == (0, "checker: exit 0: no findings in 1 document")
