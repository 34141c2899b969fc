"""What the HTML report shows, in its order: the verdict, the findings, the facts, the relations, the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from checker.model.comparison import Comparison, FactResult
from checker.model.document import Document, Failure
from checker.report import _words
from checker.report._order import Index, worst_first
from checker.report.html.cards import Card, Maker, anchors

DRAWN = 1500  # assertions up to which facts that agree are drawn too; beyond it the page would grow past 5 MB
OPEN = 100  # findings shown in full; the others open on a click
LISTED = 200  # statements listed under one source
MATRIX = (12, 80)  # sources and facts up to which the matrix can be read

_ALARM = ("conflicting", "broken")


class Cell(NamedTuple):
    """What one source says of one fact."""

    text: str
    side: int  # -1 beside the verdict, None where only one side is


class MatrixRow(NamedTuple):
    """A fact across all sources."""

    anchor: str
    verdict: str
    title: str
    cells: tuple[tuple[Cell, ...], ...]


class Source(NamedTuple):
    """A document, and what it states."""

    anchor: str
    name: str
    document: Document
    published: str
    published_from: str
    copy_of: str  # the name of the source whose story it prints
    statements: tuple[tuple[str, str, str], ...]  # anchor of the fact, its title, what is said
    total: int  # of all statements, of which a long list shows the first


class Section(NamedTuple):
    """Facts with one verdict."""

    verdict: str
    heading: str
    cards: tuple[Card, ...]


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
    findings: tuple[Card, ...]
    sections: tuple[Section, ...]
    relations: tuple[Card, ...]
    columns: tuple[tuple[str, str], ...]
    matrix: tuple[MatrixRow, ...]
    sources: tuple[Source, ...]
    filters: tuple[tuple[str, str, int], ...]  # verdict, its word, how many cards


_SECTIONS = {
    "conflicting": "Facts that conflict",
    "disputed": "Facts in dispute",
    "updated": "Facts that changed with time",
    "consistent": "Facts that agree",
    "single_source": "Facts that rest on one source",
    "incomparable": "Facts that cannot be compared",
    "missing": "Facts that no source states",
}

_FROM = {
    "text": "stated in the text",
    "metadata": "from the file’s metadata",
    "url": "from the URL",
    "filename": "from the file name",
    "option": "given as an option",
}


def build(run: Comparison) -> Page:
    """The page of a run."""
    index = Index(run)
    maker = Maker(index, run.documents)
    of_fact = _unique("fact", [(f"{each.pack}/{each.id}", each.qualifiers, each.group) for each in run.facts])
    of_relation = _unique("relation", [(f"{each.pack}/{each.id}", (), each.group) for each in run.relations])
    facts = {id(fact): anchor for fact, anchor in zip(run.facts, of_fact, strict=True)}
    relations = {id(each): anchor for each, anchor in zip(run.relations, of_relation, strict=True)}

    told: set[int] = set()
    findings: list[Card] = []
    for finding in worst_first(run.findings):
        fact = index.fact(finding)
        relation = index.relation(finding) if fact is None else None
        whole = fact if fact is not None else relation
        anchor = "" if whole is None or id(whole) in told else facts.get(id(whole)) or relations.get(id(whole), "")
        if whole is not None:
            told.add(id(whole))
        findings.append(maker.finding(finding, fact, anchor))
    draw = len(run.assertions) <= DRAWN
    rest = [each for each in run.facts if id(each) not in told]
    sections = tuple(
        Section(
            verdict, heading, tuple(maker.fact(each, facts[id(each)], draw) for each in rest if each.verdict == verdict)
        )
        for verdict, heading in _SECTIONS.items()
        if any(each.verdict == verdict for each in rest)
    )
    others = tuple(maker.relation(each, relations[id(each)]) for each in run.relations if id(each) not in told)
    cards = [*findings, *(card for section in sections for card in section.cards), *others]
    newest, headline = _words.newest(run), _words.headline(run)
    return Page(
        title=_story(run),
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
        baseline=any(name == "baseline" and value for name, value in run.options)
        or any(each.state == "known" for each in run.findings),
        findings=tuple(findings),
        sections=sections,
        relations=others,
        columns=tuple((maker.sources[each.id], maker.names[each.id]) for each in run.documents),
        matrix=_matrix(run, index, facts),
        sources=_sources(run, index, maker, facts),
        filters=tuple(
            (verdict, word.name, sum(card.verdict == verdict for card in cards))
            for verdict, word in _words.WORDS.items()
            if any(card.verdict == verdict for card in cards)
        ),
    )


def _story(run: Comparison) -> str:
    """The titles of the packs that name a fact of this run; packs of general checks say nothing of the story."""
    stories = [each.title or each.id for each in run.packs if any(fact.pack == each.id for fact in run.facts)]
    return ", ".join(stories) or "Consistency of sources"


def _unique(kind: str, keys: list[tuple[str, tuple[tuple[str, str], ...], str]]) -> list[str]:
    return anchors(
        kind, ["/".join([key, *(f"{name}.{value}" for name, value in more), group]) for key, more, group in keys]
    )


def _matrix(run: Comparison, index: Index, facts: dict[int, str]) -> tuple[MatrixRow, ...]:
    """Every fact by every source, worst first; nothing where it is too large to be read."""
    if len(run.documents) > MATRIX[0] or len(run.facts) > MATRIX[1] or len(run.documents) < 2:
        return ()
    order = list(_words.WORDS)
    return tuple(
        MatrixRow(facts[id(fact)], fact.verdict, index.title(fact), _cells(fact, index, run.documents))
        for fact in sorted(run.facts, key=lambda each: order.index(each.verdict))
        if fact.assertions
    )


def _cells(fact: FactResult, index: Index, documents: tuple[Document, ...]) -> tuple[tuple[Cell, ...], ...]:
    sides = {each: at for at, side in enumerate(fact.sides) for each in side.assertions}
    said = index.evidence(fact.assertions)
    return tuple(
        tuple(dict.fromkeys(Cell(each.label, sides.get(each.id, -1)) for each in said if each.document == document.id))
        for document in documents
    )


def _sources(run: Comparison, index: Index, maker: Maker, facts: dict[int, str]) -> tuple[Source, ...]:
    copies = _words.copies(run)
    stated: dict[str, list[tuple[int, str, str, str]]] = {}
    for fact in run.facts:
        for each in index.evidence(fact.assertions):
            entry = (each.start, facts[id(fact)], index.title(fact), each.label)
            stated.setdefault(each.document, []).append(entry)
    return tuple(
        Source(
            anchor=maker.sources[each.id],
            name=maker.names[each.id],
            document=each,
            published=_words.date(each.published) if each.published else "",
            published_from=_FROM.get(each.published_from or "", each.published_from or ""),
            copy_of=copies.get(each.id, ""),
            statements=tuple(entry[1:] for entry in sorted(stated.get(each.id, ()))[:LISTED]),
            total=len(stated.get(each.id, ())),
        )
        for each in run.documents
    )
