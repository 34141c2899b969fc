"""SARIF 2.1.0 (OASIS, 2020) for code scanning: a result for each finding, at most 5,000, worst first.

The first location is the source to change, the others are related locations; the finding's id is the fingerprint, and
a finding that people have accepted is suppressed.
"""

from __future__ import annotations

import json
from typing import Any

from checker.model.comparison import Comparison
from checker.report import _version
from checker.report._places import Place, Reported, reported

RESULTS = 5000  # GitHub shows no more of one run
RELATED = 100
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(comparison: Comparison) -> str:
    """The log as JSON."""
    found = list(reported(comparison))[:RESULTS]
    titles: dict[str, str] = {}
    for each in found:
        titles.setdefault(each.finding.rule, each.title)
    rules = {rule: at for at, rule in enumerate(titles)}
    driver: dict[str, Any] = {
        "name": _version.NAME,
        "version": _version.version(),
        "rules": [{"id": rule, "shortDescription": {"text": title}} for rule, title in titles.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(comparison)}],
        "results": [_result(each, rules[each.finding.rule]) for each in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(found: Reported, rule: int) -> dict[str, Any]:
    finding = found.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": f"{found.title}: {found.message}"},
        "locations": [_location(each) for each in found.places[:1]],
        "partialFingerprints": {"checkerFinding/v1": finding.id},
    }
    related = found.places[1 : RELATED + 1]
    if related:
        result["relatedLocations"] = [
            {
                "id": at,
                **_location(each),
                "message": {"text": f"{f'{each.part}: ' if each.part else ''}“{each.text}”: {each.sentence}"},
            }
            for at, each in enumerate(related, start=1)
        ]
    if finding.state == "known":
        kind = "inSource" if finding.known_by == "source" else "external"
        why = finding.reason or "in the baseline"
        result["suppressions"] = [{"kind": kind, "status": "accepted", "justification": why}]
    return result


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": place.uri}}
    if place.part is not None:
        # no lines to point at: the page or record, and the quote
        return {
            "physicalLocation": physical,
            "logicalLocations": [{"name": place.part, "kind": "element"}],
            "message": {"text": f"{place.part}: “{place.text}”"},
        }
    physical["region"] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "snippet": {"text": place.text},
    }
    return {"physicalLocation": physical}


def _notifications(run: Comparison) -> list[dict[str, Any]]:
    return [
        {"level": "error", "message": {"text": f"{each.path}{f', {each.place}' if each.place else ''}: {each.reason}"}}
        for each in run.failures
    ]
