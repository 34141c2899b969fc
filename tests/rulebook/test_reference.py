"""docs/rules.md says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.rulebook import load
from checker.rulebook.lint import lint
from checker.rulebook.reference import renewed

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_reference_is_current() -> None:
    page = PAGE.read_text("utf-8")
    assert renewed(page) == page, "run: python -m checker.rulebook.reference docs/rules.md"


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the marks"):
        renewed("# Rules\n")


def test_the_page_has_examples() -> None:
    assert len(BLOCKS) >= 4


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split("\n")[0])
def test_examples_of_the_page_load(block: str, tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    path.write_text(block, encoding="utf-8")
    book = load([str(path)], [])
    assert book.facts
    doubts = [p.message for p in lint(book) if "has no example" not in p.message and "already belongs" not in p.message]
    assert doubts == []
