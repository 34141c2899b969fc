"""Annotations of GitHub Actions: workflow commands on standard output, at most ten of each level, as GitHub shows.

The job summary is the Markdown report, which is smaller than GitHub asks: `--out "markdown=$GITHUB_STEP_SUMMARY"`.
"""

from __future__ import annotations

from checker.model.comparison import Comparison
from checker.report import _version, _words
from checker.report._places import Reported, hosted, reported, sentence

MOST = 10
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(comparison: Comparison) -> str:
    """The verdict on a line of its own, then a command a line; what the baseline knows is not annotated."""
    verdict = ", ".join(part.text for part in _words.headline(comparison))
    lines = [f"{_version.NAME}: {verdict}"]
    left = dict.fromkeys(_COMMANDS, MOST)
    lines += [
        f"::warning title=source not read,file={_property(hosted(each.path))}::{_data(each.reason)}"
        for each in comparison.failures[:MOST]
    ]
    left["warning"] -= min(MOST, len(comparison.failures))
    for each in reported(comparison):
        if each.finding.state == "known" or not left[each.finding.severity]:
            continue
        left[each.finding.severity] -= 1
        lines.append(_command(each))
    return "\n".join(lines) + "\n"


def _command(found: Reported) -> str:
    properties = {"title": found.title}
    if found.places:
        place = found.places[0]
        properties["file"] = place.path
        if place.line is not None:
            properties |= {"line": str(place.line), "endLine": str(place.end_line)}
            if place.line == place.end_line:
                properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[found.finding.severity]} {shown}::{_data(sentence(found))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
