"""The action of this repository, its scripts run as GitHub runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.pipeline.steps import ROOT, Done, Runner, commit, git, load

ACTION = load(ROOT / "action.yml")
DEFAULTS = {f"inputs.{name}": value["default"] for name, value in ACTION["inputs"].items()}


SAMPLE = "fixtures/sample-repository"


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    folder = tmp_path / "repository"
    shutil.copytree(ROOT / SAMPLE, folder)
    return Runner(folder, tmp_path)


def run(runner: Runner, *, base: str = "", **inputs: str) -> Done:
    """The one step; `base` is the branch that a pull request is for."""
    given = DEFAULTS | {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    (done,) = runner.steps(ACTION["runs"]["steps"], given, GITHUB_BASE_REF=base)
    return done


def test_it_checks_what_the_configuration_says(runner: Runner) -> None:
    done = run(runner)
    assert done.code == 1
    assert done.annotations == [("articles/evening-herald.txt", "6")]
    assert runner.outputs.read_text() == "exit-code=1\n"
    assert "1 fact conflicts" in runner.summary.read_text("utf-8")
    assert (runner.folder / "checker-report.html").exists()


def test_inputs_become_options(runner: Runner) -> None:
    (runner.folder / "a b").mkdir()
    (runner.folder / "a b" / "c.txt").write_text("The rebuilding cost $19 million.\n", encoding="utf-8")
    done = run(runner, paths="articles\na b\n", html="", sarif="run.sarif", fail_on="never")
    assert (done.code, done.annotations) == (0, [("articles/evening-herald.txt", "6")])
    text = (runner.folder / "run.sarif").read_text("utf-8")
    assert "a%20b/c.txt" in {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(text)["runs"][0]["results"]
        for place in (*result["locations"], *result["relatedLocations"])
    }
    assert not (runner.folder / "checker-report.html").exists()
    assert run(runner, options="--only\nships\n").code == 0


def test_no_input_is_read_as_a_command(runner: Runner) -> None:
    trap = "$(touch taken); `touch taken`; touch taken"
    run(runner, paths=trap, options=trap, fail_on=trap, baseline=trap, html=trap, sarif=trap, only_changed=trap)
    run(runner, paths=trap)
    assert not list(runner.folder.glob("taken"))


def test_a_pull_request_is_told_of_its_own_changes(runner: Runner) -> None:
    git(runner.folder, "init", "--quiet", "--initial-branch", "main")
    commit(runner.folder)
    git(runner.folder, "update-ref", "refs/remotes/origin/main", "main")
    assert run(runner, base="main").code == 0
    assert run(runner, base="main", only_changed="false").code == 1


def test_each_of_its_inputs_is_used() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert [name for name in ACTION["inputs"] if f"inputs.{name} }}}}" not in text] == []


def test_annotations_name_files_from_the_root_wherever_it_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / SAMPLE, tmp_path / "repository" / "a" / "b")
    runner = Runner(tmp_path / "repository", tmp_path)
    done = run(
        runner, working_directory="a/b", sarif="run.sarif", options="--out=gitlab=run.gitlab\n--out=json=run.json"
    )
    place = "a/b/articles/evening-herald.txt"
    assert done.annotations == [(place, "6")]
    for name in ("run.sarif", "run.gitlab"):
        assert f'"{place}"' in (tmp_path / "repository" / "a" / "b" / name).read_text("utf-8")
    written = json.loads((tmp_path / "repository" / "a" / "b" / "run.json").read_text("utf-8"))
    assert written["documents"][0]["path"] == "articles/city-council.md"


def test_the_workflow_of_this_repository_goes_from_red_to_green(tmp_path: Path) -> None:
    """Its steps one after the other, in a checkout that has what they need."""
    shutil.copytree(ROOT / SAMPLE, tmp_path / "repository" / SAMPLE)
    runner = Runner(tmp_path / "repository", tmp_path)
    codes = []
    values: dict[str, str] = {}
    for step in load(ROOT / ".github/workflows/checker.yml")["jobs"]["sample"]["steps"]:
        if step.get("uses") == "./":
            done = run(runner, **{name.replace("-", "_"): value for name, value in step["with"].items()})
            values[f"steps.{step.get('id')}.outputs.exit-code"] = runner.outputs.read_text().strip().rpartition("=")[2]
        elif "run" in step:
            (done,) = runner.steps([step], values)
        else:
            continue
        codes.append(done.code)
        assert done.code == 0 or step["continue-on-error"] == "true"
    assert codes == [1, 0, 0]
