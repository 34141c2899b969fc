"""The page on pipelines is run as it stands, in a copy of the sample repository.

`python tests/docs/test_pipeline.py` puts what the commands print now into the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "pipeline.md"
BLOCK = re.compile(r"^```console\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def renewed(page: str) -> str:
    """The page with what its commands print, one after the other."""
    with tempfile.TemporaryDirectory() as name:
        folder, command = Path(name) / "project", Path(name) / "bin" / "checker"
        shutil.copytree(ROOT / "fixtures" / "sample-repository", folder)
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec {sys.executable} -m checker "$@"\n')
        command.chmod(0o755)
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        path = {"PATH": f"{command.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
        environment = {**clean, **path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}

        def run(block: re.Match[str]) -> str:
            commands = [line for line in block["text"].splitlines() if line.startswith("$ ")]
            return (
                "```console\n"
                + "".join(f"{line}\n{printed(line[2:], folder, environment)}" for line in commands)
                + "```"
            )

        return BLOCK.sub(run, page)


def printed(command: str, folder: Path, environment: dict[str, str]) -> str:
    """What a line of shell writes, standard error too."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_every_command_prints_what_the_page_shows() -> None:
    page = PAGE.read_text("utf-8")
    assert renewed(page) == page, "run: python tests/docs/test_pipeline.py"


def test_the_path_that_it_walks() -> None:
    """Red, accepted, green; one fixed and one new; ignored, until its day; a change; a difference."""
    page = PAGE.read_text("utf-8")
    assert re.findall(r"^checker: exit (\d)", page, re.MULTILINE) == ["1", "0", "1", "0", "0", "1", "1", "1"]
    assert "::error title=Suppression,file=articles/travel-letter.md,line=12" in page
    assert "file=articles/radio-estuary.txt,line=3" in page


def test_its_files_exist() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", PAGE.read_text("utf-8"))
    assert [link for link in links if not (PAGE.parent / link).exists()] == []


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), encoding="utf-8")
