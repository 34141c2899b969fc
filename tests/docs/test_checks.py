"""The page of the internal checks is made from them, and the examples on it do what it says."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from checker.annotate import annotate
from checker.compare import checks
from checker.compare.manual import manual
from checker.ingest import from_text
from checker.rulebook import load

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
TOLD = re.compile(r"(Holds|Fails): (.*?)(?=Fails:|\n\n|$)", re.DOTALL)


def test_the_page_is_current() -> None:
    assert manual() == PAGE.read_text("utf-8"), "run: python -m checker.compare.manual docs/checks.md"


def test_every_check_is_on_by_default() -> None:
    assert load([], ["general"], checks=checks.names()).checks == checks.names()


def examples() -> list[tuple[str, str, str]]:
    """The check, what it does, and each text in backticks behind `Holds:` and `Fails:`."""
    found = []
    for name in checks.names():
        page = import_module(f"{checks.__name__}.{name}").__doc__ or ""
        for outcome, words in TOLD.findall(page):
            told = re.split(r"\. [A-Z]", words)[0]
            found += [(name, outcome, " ".join(text.split())) for text in re.findall(r"`([^`]+)`", told)]
    return found


@pytest.mark.parametrize(("name", "outcome", "text"), examples())
def test_an_example_does_what_the_page_says(name: str, outcome: str, text: str) -> None:
    annotated = annotate(from_text(f"{text[0].upper()}{text[1:].rstrip(',.')}.", id="text", published="2025-06-04"))
    assert [check for check, _ in checks.run(annotated, (name,))] == ([name] if outcome == "Fails" else [])
