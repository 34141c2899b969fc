"""A value put in the unit that its fact is stated in."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import api, ingest, pipeline
from checker.model.document import Sources

RULES = """
schema: 1
facts:
  age: {value: {kind: duration, unit: year, plausible: [0, 120]}, match: ["(man|woman) of {number}", "aged {duration}"]}
  weight: {value: {kind: quantity, unit: kg}, match: ["weight {quantity}"]}
  payout: {value: {kind: money, per: share}, match: ["dividend of {money}"]}
  held: {value: {kind: duration, unit: year}, match: [{regex: 'gave her (?P<value>[0-9]+) in jail'}]}
  pages: {value: {kind: count, noun: page}, match: [{regex: 'prints (?P<value>[0-9]+) pages'}]}
"""


@pytest.mark.parametrize(
    ("fact", "texts", "verdict"),
    [
        ("age", ["A man of 61 fell.", "He was aged 61."], "consistent"),
        ("age", ["A man of 61 fell.", "He was aged 16."], "conflicting"),
        ("age", ["A man of 610 fell."], "missing"),
        ("weight", ["Weight: 3.2 kg", "Weight 3,200 g"], "consistent"),
        ("weight", ["| Weight | 3.2 kg |", "Weight 4.2 kg"], "conflicting"),
        ("payout", ["A dividend of 32 cents a share is due.", "A dividend of 32 cents is due."], "consistent"),
        ("payout", ["A dividend of 32 cents a share is due.", "A dividend of 23 cents is due."], "conflicting"),
        ("held", ["They gave her 30 in jail.", "They gave her 40 in jail."], "conflicting"),
        ("pages", ["It prints 30 pages.", "It prints 40 pages."], "conflicting"),
    ],
)
def test_like_values_are_compared(fact: str, texts: list[str], verdict: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULES)
    book = api.load_rules([str(tmp_path / "own.yaml")], [])
    documents = tuple(ingest.from_text(text, id=f"{n}.txt") for n, text in enumerate(texts))
    run = pipeline.run(Sources(documents), book, jobs=1)
    assert [one.verdict for one in run.facts if one.id == fact] == [verdict]


def test_a_count_goes_on_with_its_noun_or_behind_it(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "{schema: 1, facts: {fled: {value: {kind: count, noun: person}, "
        'match: ["{count person} flee", "{count} people leave", "{number} villager stay"]}}}'
    )
    book = api.load_rules([str(tmp_path / "own.yaml")], [])
    for text in ("Some 300 people fled.", "About 40 people left.", "As many as 20 villagers stayed."):
        run = pipeline.run(Sources((ingest.from_text(text, id="a.txt"),)), book, jobs=1)
        assert len(run.assertions) == 1, text


@pytest.mark.parametrize(
    ("kind", "texts", "verdict"),
    [
        ("date", ["It struck on 14 October 2025.", "It struck on 14 October 2025 at 3 a.m."], "consistent"),
        ("date", ["It struck on 14 October 2025.", "It struck on 15 October 2025 at 3 a.m."], "conflicting"),
        ("time", ["It struck on 14 October 2025.", "It struck on 14 October 2025 at 3 a.m."], "single_source"),
        ("time", ["It struck on 14 October 2025 at 5 p.m.", "It struck on 14 October 2025 at 3 a.m."], "conflicting"),
    ],
)
def test_a_day_holds_its_hours(kind: str, texts: list[str], verdict: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        f'{{schema: 1, facts: {{struck: {{value: {kind}, match: ["strike on {{{kind}}}"]}}}}}}'
    )
    book = api.load_rules([str(tmp_path / "own.yaml")], [])
    documents = tuple(ingest.from_text(text, id=f"{n}.txt") for n, text in enumerate(texts))
    run = pipeline.run(Sources(documents), book, jobs=1)
    assert [one.verdict for one in run.facts] == [verdict]


def test_a_rate_is_divided_once(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        '{schema: 1, facts: {wind: {value: {kind: quantity, unit: km/h}, match: ["wind of {quantity}"]}}}'
    )
    book = api.load_rules([str(tmp_path / "own.yaml")], [])
    texts = ("A wind of 140 km/h blew.", "A wind of 87 mph blew.")
    documents = tuple(ingest.from_text(text, id=f"{n}.txt") for n, text in enumerate(texts))
    assert [one.verdict for one in pipeline.run(Sources(documents), book, jobs=1).facts] == ["consistent"]


@pytest.mark.parametrize(
    ("texts", "verdict", "doubtful"),
    [
        (["A man was killed.", "One man died."], "consistent", False),
        (["A man was killed.", "Two men died."], "consistent", True),
        (["A man was killed.", "There were no deaths."], "conflicting", False),
    ],
)
def test_words_that_have_a_value_by_themselves(texts: list[str], verdict: str, doubtful: bool, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "{schema: 1, facts: {killed: {value: {kind: count, noun: man}, match: "
        '["{count} man die", {pattern: "be killed", says: at least 1}, {pattern: "no death", says: 0}]}}}'
    )
    book = api.load_rules([str(tmp_path / "own.yaml")], [])
    documents = tuple(ingest.from_text(text, id=f"{n}.txt") for n, text in enumerate(texts))
    run = pipeline.run(Sources(documents), book, jobs=1)
    assert [(one.verdict, one.doubtful) for one in run.facts] == [(verdict, doubtful)]


def test_a_number_outranks_words_that_only_imply_one(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "{schema: 1, facts: {killed: {value: {kind: count, noun: man}, match: "
        '["{count man} die", {pattern: "be killed", says: at least 1}]}}}'
    )
    book = api.load_rules([str(tmp_path / "own.yaml")], [])
    for text, said in (
        ("One was killed at once. In all, three men died.", ["three"]),
        ("He was killed. She was killed.", ["was killed"]),
    ):
        run = pipeline.run(Sources((ingest.from_text(text, id="a.txt"),)), book, jobs=1)
        assert [one.text for one in run.assertions] == said
