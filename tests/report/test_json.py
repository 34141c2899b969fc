from __future__ import annotations

import json

import pytest

from checker import report
from checker.report.json import NotARun, load
from tests.report.sample import comparison
from tests.report.texts import TEXTS


def test_a_run_has_every_key_of_the_contract() -> None:
    run = json.loads(report.render(comparison(), "json"))
    assert list(run)[:6] == ["schema_version", "tool", "summary", "documents", "facts", "assertions"]
    assert run["summary"]["findings"] == {"error": 3, "warning": 3, "note": 2}
    assert run["summary"]["verdicts"]["conflicting"] == 2
    assert run["summary"]["unread"] == 1
    assert set(run["assertions"][0]) >= {
        "id", "fact", "document", "start", "end", "line", "column", "text", "sentence", "value", "status", "speaker",
    }  # fmt: skip
    assert {"id", "kind", "fact", "rule", "severity", "verdict", "message", "evidence", "state"} <= set(
        run["findings"][0]
    )


def test_offsets_give_the_quote() -> None:
    for each in json.loads(report.render(comparison(), "json"))["assertions"]:
        assert TEXTS[each["document"]][each["start"] : each["end"]] == each["text"]


def test_whole_numbers_have_no_point_and_missing_bounds_are_null() -> None:
    text = report.render(comparison(), "json", indent=None)
    assert '"lower": 47, "upper": 47, "unit": "passenger"' in text
    assert '"lower": null, "upper": 10800, "upper_open": true, "unit": "second"' in text


@pytest.mark.parametrize("name", report.formats())
def test_every_format_of_a_saved_run_has_the_bytes_of_the_run(name: str) -> None:
    run = comparison()
    assert report.render(load(report.render(run, "json")), name) == report.render(run, name)


def test_keys_of_a_later_version_are_passed_over() -> None:
    run = json.loads(report.render(comparison(), "json"))
    for each in (
        run,
        run["documents"][0],
        run["facts"][0],
        run["assertions"][0],
        run["findings"][0],
        run["relations"][0],
    ):
        each["from_the_future"] = 1
    assert report.render(load(json.dumps(run)), "json") == report.render(comparison(), "json")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "no JSON"),
        ("[]", "schema_version"),
        ('{"schema_version": 99}', "99"),
        ('{"schema_version": 1}', "no complete run"),
    ],
)
def test_what_is_no_run_is_refused_with_the_reason(text: str, says: str) -> None:
    with pytest.raises(NotARun, match=says):
        load(text)
