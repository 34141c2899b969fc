"""The rules of a run for people: in words, with their examples and with the sentences that they nearly took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model.comparison import Comparison
from checker.model.rule import Example
from checker.report import _words
from checker.report.html.rows import Rows, anchors
from checker.report.html.sources import place_of, shown_whole

LISTED = 300  # rules shown; those that a source says something of come first
SHOWN = 12  # near misses and examples of one rule


class Near(NamedTuple):
    """A sentence that one condition alone keeps from a rule."""

    source: str
    anchor: str
    place: str
    by: str
    matched: str
    stopped: str
    mend: str


class Shown(NamedTuple):
    """One rule."""

    anchor: str
    rule: str
    title: str
    place: str
    lines: tuple[tuple[str, str], ...]  # `match`, `find`, `not` ... and what it asks for
    examples: tuple[Example, ...]
    misses: tuple[Near, ...]
    left: int  # near misses that are not shown
    facts: tuple[tuple[str, str], ...]  # anchors and titles of the facts that it made
    silent: str  # the anchor of its fact, where no source states it


def rules(
    run: Comparison,
    rows: Rows,
    facts: Mapping[str, Sequence[tuple[str, str]]],
    titles: Mapping[str, str],
    silent: Mapping[str, str],
) -> tuple[Shown, ...]:
    """Every rule, those that came to something first; `facts`, `titles` and `silent` are by full id."""
    near: dict[str, list[Near]] = {}
    for rule, one in _near(run, rows):
        near.setdefault(rule, []).append(one)
    names = anchors("rule", [each.rule for each in run.rules])
    shown = [
        Shown(
            anchor=anchor,
            rule=each.rule,
            title=titles.get(each.rule, each.title or each.rule),
            place=each.place,
            lines=tuple((head, rest.strip()) for head, _, rest in (line.partition(" ") for line in each.lines)),
            examples=each.examples[:SHOWN],
            misses=tuple(near.get(each.rule, ())[:SHOWN]),
            left=max(0, len(near.get(each.rule, ())) - SHOWN),
            facts=tuple(facts.get(each.rule, ())[:SHOWN]),
            silent=silent.get(each.rule, ""),
        )
        for anchor, each in zip(names, run.rules, strict=True)
    ]
    shown.sort(key=lambda each: (not each.facts, not each.misses))
    return tuple(shown[:LISTED])


def _near(run: Comparison, rows: Rows) -> Iterator[tuple[str, Near]]:
    numbers, whole = {each.id: number for number, each in enumerate(run.documents)}, shown_whole(run)
    for page in run.pages:
        document = rows.documents[page.document]
        for miss in page.misses:
            yield (
                miss.rule,
                Near(
                    rows.names[page.document],
                    place_of(numbers[page.document], miss.start) if whole else rows.sources[page.document],
                    _words.place_at(document, miss.start),
                    miss.by,
                    miss.matched,
                    miss.stopped,
                    miss.mend,
                ),
            )
