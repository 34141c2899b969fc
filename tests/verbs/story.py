"""A story of a few lines and its rule, for tests of the command: three papers on one ferry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main

RULE = """\
schema: 1
pack: harbour
facts:
  aboard:
    title: People on the ferry
    value: {kind: count, noun: [passenger, people]}
    find: [ferry]
  crew:
    title: Crew of the ferry
    value: {kind: count, noun: sailor}
    find: [ferry]
"""
TEXTS = {
    "post.txt": "Published June 4, 2025\n\nThe ferry carried 90 passengers.\n\nThe ferry had 7 sailors.\n",
    "radio.txt": "Published June 5, 2025\n\nThere were 90 passengers on the ferry.\n",
    "wire.txt": "Published June 5, 2025\n\nOn the ferry were 64 passengers.\n\nThe ferry had 7 sailors.\n",
}
CHECK = ("check", "news", "--rules", "harbour.yaml")


def write_story(folder: Path) -> None:
    """The rule and the three papers in `news`, the third with another number of passengers."""
    (folder / "harbour.yaml").write_text(RULE, encoding="utf-8")
    (folder / "news").mkdir()
    for name, text in TEXTS.items():
        (folder / "news" / name).write_text(text, encoding="utf-8")


def edit(name: str, old: str, new: str) -> None:
    """Change the words of one paper."""
    path = Path("news", name)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def ended(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """The exit code, what is on standard output, and the last line on standard error."""
    code = main(args)
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, (err.strip().splitlines() or [""])[-1]


def checked(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, Any]]:
    """The exit code of a check of the story, and the run."""
    code, out, _ = ended(capsys, *CHECK, "--out", "json", *more)
    run: dict[str, Any] = json.loads(out)
    return code, run
