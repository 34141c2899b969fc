"""Thousands of facts load."""

from __future__ import annotations

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


def test_five_thousand_facts(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text(HEAD + "".join(FACT.format(n=n) for n in range(5000)), encoding="utf-8")
    assert len(load([str(path)], []).facts) == 5000
