"""The tutorial is run as it stands: its files are written, its commands run, and what they print is what it shows.

`python tests/docs/test_tutorial.py` puts what the commands print now into the page.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<path>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ENVIRONMENT = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}


def renewed(page: str) -> str:
    """The page with what its commands print when they are run in an empty folder, one after the other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def run(block: re.Match[str]) -> str:
            if block["path"]:
                path = folder / block["path"]
                path.parent.mkdir(exist_ok=True)
                path.write_text(block["text"], encoding="utf-8")
                return block[0]
            commands = [line for line in block["text"].splitlines() if line.startswith("$ ")]
            return "```console\n" + "".join(f"{line}\n{printed(line[2:], folder)}" for line in commands) + "```"

        return BLOCK.sub(run, page)


def printed(command: str, folder: Path) -> str:
    """What a command writes, its last line on standard error among it."""
    program, *arguments = shlex.split(command)
    if program == "cat":
        return "".join((folder / path).read_text("utf-8") for path in arguments)
    assert program == "checker"
    done = subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_every_command_prints_what_the_tutorial_shows() -> None:
    page = PAGE.read_text("utf-8")
    assert page.count("\n$ checker") >= 7
    assert renewed(page) == page, "run: python tests/docs/test_tutorial.py"


def test_the_path_that_it_walks() -> None:
    """A rule is written, found wanting, understood and mended; then the papers conflict."""
    ends = re.findall(r"^checker: exit (\d)", PAGE.read_text("utf-8"), re.MULTILINE)
    assert ends == ["0", "0", "1", "0", "0", "0", "1"]


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), encoding="utf-8")
