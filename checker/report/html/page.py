"""What the HTML report shows, in its order: the verdict, the findings, the facts, the relations, rules and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from checker.model.comparison import Comparison, Finding, Fixed
from checker.model.document import Failure
from checker.report import _words
from checker.report._order import Index, worst_first
from checker.report.html.cards import Card, Maker
from checker.report.html.matrix import MatrixRow, matrix
from checker.report.html.rows import SIDES, anchors
from checker.report.html.rules import Shown, rules
from checker.report.html.sources import Link, Source, sources

DRAWN = 1500  # assertions up to which facts that agree are drawn too; beyond it the page would grow past 5 MB
LINES = 5  # conflicts named under the verdict
OPEN = 50  # findings shown in full; the others open on a click

_ALARM = ("conflicting", "broken", "discovered")

_GROUPS = {
    "findings": "Findings",
    "internal": "Checks within one source",
    "discovered": "Found without a rule",
    "missing": "Stated by too few",
    "notes": "Notes",
}

_SECTIONS = {
    "conflicting": "Facts that conflict",
    "disputed": "Facts in dispute",
    "updated": "Facts that changed with time",
    "consistent": "Facts that agree",
    "single_source": "Facts that rest on one source",
    "incomparable": "Facts that cannot be compared",
    "missing": "Facts that no source states",
}


class Section(NamedTuple):
    """Cards under one heading: findings of one sort, or facts with one verdict."""

    name: str
    heading: str
    cards: tuple[Card, ...]


class Clash(NamedTuple):
    """What conflicts, in a line."""

    anchor: str
    verdict: str
    title: str
    values: tuple[tuple[int, str], ...]  # side and value
    others: int  # values beyond these
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    alarm: tuple[_words.Count, ...]  # what fails, or that nothing does
    calm: tuple[_words.Count, ...]
    large: bool
    newest: str
    read: int
    copies: int  # of these, documents that print the story of another
    failures: tuple[Failure, ...]
    mentions: int
    assertions: int
    new: int
    known: int
    baseline: bool
    fixed: tuple[Fixed, ...]
    changed: tuple[str, ...]  # names of the changed sources, where only what touches them is reported
    clashes: tuple[Clash, ...]  # what conflicts, in a line each, where it is more than one thing
    unlisted: int  # what else conflicts
    findings: tuple[Section, ...]
    sections: tuple[Section, ...]
    relations: tuple[Card, ...]
    columns: tuple[tuple[str, str], ...]
    matrix: tuple[MatrixRow, ...]
    rules: tuple[Shown, ...]
    anchors: Mapping[str, str]  # of rules, by full id
    near: int
    searched: bool  # whether near misses were looked for in every source
    sources: tuple[Source, ...]
    loose: int
    texts: bool  # whether the run has the texts of its sources
    filters: tuple[tuple[str, str, int], ...]  # verdict, its word, how many cards


def build(run: Comparison) -> Page:
    """The page of a run."""
    index = Index(run)
    maker = Maker(run, index)
    of_fact = _unique("fact", [(f"{each.pack}/{each.id}", each.qualifiers, each.group) for each in run.facts])
    of_relation = _unique("relation", [(f"{each.pack}/{each.id}", (), each.group) for each in run.relations])
    facts = {id(fact): anchor for fact, anchor in zip(run.facts, of_fact, strict=True)}
    relations = {id(each): anchor for each, anchor in zip(run.relations, of_relation, strict=True)}

    told: set[int] = set()
    findings: dict[str, list[Card]] = {name: [] for name in _GROUPS}
    for finding in worst_first(run.findings):
        fact = index.fact(finding)
        relation = index.relation(finding) if fact is None else None
        whole = fact if fact is not None else relation
        anchor = "" if whole is None or id(whole) in told else facts.get(id(whole)) or relations.get(id(whole), "")
        if whole is not None:
            told.add(id(whole))
        findings[_group(finding)].append(maker.finding(finding, fact, anchor))
    draw = len(run.assertions) <= DRAWN
    # What nobody states has its place among the rules, where the run tells of them.
    rest = [each for each in run.facts if id(each) not in told]
    silent = {f"{each.pack}/{each.id}": facts[id(each)] for each in rest if each.verdict == "missing" and run.rules}
    rest = [each for each in rest if each.verdict != "missing" or not run.rules]
    sections = tuple(
        Section(
            verdict, heading, tuple(maker.fact(each, facts[id(each)], draw) for each in rest if each.verdict == verdict)
        )
        for verdict, heading in _SECTIONS.items()
        if any(each.verdict == verdict for each in rest)
    )
    others = tuple(maker.relation(each, relations[id(each)]) for each in run.relations if id(each) not in told)
    cards = [*(card for cards in findings.values() for card in cards),
             *(card for section in sections for card in section.cards), *others]  # fmt: skip
    newest, headline, clashes = _words.newest(run), _words.headline(run), _clashes(cards)
    made, titles = _made(run, index, facts)
    shown = rules(run, maker.rows, made, titles, silent)
    read = sources(run, maker.rows, _stated(run, index, facts), _links(run, index, facts))
    return Page(
        title=_words.story(run),
        alarm=tuple(each for each in headline if each.verdict in _ALARM) or headline[:1],
        calm=tuple(each for each in headline if each.verdict not in _ALARM and each.number),
        large=not draw,
        newest=_words.date(newest) if newest else "",
        read=len(run.documents),
        copies=sum(len(story) - 1 for story in run.copies),
        failures=run.failures,
        mentions=run.mentions,
        assertions=len(run.assertions),
        new=sum(each.state == "new" for each in run.findings),
        known=sum(each.state == "known" for each in run.findings),
        baseline=bool(run.fixed)
        or any(name == "baseline" and value for name, value in run.options)
        or any(each.state == "known" for each in run.findings),
        fixed=run.fixed,
        changed=tuple(maker.rows.names.get(each, each) for each, _ in run.changed),
        clashes=clashes[:LINES],
        unlisted=len(clashes[LINES:]),
        findings=tuple(Section(name, _GROUPS[name], tuple(cards)) for name, cards in findings.items() if cards),
        sections=sections,
        relations=others,
        columns=tuple((maker.rows.sources[each.id], maker.rows.names[each.id]) for each in run.documents),
        matrix=matrix(run, index, facts),
        rules=shown,
        anchors={each.rule: each.anchor for each in shown},
        near=sum(len(each.misses) for each in run.pages),
        searched=all(each.searched for each in run.pages),
        sources=read,
        loose=sum(each.loose for each in read),
        texts=bool(run.pages),
        filters=tuple(
            (verdict, word.name, sum(card.verdict == verdict for card in cards))
            for verdict, word in _words.WORDS.items()
            if any(card.verdict == verdict for card in cards)
        ),
    )


def _clashes(cards: list[Card]) -> tuple[Clash, ...]:
    found = [each for each in cards if each.severity == "error" and each.state == "new"]
    return tuple(
        Clash(
            each.anchor,
            each.verdict,
            each.title,
            tuple((side.side, side.label) for side in each.columns[:SIDES]),
            max(0, len(each.columns) - SIDES),
            each.message,
        )
        for each in (found if len(found) > 1 else [])
    )


def _group(finding: Finding) -> str:
    """The heading that a finding stands under: notes by themselves, so that none stands before an error."""
    if finding.severity == "note":
        return "notes"
    return finding.kind if finding.kind in _GROUPS else "findings"


def _unique(kind: str, keys: list[tuple[str, tuple[tuple[str, str], ...], str]]) -> list[str]:
    return anchors(
        kind, ["/".join([key, *(f"{name}.{value}" for name, value in more), group]) for key, more, group in keys]
    )


def _made(
    run: Comparison, index: Index, facts: Mapping[int, str]
) -> tuple[dict[str, list[tuple[str, str]]], dict[str, str]]:
    """For each rule the facts that sources state by it, as anchor and title; and the titles of rules."""
    made: dict[str, list[tuple[str, str]]] = {}
    titles: dict[str, str] = {}
    for fact in run.facts:
        rule = f"{fact.pack}/{fact.id}"
        titles[rule] = fact.title
        if fact.assertions:
            made.setdefault(rule, []).append((facts[id(fact)], index.title(fact)))
    return made, titles


def _stated(run: Comparison, index: Index, facts: Mapping[int, str]) -> dict[str, list[tuple[str, str, str]]]:
    """For each document what it states, in the order of its text: the fact's anchor and title, and the value."""
    stated: dict[str, list[tuple[int, str, str, str]]] = {}
    for fact in run.facts:
        for each in index.evidence(fact.assertions):
            entry = (each.start, facts[id(fact)], index.title(fact), each.label)
            stated.setdefault(each.document, []).append(entry)
    return {document: [entry[1:] for entry in sorted(entries)] for document, entries in stated.items()}


def _links(run: Comparison, index: Index, facts: Mapping[int, str]) -> dict[str, list[Link]]:
    """For each assertion the cards that it belongs to: its facts, and the findings that no fact has."""
    links: dict[str, list[Link]] = {}
    for id_, to, title, verdict in _uses(run, index, facts):
        several = links.setdefault(id_, [])
        said = index.assertions[id_].label if id_ in index.assertions else ""
        several.append(Link("" if several else id_, to, title, said, verdict))
    return links


def _uses(run: Comparison, index: Index, facts: Mapping[int, str]) -> Iterator[tuple[str, str, str, str]]:
    for fact in run.facts:
        for id_ in fact.assertions:
            yield id_, facts[id(fact)], index.title(fact), fact.verdict
    for finding in run.findings:
        if finding.kind in ("internal", "discovered") and index.fact(finding) is None:
            for id_ in finding.evidence:
                yield id_, f"finding-{finding.id}", finding.title, finding.verdict
