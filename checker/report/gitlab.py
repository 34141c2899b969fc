"""GitLab code quality: a JSON array in the Code Climate shape that merge requests show."""

from __future__ import annotations

import json

from checker.model.comparison import Comparison
from checker.report._places import hosted, reported, sentence

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(comparison: Comparison) -> str:
    """The array; GitLab compares fingerprints between branches, so what the baseline knows is left out.

    GitLab wants a path and a line of everything: a finding without evidence points at the first source, and what has
    no lines (a record, a page) at its first line; the description names the record or page.
    """
    first = hosted(comparison.documents[0].path) if comparison.documents else "."
    issues = []
    for each in reported(comparison):
        if each.finding.state == "known":
            continue
        place = each.places[0] if each.places else None
        begin = place.line if place is not None and place.line is not None else 1
        issues.append(
            {
                "description": sentence(each),
                "check_name": each.finding.rule,
                "fingerprint": each.finding.id,
                "severity": _SEVERITIES[each.finding.severity],
                "location": {"path": place.path if place is not None else first, "lines": {"begin": begin}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
