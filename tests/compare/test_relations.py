"""Relations over texts: what holds, what is broken, and the arithmetic that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import pipeline, rulebook
from checker.model.comparison import RelationResult

RULES = """
schema: 1
pack: sample
facts:
  dead: {value: {kind: count, noun: [dead]}, find: {any: [dead]}}
  hurt: {value: {kind: count, noun: [hurt]}, find: {any: [hurt]}}
  hit: {value: {kind: count, noun: [victim]}, find: {any: [victim]}}
  opened: {value: date, match: ["opened on {date}", "opened in {date}"]}
  closed: {value: date, match: ["closed on {date}", "closed in {date}"]}
  lasted: {value: duration, match: ["lasted {duration}"], status: asserted}
  age: {value: duration, match: ["house is {duration}"], status: asserted}
  later: {value: offset, match: ["{value} it opened"]}
  part: {value: money, match: ["part of {money}"]}
  whole: {value: money, match: ["whole of {money}"]}
  share: {value: percent, match: ["share of {percent}"]}
relations:
  given: %s
"""


def judged(tmp_path: Path, relation: str, *texts: str, published: str | None = "2025-06-04") -> RelationResult:
    file = tmp_path / "sample.yaml"
    file.write_text(RULES % relation)
    run = pipeline.compare_texts(texts, [published] * len(texts), rulebook.load([str(file)], []))
    assert len(run.relations) == 1
    return run.relations[0]


@pytest.mark.parametrize(
    ("relation", "text", "outcome"),
    [
        ("dead + hurt = hit", "There were 3 dead. There were 4 hurt. There were 7 victims.", "holds"),
        ("dead + hurt = hit", "There were 3 dead. There were 4 hurt. There were 8 victims.", "broken"),
        ("dead <= hit", "There were 3 dead. There were 7 victims.", "holds"),
        ("dead <= hit", "There were 8 dead. There were 7 victims.", "broken"),
        ("opened < closed", "It opened on May 16. It closed on June 2.", "holds"),
        ("opened < closed", "It opened on June 2. It closed on May 16.", "broken"),
        ("closed - opened ~ lasted", "It opened on May 16. It closed on June 2. It lasted just over two weeks.", "holds"),
        ("closed - opened ~ lasted", "It opened on May 16. It closed on June 2. It lasted just under two weeks.", "broken"),
        ("closed - opened ~ lasted", "It opened in March 2022. It closed on May 16, 2025. It lasted more than three years.", "holds"),
        ("closed - opened ~ lasted", "It opened in March 2022. It closed on May 16, 2025. It lasted more than five years.", "broken"),
        ("closed - opened ~ later", "It opened on February 24. It closed in March 2025. That was the month after it opened.", "holds"),
        ("closed - opened ~ later", "It opened on February 24. It closed in April 2025. That was the month after it opened.", "broken"),
        ("published - opened ~ age", "It opened on June 1 2022. The house is three years old.", "holds"),
        ("published - opened ~ age", "It opened on June 1 2022. The house is five years old.", "broken"),
        ("opened + lasted ~ closed", "It opened on May 1. It lasted ten days. It closed on May 11.", "holds"),
        ("opened + lasted ~ closed", "It opened on May 1. It lasted ten days. It closed on May 31.", "broken"),
        ("{share: [part, whole], is: share}", "It was a part of $30. It was a whole of $120. It had a share of 25%.", "holds"),
        ("{share: [part, whole], is: share}", "It was a part of $30. It was a whole of $120. It had a share of 35%.", "broken"),
        ("{growth: [part, whole], is: share}", "It was a part of $50. It was a whole of $60. It had a share of 20%.", "holds"),
        ("{growth: [part, whole], is: share}", "It was a part of $50. It was a whole of $60. It had a share of 40%.", "broken"),
        ("part <= whole", "It was a part of €30. It was a whole of $120.", "not_judged"),
        ("dead <= hit", "There were 3 dead.", "not_judged"),
    ],
)  # fmt: skip
def test_outcome(tmp_path: Path, relation: str, text: str, outcome: str) -> None:
    assert judged(tmp_path, relation, text).outcome == outcome


def test_the_arithmetic_is_kept(tmp_path: Path) -> None:
    text = "It opened on May 16. It closed on June 2. It lasted just over two weeks."
    steps = judged(tmp_path, "closed - opened ~ lasted", text).steps
    assert "June 2, 2025 − May 16, 2025 = 17 days" in steps
    assert steps[-1] == "17 days ~ 14 to 15.4 days: fits"


def test_a_relation_over_a_conflict_says_so(tmp_path: Path) -> None:
    texts = ("There were 3 dead. There were 7 victims.", "There were 9 dead.")
    result = judged(tmp_path, "dead <= hit", *texts)
    assert (result.outcome, result.reason) == ("not_judged", "`dead` is conflicting itself")


def test_each_document_has_its_own_publication(tmp_path: Path) -> None:
    file = tmp_path / "sample.yaml"
    file.write_text(RULES % "published - opened ~ age")
    texts = ("It opened on June 1 2022. The house is three years old.", "The house is eight years old.")
    run = pipeline.compare_texts(texts, ["2025-06-04", "2030-06-05"], rulebook.load([str(file)], []))
    assert [result.outcome for result in run.relations] == ["not_judged", "not_judged"]
    assert "age" in [result.id for result in run.facts if result.verdict == "conflicting"]
