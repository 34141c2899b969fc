"""Thousands of facts load as fast as a few, fact for fact."""

from __future__ import annotations

import time
from pathlib import Path

from checker.rulebook import load

FACT = """\
  fact-{n}:
    title: Number {n}
    value: {{kind: count, noun: [sailor, <crew>], plausible: [1, 20000]}}
    match:
      - "(first|second) (brave) <crew> ... {{count sailor}} ... port{n}"
      - "crew of {{count}} ... ship{n}"
    qualifiers: {{voyage: 1}}
    examples:
      - {{name: same, texts: ["A crew of {n} sailed.", "Crew of {n}."], published: 2025-06-03, expect: consistent}}
      - {{name: other, texts: ["A crew of {n} sailed.", "Crew of 1{n}."], published: 2025-06-03, expect: conflicting}}
"""
HEAD = "vocabulary: {crew: [crew, hands on deck]}\nevents: {voyage: {1: first voyage}}\nfacts:\n"


def seconds(folder: Path, count: int) -> float:
    path = folder / f"{count}.yaml"
    path.write_text(HEAD + "".join(FACT.format(n=n) for n in range(count)), encoding="utf-8")
    start = time.process_time()
    book = load([str(path)], [])
    took = time.process_time() - start
    assert len(book.facts) == count
    return took


def test_five_thousand_facts(tmp_path: Path) -> None:
    seconds(tmp_path, 1)  # builds the validators
    few = min(seconds(tmp_path, 250) for _ in range(3))
    many = seconds(tmp_path, 5000)
    assert many < 30 * few, "loading is not linear"
    assert many < 4  # half of it on a machine that does nothing else
