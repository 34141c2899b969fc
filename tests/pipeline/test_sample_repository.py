"""The workflow of the sample repository, step by step, in a git repository of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.pipeline.steps import ROOT, Done, Runner, commit, git, load

SAMPLE = ROOT / "fixtures" / "sample-repository"
BASELINE = "checker-baseline.toml"
STEPS = load(SAMPLE / ".github/workflows/checker.yml")["jobs"]["check"]["steps"]
CONFLICT = ("articles/evening-herald.txt", "6")
EDITS = [
    ("articles/city-council.md", "23 ships", "32 ships", "15"),
    ("articles/city-council.md", "September 13, 2025", "September 12, 2025", "9"),
    ("articles/harbour-courier.txt", "Some 3,200", "Some 2,300", "8"),
    ("articles/harbour-courier.txt", "$14 million", "$41 million", "6"),
    ("articles/radio-estuary.txt", "3,180", "3,810", "5"),
]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    folder = tmp_path / "repository"
    shutil.copytree(SAMPLE, folder)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return Runner(folder, tmp_path)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What `checker baseline write` makes of it."""
    folder = tmp_path_factory.mktemp("accepted")
    shutil.copytree(SAMPLE, folder / "repository")
    assert Runner(folder / "repository", folder).run("checker baseline write").code == 0
    return (folder / "repository" / BASELINE).read_text("utf-8")


def run(runner: Runner, *, base: str = "", steps: list[dict[str, str]] = STEPS) -> Done:
    """The last step that ran; `base` is the branch that a pull request is for."""
    *_, last = runner.steps(steps, GITHUB_BASE_REF=base)
    return last


def accepted(runner: Runner, written: str) -> None:
    (runner.folder / BASELINE).write_text(written, encoding="utf-8")
    commit(runner.folder)
    git(runner.folder, "update-ref", "refs/remotes/origin/main", "main")


def changed(runner: Runner, path: str, old: str, new: str) -> None:
    git(runner.folder, "switch", "--quiet", "--create", "work")
    article = runner.folder / path
    text = article.read_text("utf-8")
    assert text.count(old) == 1
    article.write_text(text.replace(old, new), encoding="utf-8")
    commit(runner.folder)


def test_red_on_the_first_run(runner: Runner) -> None:
    last = run(runner)
    assert (last.name, last.code) == ("Check the sources", 1)
    assert last.annotations == [CONFLICT]
    assert last.err == "checker: exit 1: 1 error in 5 documents\n"
    assert "1 fact conflicts" in runner.summary.read_text("utf-8")
    assert (runner.folder / "checker-report.html").exists()


def test_green_once_it_is_accepted(runner: Runner, written: str) -> None:
    accepted(runner, written)
    last = run(runner)
    assert (last.code, last.annotations) == (0, [])
    assert last.err == "checker: exit 0: no findings, 1 known in 5 documents\n"


@pytest.mark.parametrize("edit", EDITS, ids=" ".join)
def test_red_again_after_one_figure_is_changed(runner: Runner, written: str, edit: tuple[str, str, str, str]) -> None:
    path, old, new, line = edit
    accepted(runner, written)
    changed(runner, path, old, new)
    last = run(runner, base="main", steps=[step for step in STEPS if step.get("name") == "Check the sources"])
    assert (last.name, last.code) == ("Check the sources", 1)
    assert last.annotations == [(path, line)]


def test_green_again_once_it_is_put_right(runner: Runner, written: str) -> None:
    accepted(runner, written)
    changed(runner, "articles/evening-herald.txt", "$17 million", "$14 million")
    last = run(runner, base="main")
    assert last.code == 0
    assert "1 accepted finding is fixed: `checker baseline prune`" in last.out


def test_a_pull_request_that_touches_no_source_is_green_without_a_baseline(runner: Runner) -> None:
    git(runner.folder, "update-ref", "refs/remotes/origin/main", "main")
    git(runner.folder, "switch", "--quiet", "--create", "work")
    (runner.folder / "README.md").write_text("What this is.\n", encoding="utf-8")
    commit(runner.folder)
    assert run(runner, base="main").code == 0


def test_a_wrong_rule_stops_it_first(runner: Runner) -> None:
    rules = runner.folder / "rules/museum.yaml"
    rules.write_text(rules.read_text("utf-8").replace("value: money", "value: mony", 1), encoding="utf-8")
    last = run(runner)
    assert (last.name, last.code) == ("Check the rules", 2)


def test_its_workflow_is_what_init_writes() -> None:
    written = (ROOT / "checker/verbs/pipelines/github.yml").read_text("utf-8")
    assert (SAMPLE / ".github/workflows/checker.yml").read_text("utf-8") == written
