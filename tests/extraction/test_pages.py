"""What a report shows of a document beside its assertions: every mention, and the sentences that nearly state a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import api, ingest, pipeline
from checker.model.document import Sources
from checker.model.page import Page

RULES = """
schema: 1
pack: bridge
facts:
  opened:
    title: Day on which the bridge opened
    value: date
    match: "bridge ... opened ... {date}"
    not: [footbridge]
    examples: [{name: a day, texts: [The bridge opened on May 3.], published: 2025-06-01, expect: single_source}]
relations:
  early: opened < 2030-01-01
"""
TEXT = (
    "The bridge was opened on May 3, 2024 by 12 mayors. "
    "A footbridge like every bridge there opened on June 4, 2024. "
    "The weather was fine for 3 hours."
)


def page(tmp_path: Path, text: str = TEXT) -> Page:
    rules = tmp_path / "bridge.yaml"
    rules.write_text(RULES, encoding="utf-8")
    book = api.load_rules([str(rules)], [])
    document = ingest.from_text(text, id="a.txt", published="2025-06-01")
    run = pipeline.run(Sources((document,)), book, jobs=1, pages=True)
    assert [one.rule for one in run.rules if one.rule.startswith("bridge/")] == ["bridge/opened", "bridge/early"]
    assert run.rules[0].lines[:2] == ("value  date", "match  bridge ... opened ... {date}")
    assert run.rules[0].examples[0].name == "a day"
    (found,) = run.pages
    return found


def test_every_mention_is_there_in_order_with_all_that_it_allows(tmp_path: Path) -> None:
    marks = page(tmp_path).marks
    assert [(TEXT[one.start : one.end], one.kind, one.allows) for one in marks] == [
        ("May 3, 2024", "date", "May 3, 2024"),
        ("12", "count", "12"),
        ("June 4, 2024", "date", "Jun 4, 2024"),
        ("3 hours", "duration", "2.5–3.5 hours"),
    ]


def test_a_sentence_that_one_word_keeps_out_is_a_near_miss(tmp_path: Path) -> None:
    (miss,) = page(tmp_path).misses
    assert TEXT[miss.start : miss.end].startswith("A footbridge")
    assert (miss.rule, miss.by) == ("bridge/opened", "bridge ... opened ... {date}")
    assert "footbridge" in miss.stopped


def test_a_run_too_large_for_its_rules_is_not_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "WORTH", len(TEXT) - 1)
    found = page(tmp_path)
    assert (found.searched, found.misses, len(found.marks)) == (False, (), 4)


def test_a_run_keeps_no_pages_unless_it_is_told_to() -> None:
    run = pipeline.run(Sources((ingest.from_text(TEXT, id="a.txt"),)), api.load_rules([], []), jobs=1)
    assert (run.pages, run.rules) == ((), ())
