"""The examples of `docs/discover.md` are what the program does: its command is run, its tables are tried row by row.

`python tests/docs/test_discover.py` puts what the command prints now into the page.
"""

from __future__ import annotations

import re

import pytest

from checker import pipeline
from checker.ingest import from_text
from checker.model.document import Sources
from checker.model.rule import Rulebook
from tests.docs.pages import ROOT, renewed

PATH = ROOT / "docs" / "discover.md"
PAGE = PATH.read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([A-Z1].*?\.) \| (.*?\.) \| (.*?) \|$", PAGE, re.MULTILINE)


def found(one: str, other: str) -> list[str]:
    documents = tuple(from_text(text, id=name) for name, text in (("one", one), ("other", other)))
    run = pipeline.run(Sources(documents), Rulebook(), jobs=1, discover=True)
    assert all(finding.kind == "discovered" for finding in run.findings)
    return [assertion.text for assertion in run.assertions]


def test_both_tables_are_tried() -> None:
    assert [len(re.findall(r"^\|", part, re.MULTILINE)) for part in PAGE.split("\n## ")[1:3]] == [6, 11]
    assert len(ROWS) == 13


@pytest.mark.parametrize(("one", "other", "said"), ROWS)
def test_row(one: str, other: str, said: str) -> None:
    in_first_table = PAGE.index(f"| {one} | {other} |") < PAGE.index("## What is no clash")
    assert ", ".join(found(one, other)) == (said if in_first_table else "")


def test_the_command_prints_what_the_page_shows() -> None:
    assert "\n$ checker check " in PAGE
    assert renewed(PAGE) == PAGE, "run: python tests/docs/test_discover.py"


if __name__ == "__main__":
    PATH.write_text(renewed(PAGE), encoding="utf-8")
