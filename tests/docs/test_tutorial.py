"""The tutorial is run as it stands: its files are written, its commands run, and what they print is what it shows.

`python tests/docs/test_tutorial.py` puts what the commands print now into the page.
"""

from __future__ import annotations

import re

from tests.docs.pages import ROOT, renewed

PAGE = ROOT / "docs" / "tutorial.md"


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
