"""Runs the rows of `tests/corpus/checks.yaml`: for each check, texts that hold, fail, are doubtful, or are out of scope.

No text may fail another check than its own, so that one error is told once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.annotate import annotate
from checker.compare import checks
from checker.ingest import from_text

ROWS: dict[str, dict[str, list[Any]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "corpus" / "checks.yaml").read_text(encoding="utf-8")
)
PUBLISHED = "2025-06-04"


def rows() -> list[Any]:
    return [
        pytest.param(
            check, expected, *(row if isinstance(row, list) else [row, PUBLISHED]), id=f"{check} {expected} {n}"
        )
        for check, groups in ROWS.items()
        for expected, texts in groups.items()
        for n, row in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(("check", "expected", "text", "published"), rows())
def test_row(check: str, expected: str, text: str, published: str | None) -> None:
    annotated = annotate(from_text(text, id="text", published=published))
    found = list(checks.run(annotated, checks.names()))
    outcomes = {name: "fails" if failing.certain else "doubtful" for name, failing in found}
    assert outcomes == ({} if expected in ("holds", "outside") else {check: expected})
    assert all(failing.steps and failing.mentions and failing.passes for _, failing in found)


def test_every_check_has_rows_of_each_kind() -> None:
    assert set(ROWS) == set(checks.names())
    for groups in ROWS.values():
        assert {"holds", "fails", "outside"} <= set(groups)


def test_a_conversion_is_reckoned_in_the_unit_it_is_given_in() -> None:
    annotated = annotate(from_text("The trail is 10 miles (12 km) long.", id="text"))
    ((_, failing),) = checks.run(annotated, ("conversion",))
    assert failing.steps == ("10 miles is 15.29–16.9 km", "12 km is 11.5–12.5 km")
