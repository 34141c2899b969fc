"""Everything is read; what is reported touches what changed in git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from fpdf import FPDF

from tests.verbs.story import CHECK, checked, edit, ended, write_story

SINCE = ("--changed-since", "main")


def git(*command: str) -> None:
    names = ("-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *command], check=True, capture_output=True)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "as it is")


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)
    git("init", "--quiet", "--initial-branch", "main")
    commit()


def test_what_nobody_touched_is_not_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys)[0] == 1
    code, run = checked(capsys, *SINCE)
    assert (code, run["findings"], run["facts"], run["changed"]) == (0, [], [], [])
    assert run["summary"]["documents"] == 3


@pytest.mark.parametrize("committed", [False, True])
def test_a_changed_figure_is(capsys: pytest.CaptureFixture[str], committed: bool) -> None:
    edit("post.txt", "7 sailors", "9 sailors")
    if committed:
        git("switch", "--quiet", "--create", "work")
        commit()
    code, run = checked(capsys, *SINCE)
    assert code == 1
    assert [one["fact"] for one in run["findings"]] == ["aboard", "crew"]
    assert run["changed"] == [{"document": "news/post.txt", "lines": [[5, 5]]}]


def test_the_annotation_is_on_the_changed_line(capsys: pytest.CaptureFixture[str]) -> None:
    edit("wire.txt", "64", "90")
    commit()
    edit("wire.txt", "7 sailors", "9 sailors")
    _, out, _ = ended(capsys, *CHECK, *SINCE, "--out", "github")
    assert [line.split(",")[1:3] for line in out.splitlines()[1:]] == [["file=news/wire.txt", "line=5"]]
    git("checkout", "--quiet", "--", "news")
    edit("post.txt", "7 sailors", "9 sailors")
    _, out, _ = ended(capsys, *CHECK, *SINCE, "--out", "github")
    assert [line.split(",")[1:3] for line in out.splitlines()[1:]] == [["file=news/post.txt", "line=5"]]


def test_only_what_this_branch_changed_counts(capsys: pytest.CaptureFixture[str]) -> None:
    git("switch", "--quiet", "--create", "work")
    edit("post.txt", "90", "91")
    commit()
    git("switch", "--quiet", "main")
    edit("radio.txt", "90", "92")
    commit()
    git("switch", "--quiet", "work")
    assert [one["document"] for one in checked(capsys, *SINCE)[1]["changed"]] == ["news/post.txt"]


def test_a_file_that_git_does_not_know_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    Path("news/log “ä” b.txt").write_text("Published June 5, 2025\n\nThe ferry had 8 sailors.\n", encoding="utf-8")
    code, run = checked(capsys, *SINCE)
    assert code == 1
    assert [one["fact"] for one in run["findings"]] == ["crew"]
    assert run["changed"] == [{"document": "news/log “ä” b.txt", "lines": [[1, 4]]}]


def test_from_a_folder_below(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    edit("post.txt", "7 sailors", "9 sailors")
    monkeypatch.chdir("news")
    code, out, _ = ended(capsys, "check", ".", "--rules", "../harbour.yaml", *SINCE)
    assert code == 1
    assert "shown is what touches the 1 source that has changed since main" in out


def test_a_changed_rule_touches_all_that_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    rule = Path("harbour.yaml")
    rule.write_text(rule.read_text("utf-8").replace("People on", "People aboard"), encoding="utf-8")
    assert checked(capsys, *SINCE)[0] == 1


def test_a_record_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    record = '{{"id": "{}", "published": "2025-06-05", "text": "The ferry had {} sailors."}}\n'
    path = Path("news/wires.jsonl")
    path.write_text(record.format("a", 7) + record.format("b", 7), encoding="utf-8")
    commit()
    path.write_text(record.format("a", 7) + record.format("b", 8), encoding="utf-8")
    code, run = checked(capsys, *SINCE)
    assert code == 1
    assert [one["document"] for one in run["changed"]] == ["b"]


def test_a_changed_page_of_a_pdf_is_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("news/log.pdf")
    for sailors in (7, 8):
        paper = FPDF()
        paper.set_compression(False)
        paper.add_page()
        paper.set_font("Times", size=11)
        paper.multi_cell(0, 9, f"Published June 5, 2025\n\nThe ferry had {sailors} sailors.")
        path.write_bytes(bytes(paper.output()))
        git("add", "--all")
        if sailors == 7:
            commit()
    code, run = checked(capsys, *SINCE)
    assert code == 1
    assert [one["document"] for one in run["changed"]] == ["news/log.pdf"]
    assert run["changed"][0]["lines"][0][0] == 1


def test_a_saved_run_keeps_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    edit("post.txt", "7 sailors", "9 sailors")
    ended(capsys, *CHECK, *SINCE, "--out", "json=run.json", "--out", "github=first")
    ended(capsys, "report", "run.json", "--out", "github=second")
    assert Path("first").read_bytes() == Path("second").read_bytes()


@pytest.mark.parametrize("ref", ["nosuch", "origin/main", "--output=x", "HEAD~9"])
def test_an_unknown_commit_ends_with_2(capsys: pytest.CaptureFixture[str], ref: str) -> None:
    code, _, last = ended(capsys, *CHECK, f"--changed-since={ref}")
    assert code == 2
    assert f"git knows no commit `{ref}`; fetch it first" in last
    assert not Path("x").exists()


def test_no_repository_ends_with_2(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("bare")
    write_story(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    code, _, last = ended(capsys, *CHECK, *SINCE)
    assert code == 2
    assert "this folder is in no git repository" in last


def test_no_git_ends_with_2(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    code, _, last = ended(capsys, *CHECK, *SINCE)
    assert (code, last) == (
        2,
        "checker: exit 2: --changed-since main: git is not installed here; install it, or leave the option out",
    )


def test_lines_that_look_like_a_patch_are_lines(capsys: pytest.CaptureFixture[str]) -> None:
    edit("post.txt", "The ferry carried", "++ b/x\n\n@@ -1,3 +4,5 @@\n\nThe ferry carried")
    changed = checked(capsys, *SINCE)[1]["changed"]
    assert changed == [{"document": "news/post.txt", "lines": [[3, 6]]}]
