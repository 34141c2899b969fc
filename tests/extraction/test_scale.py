"""What a rulebook costs does not grow with its facts, but with those that a text may state."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checker.annotate import annotate
from checker.extraction import extract
from checker.ingest import from_text
from checker.model.mention import Annotated
from checker.model.rule import Rulebook
from tests.benchmarks.bench_rules import FEW, MANY, rulebook
from tests.benchmarks.text import varied


def calls(annotated: Annotated, book: Rulebook) -> int:
    """How many functions are called to extract with a rulebook that is compiled already."""
    extract(annotated, book)
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extract(annotated, book)
    finally:
        sys.setprofile(before)
    return counted


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return rulebook(FEW, tmp_path_factory.mktemp("few"))


def test_a_hundred_times_the_facts(few: Rulebook, tmp_path: Path) -> None:
    many = rulebook(MANY, tmp_path)
    assert (len(few.facts), len(many.facts)) == (FEW, MANY)
    text = annotate(from_text(varied(20_000)))
    assert calls(text, many) < 2 * calls(text, few)


def test_the_facts_of_the_benchmark_are_found(few: Rulebook) -> None:
    one = next(fact for fact in few.facts if fact.match and fact.value.kind == "percent")
    words = one.match[1].pattern.text.replace(" ...", " of")
    found = extract(annotate(from_text(f"It was a {words.replace('{percent}', '12 percent')} again.")), few)
    assert [(fact.fact, fact.text) for fact in found] == [(one.id, "12 percent")]
