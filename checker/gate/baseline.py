"""The findings that a project has accepted, in a file that people read, review and merge: TOML, one table a finding.

    [a4f1c20b93de]
    rule = "istanbul-talks/first-talks-date"
    message = "Date of the first direct talks: May 16 (2 sources) against May 19 (c.txt): no value fits all"
    sources = [
      "a.txt",
      "b.txt",
      "c.txt",
    ]
    reason = "c.txt is kept as it was printed"
    until = 2026-12-31

The name of a table is the finding's fingerprint, so a value that changes is another finding. `reason` and `until` are
for people to write, and are kept when the file is written again. Tables are sorted by rule and then by fingerprint.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from checker.model.comparison import Comparison, Finding, Fixed

HEAD = """\
# Findings that this project has accepted: they are reported as known and fail no run.
# `checker baseline write` accepts those of today, `checker baseline prune` takes out what is fixed.
# `reason` and `until` (the last day on which the entry holds) are yours to change.
"""
REASON = "there when the baseline was written"
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
_KEYS = ("rule", "message", "sources", "reason", "until")


class InvalidBaseline(Exception):
    """A file that is no baseline; the message names the place and the mend."""

    for_users = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding, by its fingerprint. `until` is an ISO 8601 day, the last on which it is accepted."""

    id: str
    rule: str
    message: str
    sources: tuple[str, ...] = ()
    reason: str = REASON
    until: str | None = None

    def ended(self, today: str | None) -> bool:
        """Whether its last day is past; without a day to go by it is not."""
        return self.until is not None and today is not None and today > self.until


Baseline = tuple[Entry, ...]


def read(text: str, path: str) -> Baseline:
    """The entries of a baseline file, sorted. Raises InvalidBaseline."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidBaseline(f"{path}: no baseline: {error}; mend the line, or write the file anew") from error
    return _sorted(_entry(name, table, path) for name, table in tables.items())


def write(baseline: Iterable[Entry]) -> str:
    """The file, sorted: the same entries give the same bytes."""
    return "\n".join([HEAD, *map(_table, _sorted(baseline))])


def accept(run: Comparison, baseline: Baseline, *, beyond: Collection[str] = ()) -> Comparison:
    """The run with its accepted findings known, and the entries that it did not find again as `fixed`.

    `beyond` are the fingerprints that the run had no means to find: they may still stand.
    """
    entries = {entry.id: entry for entry in baseline}
    gone = set(entries) - {finding.id for finding in run.findings} - set(beyond)
    return replace(
        run,
        findings=tuple(_judged(finding, entries.get(finding.id), run.today) for finding in run.findings),
        fixed=tuple(Fixed(entry.id, entry.rule, entry.message) for entry in baseline if entry.id in gone),
    )


def entries_of(run: Comparison, kept: Baseline, *, reason: str | None = None, until: str | None = None) -> Baseline:
    """An entry for every finding that only a baseline accepts. What people wrote into those of `kept` stays, a past day
    too, unless `reason` or `until` is given for it; a suppression that fails is mended in its source, not accepted.
    """
    old = {entry.id: entry for entry in kept}
    made = []
    for finding in run.findings:
        if finding.at is not None or finding.known_by not in ("", "baseline"):
            continue
        entry = old.get(finding.id) or Entry(finding.id, "", "")
        message = finding.message.removesuffix(_ended(entry))
        if not message.startswith(finding.title):
            message = f"{finding.title}: {message}"
        if finding.state == "new":
            entry = replace(entry, reason=reason or entry.reason, until=until or entry.until)
        made.append(replace(entry, rule=finding.rule, message=message, sources=_sources(run, finding)))
    return _sorted(made)


def _judged(finding: Finding, entry: Entry | None, today: str | None) -> Finding:
    if entry is None or finding.state == "known" or finding.at is not None:
        return finding
    if entry.ended(today):
        return replace(finding, message=f"{finding.message}{_ended(entry)}")
    return replace(finding, state="known", known_by="baseline", reason=entry.reason)


def _ended(entry: Entry) -> str:
    """What is said behind the message of a finding that was accepted until a day."""
    return f" (accepted until {entry.until}: {entry.reason})"


def _sources(run: Comparison, finding: Finding) -> tuple[str, ...]:
    evidence = set(finding.evidence)
    return tuple(sorted({one.document for one in run.assertions if one.id in evidence}))


def _sorted(entries: Iterable[Entry]) -> Baseline:
    return tuple(sorted(entries, key=lambda entry: (entry.rule, entry.id)))


def _entry(name: str, table: Any, path: str) -> Entry:
    def wrong(message: str) -> InvalidBaseline:
        return InvalidBaseline(f"{path}: entry {name}: {message}")

    if not isinstance(table, dict):
        raise wrong("is no table; write it as `[fingerprint]` with its keys below")
    if unknown := [key for key in table if key not in _KEYS]:
        raise wrong(f"unknown key `{unknown[0]}`; known are {', '.join(_KEYS)}")
    until = table.get("until")
    if until is not None and type(until) is not date:
        raise wrong(f"`until` is {until!r}, which is no day; write it as 2026-12-31, without quotes")
    for key in ("rule", "message", "reason"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise wrong(f"`{key}` is missing; give it as text in quotes")
    sources = table.get("sources", [])
    if not isinstance(sources, list) or not all(isinstance(one, str) for one in sources):
        raise wrong("`sources` is to be a list of texts")
    return Entry(
        name,
        table["rule"],
        table["message"],
        tuple(sources),
        table["reason"],
        None if until is None else until.isoformat(),
    )


def _table(entry: Entry) -> str:
    lines = [
        f"[{entry.id if entry.id.replace('-', '').isalnum() else _quoted(entry.id)}]",
        f"rule = {_quoted(entry.rule)}",
        f"message = {_quoted(entry.message)}",
        *("sources = [", *(f"  {_quoted(source)}," for source in entry.sources), "]"),
        f"reason = {_quoted(entry.reason)}",
    ]
    return "\n".join([*lines, *([f"until = {entry.until}"] if entry.until else [])]) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON's escapes are among its own, but for the delete character. What is no character (half
    a surrogate pair, from a file's name) no TOML can hold."""
    return json.dumps(_NO_CHARACTER.sub("\ufffd", text), ensure_ascii=False).replace("\x7f", "\\u007f")
