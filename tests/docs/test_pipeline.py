"""The page on pipelines is run as it stands, in a copy of the sample repository.

`python tests/docs/test_pipeline.py` puts what the commands print now into the page.
"""

from __future__ import annotations

import re

from tests.docs.pages import ROOT, renewed

PAGE = ROOT / "docs" / "pipeline.md"
SAMPLE = ROOT / "fixtures" / "sample-repository"


def test_every_command_prints_what_the_page_shows() -> None:
    page = PAGE.read_text("utf-8")
    assert renewed(page, SAMPLE) == page, "run: python tests/docs/test_pipeline.py"


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
    PAGE.write_text(renewed(PAGE.read_text("utf-8"), SAMPLE), encoding="utf-8")
