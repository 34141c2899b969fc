"""The page of the packs is made from the packs."""

from __future__ import annotations

from pathlib import Path

from checker.compare import checks
from checker.rulebook import built_in, load
from checker.verbs.catalogue import catalogue
from checker.verbs.coverage import coverage
from checker.verbs.rules_test import try_example

PAGE = Path(__file__).parents[2] / "docs" / "packs.md"


def test_the_page_is_current() -> None:
    book = load([], sorted(built_in()), checks=checks.names())
    assert catalogue(book) == PAGE.read_text("utf-8"), "run: checker rules list --markdown > docs/packs.md"


def test_every_rule_and_check_is_on_it() -> None:
    page = PAGE.read_text("utf-8")
    book = load([], sorted(built_in()), checks=checks.names())
    for fact in book.facts:
        assert f"\n### {fact.id}\n\n{fact.title};" in page
    for check in book.checks:
        assert f"- `{check}`: " in page


def test_every_pattern_of_the_packs_is_exercised() -> None:
    """A pattern that no example exercises is one that nobody knows to work."""
    book = load([], sorted(built_in()), checks=checks.names())
    runs = [try_example(fact, example, book)[1] for fact in book.facts for example in fact.examples]
    *idle, _ = coverage(book, book.facts, runs)
    assert idle == []
