"""The shell is told how a line goes on, as argcomplete asks for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.verbs.story import ended, write_story


def offered(line: str, folder: Path) -> list[str]:
    """What bash would offer: its script runs the command with these variables, and reads file descriptor 8."""
    asked = {"COMP_LINE": line, "COMP_POINT": str(len(line)), "COMP_TYPE": "9", "_ARGCOMPLETE": "1", "IFS": "\013"}
    command = f"{sys.executable} -m checker 8>&1 9>/dev/null 1>/dev/null 2>/dev/null"
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=os.environ | asked, capture_output=True, encoding="utf-8", check=False
    )
    return [word.strip() for word in done.stdout.split("\013")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("checker base", ["baseline"]),
        ("checker baseline pr", ["prune"]),
        ("checker check --changed", ["--changed-since"]),
        ("checker check --pack ist", ["istanbul-talks"]),
        ("checker check --out g", ["github", "gitlab"]),
        ("checker check --rules harbour.yaml --only a", ["aboard"]),
        ("checker rules test --only negotiations-b", ["negotiations-began"]),
        ("checker check new", ["news/"]),
    ],
)
def test_a_line_goes_on(line: str, expected: list[str], tmp_path: Path) -> None:
    write_story(tmp_path)
    assert offered(line, tmp_path) == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, last = ended(capsys, "completion", shell)
    assert code == 0
    assert "_ARGCOMPLETE" in out
    assert f"completion -q {shell}" in last
    if program := shutil.which(shell):
        assert subprocess.run([program, "-n"], input=out, encoding="utf-8", check=False).returncode == 0
