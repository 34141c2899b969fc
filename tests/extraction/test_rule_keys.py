"""Keys of the rule language that decide what is read and what is held against what, each by a small rule of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import api, ingest, pipeline
from checker.model.comparison import Comparison
from checker.model.document import Sources

CRASH = """
facts:
  day: {value: {kind: date, grain: month}, several: choose, as-of: published, match: ["crash ... {date}"]}
  dead: {value: {kind: count, noun: person}, several: choose, same: day, match: ["{count} die"]}
"""
AGE = """
facts:
  age: {value: {kind: duration, unit: year}, trend: with-time, as-of: published, match: ["keeper be {duration}"]}
"""
HURT = """
facts:
  hurt:
    value: {kind: count, noun: person}
    match: ["{count} be hurt", {pattern: "{count} be hit", bound: at-most}]
"""
RELEASE = """
facts:
  release: {value: {kind: ordinal, unit: version}, match: ["(version|release|python) {ordinal}"]}
  port: {value: {kind: number, plausible: [1, 65535]}, match: ["port {number}"]}
"""
SHARE = """
facts:
  eps: {value: money, match: ["(earnings|profit) per share (be|of) {money}", "{money} per share ... earn", "earn {money} (per|a) share"]}
"""
MAST = """
events:
  mast: {north: [north mast], south: [south mast]}
facts:
  height: {value: {kind: quantity, unit: m}, qualifiers: {mast: {missing: own-document, default: south}}, match: ["be {quantity} high"]}
"""


def run(rules: str, texts: list[str], days: list[str | None], folder: Path) -> Comparison:
    (folder / "own.yaml").write_text(rules, encoding="utf-8")
    book = api.load_rules([str(folder / "own.yaml")], [])
    documents = tuple(
        ingest.from_text(text, id=f"{n}.txt", published=day)
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    )
    return pipeline.run(Sources(documents), book, jobs=1)


@pytest.mark.parametrize(
    ("rules", "fact", "texts", "days", "verdict"),
    [
        # What had still to come when one source appeared is another event.
        (CRASH, "day", ["The crash was on May 3.", "The crash was on May 9."], ["2025-05-10", "2025-05-11"], "conflicting"),
        (CRASH, "day", ["The crash was on May 3.", "The crash was on May 9."], ["2025-05-04", "2025-05-11"], "incomparable"),
        (CRASH, "day", ["The crash was in May.", "The crash was on May 9."], ["2025-05-10", "2025-05-11"], "consistent"),
        (CRASH, "day", ["The crash was in 2024.", "The crash was on May 9."], ["2025-05-10", "2025-05-11"], "single_source"),
        (CRASH, "day", ["The crash was loud, she said Friday.", "The crash was on May 7."], ["2025-05-10"] * 2, "single_source"),
        (CRASH, "day", ["Six crashes since May 2.", "The crash was on May 7."], ["2025-05-10"] * 2, "single_source"),
        (CRASH, "day", ["The crash filled their May 2 meeting.", "The crash was on May 7."], ["2025-05-10"] * 2, "single_source"),
        # Those who tell of another event are not asked how many died in this one.
        (CRASH, "dead", ["The crash was on May 3. Six people died.", "The crash was on May 9. Ten people died."], ["2025-05-04", "2025-05-11"], "incomparable"),
        (CRASH, "dead", ["The crash was on May 9. Six people died.", "The crash was on May 9. Ten people died."], ["2025-05-10", "2025-05-11"], "conflicting"),
        # Who is 23 in March may be 24 in December, and not 25.
        (AGE, "age", ["The keeper is 23 years old.", "The keeper is 24 years old."], ["2025-03-01", "2025-12-01"], "consistent"),
        (AGE, "age", ["The keeper is 23 years old.", "The keeper is 25 years old."], ["2025-03-01", "2025-12-01"], "conflicting"),
        (AGE, "age", ["The keeper is 24 years old.", "The keeper is 23 years old."], ["2025-03-01", "2025-12-01"], "conflicting"),
        (AGE, "age", ["The keeper is 23 years old.", "The keeper is 24 years old."], [None, None], "conflicting"),
        # A bound: of five that were hit no more than five were hurt.
        (HURT, "hurt", ["Four people were hurt.", "Five people were hit."], [None, None], "consistent"),
        (HURT, "hurt", ["Six people were hurt.", "Five people were hit."], [None, None], "conflicting"),
        # Versions and ports.
        (RELEASE, "release", ["Version 3.10 is out.", "Python 3.10.2 is out, an app."], [None, None], "consistent"),
        (RELEASE, "release", ["Version 3.10 is out.", "Release 3.1 is out."], [None, None], "conflicting"),
        (RELEASE, "release", ["Version 3.10 is out.", "Python 3 is out."], [None, None], "consistent"),
        (RELEASE, "port", ["It is on port 8080.", "Port: 8080"], [None, None], "consistent"),
        (RELEASE, "port", ["It is on port 8080.", "Port: 8081"], [None, None], "conflicting"),
        # What a value is for each of, in the words of the line or in those of the value.
        (SHARE, "eps", ["Earnings per share were $2.15.", "It earned $2.15 a share."], [None, None], "consistent"),
        (SHARE, "eps", ["Profit per share was $2.15.", "It was $2.51 per share that it earned."], [None, None], "conflicting"),
        # What stands in for a missing case: the document's own, else the rule's default.
        (MAST, "height", ["It is 40 m high.", "The south mast is 50 m high."], [None, None], "conflicting"),
        (MAST, "height", ["The north mast is new.\n\nIt is 40 m high.", "The south mast is 50 m high."], [None, None], "single_source"),
    ],
)  # fmt: skip
def test_verdict(
    rules: str, fact: str, texts: list[str], *, days: list[str | None], verdict: str, tmp_path: Path
) -> None:
    comparison = run(rules, texts, days, tmp_path)
    assert {one.verdict for one in comparison.facts if one.id == fact} == {verdict}
