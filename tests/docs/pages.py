"""Pages of the documentation that are run as they stand: their files are written, their commands run one after the
other, and what these print is what the page shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<path>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def renewed(page: str, start: Path | None = None) -> str:
    """The page with what its commands print now, in a copy of the folder `start` or in an empty one."""
    with tempfile.TemporaryDirectory() as name:
        folder, command = Path(name) / "project", Path(name) / "bin" / "checker"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec {sys.executable} -m checker "$@"\n')
        command.chmod(0o755)
        if start is None:
            folder.mkdir()
        else:
            shutil.copytree(start, folder)
        path = f"{command.parent}:{os.environ['PATH']}"

        def run(block: re.Match[str]) -> str:
            if block["path"]:
                (folder / block["path"]).parent.mkdir(exist_ok=True)
                (folder / block["path"]).write_text(block["text"], encoding="utf-8")
            if block["kind"] != "console":
                return block[0]
            commands = [line for line in block["text"].splitlines() if line.startswith("$ ")]
            return "```console\n" + "".join(f"{line}\n{_printed(line[2:], folder, path)}" for line in commands) + "```"

        return BLOCK.sub(run, page)


def _printed(command: str, folder: Path, path: str) -> str:
    """What a line of shell writes, standard error too."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    plain = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**clean, **plain, "PATH": path, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout
