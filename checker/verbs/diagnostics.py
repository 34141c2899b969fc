"""Findings and problems of rules as an editor shows them: the Language Server Protocol's diagnostics, by file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from lsprotocol import types as lsp
from pygls import uris

from checker.model.comparison import Comparison
from checker.model.rule import Problem
from checker.report._places import Place, reported

Diagnostics = dict[str, list[lsp.Diagnostic]]
"""By the absolute path of a file."""

_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}
_WORD = re.compile(r"[\w./<>{}-]+|\S")


def of_run(run: Comparison) -> Diagnostics:
    """Every finding that is news, at each of its places, with the others as related places."""
    found: Diagnostics = {os.path.abspath(document.path): [] for document in run.documents}  # noqa: PTH100
    texts: dict[str, list[str]] = {}
    for each in reported(run):
        if each.finding.state == "known":
            continue
        places = [(os.path.abspath(place.path), place) for place in each.places]  # noqa: PTH100
        ranges = [_quoted(texts.setdefault(path, _lines(path)), place) for path, place in places]
        related = [
            lsp.DiagnosticRelatedInformation(lsp.Location(_uri(path), at), f"“{place.text}”")
            for (path, place), at in zip(places, ranges, strict=True)
        ]
        for number, ((path, _), at) in enumerate(zip(places, ranges, strict=True)):
            found.setdefault(path, []).append(
                lsp.Diagnostic(
                    range=at,
                    message=f"{each.title}: {each.message}",
                    severity=_SEVERITIES[each.finding.severity],
                    code=each.finding.rule,
                    source="checker",
                    related_information=related[:number] + related[number + 1 :],
                )
            )
    return found


def of_problems(problems: Iterable[Problem]) -> Diagnostics:
    """What is wrong or doubtful in rule files, at the word it is about."""
    found: Diagnostics = {}
    for problem in problems:
        path, line = os.path.abspath(problem.place.path), max(problem.place.line - 1, 0)  # noqa: PTH100
        text = problem.excerpt
        start = max(problem.place.column - 1, 0)
        word = _WORD.match(text, start)
        at = _range(line, text, start, word.end() if word else start + 1)
        message = f"{problem.message}\n{problem.mend}" if problem.mend else problem.message
        found.setdefault(path, []).append(
            lsp.Diagnostic(range=at, message=message, severity=_SEVERITIES[problem.severity], source="checker rules")
        )
    return found


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _quoted(lines: Sequence[str], place: Place) -> lsp.Range:
    """The words in the file, which markup may have moved along their line; else the line, or that of the record."""
    record = (place.part or "").removeprefix("record ")
    line = place.line or (int(record) if record.isdecimal() else 1)
    text = lines[line - 1] if line <= len(lines) else ""
    words = place.text.split("\n")[0]
    start = text.find(words, max(place.column - 1, 0))
    start = start if start >= 0 else text.find(words)
    if start < 0 or place.line is None:
        return _range(line - 1, text, 0, len(text))
    return _range(line - 1, text, start, start + len(words))


def _range(line: int, text: str, start: int, end: int) -> lsp.Range:
    """A part of one line; the protocol counts in units of UTF-16."""
    before, within = text[:start], text[start:end]
    first = len(before.encode("utf-16-le", "replace")) // 2
    last = first + max(len(within.encode("utf-16-le", "replace")) // 2, end > start and not within)
    return lsp.Range(lsp.Position(line, first), lsp.Position(line, last))


def _uri(path: str) -> str:
    return uris.from_fs_path(path) or path
