"""Two saved runs, and what became of their findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.verbs.story import CHECK, edit, ended, write_story


@pytest.fixture(autouse=True)
def _story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)


def saved(capsys: pytest.CaptureFixture[str], name: str, *more: str) -> str:
    ended(capsys, *CHECK, "--out", f"json={name}", *more)
    return name


def test_a_fix_and_a_new_conflict_in_one_fact(capsys: pytest.CaptureFixture[str]) -> None:
    before = saved(capsys, "a.json")
    edit("wire.txt", "64", "90")
    edit("radio.txt", "90", "71")
    code, out, last = ended(capsys, "diff", before, saved(capsys, "b.json"))
    assert (code, last) == (1, "checker: exit 1: 1 new, 1 fixed, 0 changed, 0 the same")
    assert out.splitlines()[0].startswith("+ new  error  harbour/aboard  ")
    assert "    news/radio.txt:3:12  71\n" in out
    assert "- fixed  error  harbour/aboard" in out


def test_a_fix_alone_passes(capsys: pytest.CaptureFixture[str]) -> None:
    before = saved(capsys, "a.json")
    edit("wire.txt", "64", "90")
    code, _, last = ended(capsys, "diff", before, saved(capsys, "b.json"))
    assert (code, last) == (0, "checker: exit 0: 0 new, 1 fixed, 0 changed, 0 the same")


@pytest.mark.parametrize(("more", "code"), [((), 1), (("--fail-on", "never"), 0), (("--exit-zero",), 0)])
def test_the_gate(capsys: pytest.CaptureFixture[str], more: tuple[str, ...], code: int) -> None:
    edit("wire.txt", "64", "90")
    before = saved(capsys, "a.json")
    edit("wire.txt", "90", "64")
    assert ended(capsys, "diff", before, saved(capsys, "b.json"), *more)[0] == code


def test_a_warning_fails_only_where_it_is_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    Path("checker.toml").write_text('[facts."harbour/aboard"]\nseverity = "warning"\n')
    edit("wire.txt", "64", "90")
    before = saved(capsys, "a.json")
    edit("wire.txt", "90", "64")
    after = saved(capsys, "b.json")
    assert ended(capsys, "diff", before, after)[0] == 0
    assert ended(capsys, "diff", before, after, "--fail-on", "warning")[0] == 1


def test_what_is_told_differently_is_changed(capsys: pytest.CaptureFixture[str]) -> None:
    before = saved(capsys, "a.json")
    Path("checker.toml").write_text('[facts."harbour/aboard"]\nseverity = "note"\n')
    after = saved(capsys, "b.json")
    code, out, last = ended(capsys, "diff", before, after)
    assert (code, last) == (0, "checker: exit 0: 0 new, 0 fixed, 1 changed, 0 the same")
    assert "(error, now note)" in out
    assert ended(capsys, "diff", after, before)[0] == 1


def test_what_the_baseline_takes_in_is_changed(capsys: pytest.CaptureFixture[str]) -> None:
    before = saved(capsys, "a.json")
    ended(capsys, "baseline", "write", *CHECK[1:])
    after = saved(capsys, "b.json", "--baseline", "checker-baseline.toml")
    assert ended(capsys, "diff", before, after)[0] == 0
    assert ended(capsys, "diff", after, before)[0] == 1


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    before = saved(capsys, "a.json")
    edit("wire.txt", "64", "90")
    after = saved(capsys, "b.json")
    ended(capsys, "diff", before, after, "--out", "json=diff.json", "--out", "terminal=diff.txt")
    found = json.loads(Path("diff.json").read_text("utf-8"))
    assert (found["new"], found["changed"], found["same"]) == ([], [], 0)
    assert found["fixed"][0]["rule"] == "harbour/aboard"
    assert found["fixed"][0]["places"][2] == {"document": "news/wire.txt", "line": 3, "column": 19, "text": "64"}
    assert "- fixed" in Path("diff.txt").read_text("utf-8")


def test_no_difference_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    run = saved(capsys, "a.json")
    assert ended(capsys, "diff", run, run)[1] == "no difference\n"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("a.json", "nosuch.json"), "nosuch.json"),
        (("a.json", "harbour.yaml"), "harbour.yaml: no saved run"),
        (("a.json", "a.json", "--out", "html"), "no such format; the formats here are json, terminal"),
    ],
)
def test_what_cannot_run_ends_with_2(capsys: pytest.CaptureFixture[str], args: tuple[str, ...], says: str) -> None:
    saved(capsys, "a.json")
    code, _, last = ended(capsys, "diff", *args)
    assert code == 2
    assert says in last


def test_what_is_told_is_obeyed_by_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Path("news/wire.txt").rename("news/wire\x1b[2J\u202e.txt")
    before = saved(capsys, "a.json")
    Path("news/post.txt").unlink()
    out = ended(capsys, "diff", before, saved(capsys, "b.json"))[1]
    assert "- fixed" in out
    assert not set("\x1b\u202e") & set(out)
