"""Runs the rows of `tests/corpus/verdicts.yaml` and `relations.yaml`: rules, texts, and what they come to."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
import yaml

from checker import rulebook
from checker.model.comparison import Comparison, Verdict
from checker.model.rule import Rulebook
from checker.pipeline import compare_texts

CORPUS = Path(__file__).parents[1] / "corpus"
PUBLISHED = "2025-06-04"


def read(name: str) -> dict[str, Any]:
    groups: dict[str, Any] = yaml.safe_load((CORPUS / name).read_text(encoding="utf-8"))
    return groups


def rows(name: str) -> list[Any]:
    return [
        pytest.param(told["rules"], expected, texts, id=f"{group} {n}: {expected}")
        for group, told in read(name).items()
        for n, (expected, *texts) in enumerate(told["rows"], start=1)
    ]


@cache
def rules(text: str) -> Rulebook:
    with TemporaryDirectory() as folder:
        path = Path(folder, "rules.yaml")
        path.write_text(f"schema: 1\n{text}", encoding="utf-8")
        return rulebook.load([str(path)], [], checks=[])


def compared(text: str, rows: list[Any]) -> Comparison:
    texts = [row if isinstance(row, dict) else {"text": row, "published": PUBLISHED} for row in rows]
    days = [None if row["published"] is None else str(row["published"]) for row in texts]
    return compare_texts([row["text"] for row in texts], days, rules(text))


@pytest.mark.parametrize(("rule", "expected", "texts"), rows("verdicts.yaml"))
def test_verdict(rule: str, expected: str, texts: list[Any]) -> None:
    facts = [fact for fact in compared(rule, texts).facts if fact.assertions]
    verdicts = ["doubtful" if fact.doubtful and fact.verdict == "consistent" else fact.verdict for fact in facts]
    assert " + ".join(verdicts or ["missing"]) == expected


@pytest.mark.parametrize(("rule", "expected", "texts"), rows("verdicts.yaml"))
def test_order_of_sources_changes_no_verdict(rule: str, expected: str, texts: list[Any]) -> None:
    there, back = (
        {(f.id, f.qualifiers): f.verdict for f in compared(rule, some).facts} for some in (texts, texts[::-1])
    )
    assert there == back


@pytest.mark.parametrize(("rule", "expected", "texts"), rows("relations.yaml"))
def test_relation(rule: str, expected: str, texts: list[Any]) -> None:
    relations = compared(rule, texts).relations
    assert " + ".join(one.outcome for one in relations) == ("" if expected == "nothing" else expected)
    assert all(one.steps and one.evidence for one in relations if one.outcome != "not_judged")


def test_every_verdict_and_outcome_has_rows() -> None:
    verdicts = {part for told in read("verdicts.yaml").values() for row in told["rows"] for part in row[0].split(" + ")}
    assert verdicts == {*get_args(Verdict), "doubtful"}
    outcomes = {
        part for told in read("relations.yaml").values() for row in told["rows"] for part in row[0].split(" + ")
    }
    assert outcomes == {"holds", "broken", "doubtful", "not_judged", "nothing"}


def test_the_corpus_has_four_hundred_rows() -> None:
    checks = sum(len(texts) for groups in read("checks.yaml").values() for texts in groups.values())
    assert (
        checks + sum(len(told["rows"]) for name in ("verdicts", "relations") for told in read(f"{name}.yaml").values())
        >= 400
    )
