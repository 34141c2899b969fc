"""Markdown for a comment on a pull request: under 64 kB, worst first, and it says what it left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.comparison import Comparison, FactResult
from checker.report import _words
from checker.report._order import Index, worst_first

LIMIT = 64_000  # bytes; GitHub refuses a comment of more than 65,536 characters

_SPECIAL = re.compile(r"([\\`*_{}\[\]()|~!>])")
_SPACES = re.compile(r"\s+")
_PINGS = re.compile(r"([@#])(?=\w)")


def render(comparison: Comparison) -> str:
    """The verdict, a table of findings with one quote a side, and the other facts folded away."""
    parts = [_head(comparison)]
    size = len(_bytes(parts[0])) + 200  # room for the last line
    left = 0
    for block in _blocks(comparison):
        size += len(_bytes(block)) + 1
        if left or size > LIMIT:
            left += 1
        else:
            parts.append(block)
    if left:
        parts.append(f"_{_words.plural(left, 'more entry', 'more entries')} left out: the HTML report has them all._\n")
    return "\n".join(parts).rstrip("\n") + "\n"


def _head(run: Comparison) -> str:
    newest = _words.newest(run)
    read = _words.read(run) + (f", the newest of {_words.date(newest)}" if newest else "")
    lines = [f"### {', '.join(part.text for part in _words.headline(run))}", "", read + "."]
    for each in run.failures:
        where = f"{each.path}, {each.place}" if each.place else each.path
        lines.append(text(f"Not read: {where}: {_words.sentence(each.reason)}"))
    return "\n".join(lines) + "\n"


def _blocks(run: Comparison) -> Iterator[str]:
    index, names = Index(run), _words.names(run.documents)
    for finding in worst_first(run.findings):
        fact = index.fact(finding)
        title, message = index.told(finding, fact)
        mark = _words.WORDS.get(_words.verdict(finding), _words.WORDS["discovered"]).mark
        lines = [f"#### {mark} {text(title)}", "", f"{finding.severity}, {finding.state}: {text(message)}"]
        if steps := _words.steps(finding):
            lines += ["", *(f"1. {text(step)}" for step in steps)]
        rows = _rows(fact, index, finding.evidence, names)
        if rows:
            lines += ["", "| value | source | sentence |", "| --- | --- | --- |", *rows]
        if fact is not None and fact.wrong:
            lines += ["", text(_words.wrong(fact, names))]
        yield "\n".join(lines) + "\n"
    told = {id(index.fact(each)) for each in run.findings}
    for fact in run.facts:
        if id(fact) not in told:
            word = _words.WORDS[fact.verdict]
            value = fact.sides[0].label if fact.sides else fact.reason
            yield f"- {word.mark} {word.name.lower()}: **{text(index.title(fact))}** {text(value)}"


def _rows(fact: FactResult | None, index: Index, evidence: tuple[str, ...], names: dict[str, str]) -> list[str]:
    sides = fact.sides if fact is not None and len(fact.sides) > 1 else ()
    groups = [(side.label, index.evidence(side.assertions)) for side in sides]
    if not groups:
        groups = [(each.label, [each]) for each in index.evidence(evidence)]
    found = []
    for label, said in groups:
        if said:
            before, value, after = _words.marked(said[0])
            quote = f"{text(before)}**{text(value)}**{text(after)}" if value else text(before)
            who = ", ".join(dict.fromkeys(text(names.get(each.document, each.document)) for each in said))
            found.append(f"| {text(label)} | {who} | {quote} |")
    return found


def _bytes(block: str) -> bytes:
    """As it is written: a file's name may hold what is no UTF-8."""
    return block.encode("utf-8", "backslashreplace")


def text(words: str) -> str:
    """Text that Markdown shows as it is, on one line; `@name` and `#1` notify nobody."""
    shown = _SPACES.sub(" ", words).replace("&", "&amp;").replace("<", "&lt;")
    return _PINGS.sub(r"<span>\1</span>", _SPECIAL.sub(r"\\\1", shown))
