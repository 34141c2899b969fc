"""reviewdog's diagnostics (rdjson), which it can post on most code hosts.

Columns are left out: reviewdog counts them in bytes of UTF-8, and a saved run has no bytes to count.
"""

from __future__ import annotations

import json
from typing import Any

from checker.model.comparison import Comparison
from checker.report import _version
from checker.report._places import Place, reported, sentence

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(comparison: Comparison) -> str:
    """One DiagnosticResult; what the baseline knows and what has no place in a source are left out."""
    diagnostics = []
    for each in reported(comparison):
        if each.finding.state == "known" or not each.places:
            continue
        first, *others = each.places
        diagnostic: dict[str, Any] = {
            "message": sentence(each),
            "location": _location(first),
            "severity": _SEVERITIES[each.finding.severity],
            "code": {"value": each.finding.rule},
        }
        if others:
            diagnostic["related_locations"] = [{"message": one.words, "location": _location(one)} for one in others]
        diagnostics.append(diagnostic)
    result = {"source": {"name": _version.NAME}, "diagnostics": diagnostics}
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def _location(place: Place) -> dict[str, Any]:
    if place.line is None:
        return {"path": place.path}
    return {"path": place.path, "range": {"start": {"line": place.line}, "end": {"line": place.end_line}}}
