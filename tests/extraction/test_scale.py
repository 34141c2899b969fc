"""What a rulebook costs does not grow with its facts, but with those that a text may state."""

from __future__ import annotations

from pathlib import Path

from checker.annotate import annotate
from checker.extraction import extract
from checker.ingest import from_text
from tests.benchmarks.bench_rules import FEW, MANY, rulebook, slowdown
from tests.benchmarks.text import varied


def test_a_hundred_times_the_facts(tmp_path: Path) -> None:
    few, many = rulebook(FEW, tmp_path), rulebook(MANY, tmp_path)
    assert (len(few.facts), len(many.facts)) == (FEW, MANY)
    _, ratio = slowdown(annotate(from_text(varied(60_000))), few, many)
    assert ratio < 3  # 2 on a machine that does nothing else


def test_the_facts_of_the_benchmark_are_found(tmp_path: Path) -> None:
    book = rulebook(FEW, tmp_path)
    one = next(fact for fact in book.facts if fact.match and fact.value.kind == "percent")
    words = one.match[1].pattern.text.replace(" ...", " of")
    found = extract(annotate(from_text(f"It was a {words.replace('{percent}', '12 percent')} again.")), book)
    assert [(fact.fact, fact.text) for fact in found] == [(one.id, "12 percent")]
