"""The `run` steps of workflows and actions, run here as GitHub runs them: bash, the same options, the same variables."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


def load(path: Path) -> Any:
    """A YAML file as its text says: `on` stays a word."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@dataclass(frozen=True)
class Done:
    """How a step ended."""

    name: str
    code: int
    out: str
    err: str

    @property
    def annotations(self) -> list[tuple[str, str]]:
        """File and line of each error that GitHub would show."""
        found = re.finditer(r"^::error .*?file=([^,]+),line=(\d+)", self.out, re.MULTILINE)
        return [(each[1], each[2]) for each in found]


class Runner:
    """A runner of GitHub's: a folder, its files for outputs and summaries, and the command `checker` on its path."""

    def __init__(self, folder: Path, temporary: Path) -> None:
        self.folder, self.summary, self.outputs = folder, temporary / "summary.md", temporary / "outputs"
        for path in (self.summary, self.outputs):
            path.write_text("")
        command = temporary / "bin" / "checker"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec {sys.executable} -m checker "$@"\n')
        command.chmod(0o755)
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_", "CI"))}
        self.environment = {
            **clean,
            "PATH": f"{command.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(folder),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.outputs),
        }

    def run(self, script: str, name: str = "", below: str = ".", **variables: str) -> Done:
        """One script, in a folder of the checkout."""
        done = subprocess.run(
            [*BASH, script],
            cwd=self.folder / below,
            env=self.environment | variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Done(name, done.returncode, done.stdout, done.stderr)

    def steps(
        self, steps: Sequence[Mapping[str, Any]], values: Mapping[str, str] | None = None, **variables: str
    ) -> Iterator[Done]:
        """Each step that runs a script, up to the first that fails; what installs the command is passed over."""
        for step in steps:
            if "run" in step and "Install" not in step["name"]:
                given = {key: filled(value, values or {}) for key, value in step.get("env", {}).items()}
                below = filled(step.get("working-directory", "."), values or {})
                done = self.run(step["run"], step["name"], below, **given, **variables)
                yield done
                if done.code:
                    return


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with the values of its `${{ }}`."""
    return _EXPRESSION.sub(lambda found: values[found[1]], text)


def git(folder: Path, *command: str) -> str:
    """What a git command prints there."""
    names = ("-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        ["git", *names, *command], cwd=folder, env=clean, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def commit(folder: Path) -> None:
    """All that is there, as a commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "as it is")
