"""The page on reports names every format, and each of its pictures is there."""

from __future__ import annotations

import re
from pathlib import Path

from checker import report

PAGE = Path(__file__).parents[2] / "docs" / "reports.md"


def test_every_format_is_named() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert named | {"html", "terminal"} == set(report.formats())


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8"))
    assert len(pictures) == 3
    assert all((PAGE.parent / each).is_file() for each in pictures)
