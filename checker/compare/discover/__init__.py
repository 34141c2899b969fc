"""`--discover`: sentences of different sources of one story that state the same thing with another value, with no rule.

Documents of one group are compared place by place: `places` says what each states, `pairs` which places can be about
one thing, `likeness` how much speaks for it, `clashes` which of those whose values clash are worth a look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Literal, NamedTuple

from checker.compare.discover.clashes import Clash, clashes
from checker.compare.discover.likeness import Rarity, Spot
from checker.compare.discover.pairs import pairs, rarity, spots
from checker.compare.discover.places import Told, places
from checker.compare.discover.telling import clusters, phrase, sides, statement, steps
from checker.compare.discover.totals import has_grown
from checker.compare.facts import Groups
from checker.compare.findings import fingerprint, source
from checker.compare.shown import Authorities, authorities, in_order
from checker.extraction.speaker import all_differ
from checker.model.comparison import Assertion, FactResult, Finding, Side, Verdict
from checker.model.document import Document, Span
from checker.model.rule import Severity

__all__ = ["Discovered", "Told", "discover", "places"]

Source = tuple[Document, Told]


class Discovered(NamedTuple):
    """What came up: facts that no rule names, the findings about them, and the assertions that both rest on."""

    assertions: tuple[Assertion, ...]
    facts: tuple[FactResult, ...]
    findings: tuple[Finding, ...]


def discover(
    sources: Sequence[Source],
    groups: Groups,
    origins: Mapping[str, str],
    claimed: Mapping[str, Collection[Span]],
    first: int,
) -> Discovered:
    """What the sources of each group state differently.

    `claimed` are, by document, the spans that a rule has judged already; `first` is the number of the first assertion.
    """
    told: dict[str, list[Source]] = defaultdict(list)
    for document, places_ in sources:
        told[groups.get(document.id, "")].append((document, places_))
    numbers = count(first)
    made: list[tuple[list[Assertion], FactResult, Finding]] = []
    for group, members in told.items():
        if len(members) > 1:
            free = [(document, _unclaimed(each, claimed.get(document.id, ()))) for document, each in members]
            made += _of_group(group, free, origins, numbers)
    return Discovered(
        tuple(one for assertions, _, _ in made for one in assertions),
        tuple(fact for _, fact, _ in made),
        tuple(finding for _, _, finding in made),
    )


def _unclaimed(told: Told, claimed: Collection[Span]) -> Told:
    if not claimed:
        return told
    free = (
        p for p in told.places if not any(start < p.mention.end and p.mention.start < end for start, end in claimed)
    )
    return told._replace(places=tuple(free))


class _Story(NamedTuple):
    """One group's documents and all places in them."""

    group: str
    documents: Sequence[Document]
    spots: Sequence[Spot]
    rare: Rarity
    origins: Mapping[str, str]
    weights: Authorities


def _of_group(
    group: str, members: Sequence[Source], origins: Mapping[str, str], numbers: Iterator[int]
) -> Iterator[tuple[list[Assertion], FactResult, Finding]]:
    documents = [document for document, _ in members]
    rare = rarity([told for _, told in members])
    story = _Story(group, documents, spots([told for _, told in members], rare), rare, origins, authorities(documents))
    tried = list(pairs(story.spots, rare))
    index = {document.id: number for number, document in enumerate(documents)}
    copied = [index.get(origins.get(document.id, document.id), n) for n, document in enumerate(documents)]
    chosen = clashes(tried, story.spots, copied)
    for together, clashing in clusters(chosen, tried):
        yield _told(story, together, clashing, numbers)


def _told(
    story: _Story, together: Sequence[int], clashing: Sequence[Clash], numbers: Iterator[int]
) -> tuple[list[Assertion], FactResult, Finding]:
    stated = {
        n: statement(f"a-{next(numbers)}", story.documents[story.spots[n].document], story.spots[n]) for n in together
    }

    def first(clash: Clash) -> Assertion:
        """The statement of the two whose source comes first, in whatever order the sources were read."""
        pair = (stated[clash.pair.one], stated[clash.pair.other])
        return min(pair, key=lambda one: (source(one.document), one.start))

    strongest = max(clashing, key=lambda clash: (clash.weight, source(first(clash).document), first(clash).start))
    title = f"“{phrase(first(strongest))}”"
    parted = in_order(sides(together, story.spots, stated), story.weights, story.origins)
    verdict, severity, reason = _verdict(parted, clashing, story.spots, {one.id: one for one in stated.values()})
    evidence = tuple(id_ for side in parted for id_ in side.assertions)
    said = sorted({f"{source(one.document)}={' '.join(one.text.split())}" for one in stated.values()})
    values = ", ".join(f"{side.label} ({', '.join(side.documents)})" for side in parted)
    fact = FactResult(
        id="discovered",
        pack="general",
        title=title,
        qualifiers=(),
        verdict="consistent" if verdict == "doubtful" else verdict,
        severity=severity,
        assertions=evidence,
        sides=parted,
        reason=reason,
        doubtful=verdict == "doubtful",
        group=story.group,
    )
    finding = Finding(
        id=fingerprint("discovered", title, *said),
        kind="discovered",
        fact="discovered",
        rule="general/discovered",
        severity=severity,
        verdict=verdict,
        message=f"{title}: the sources state {values}",
        evidence=evidence,
        steps=tuple(steps(strongest, story.spots, stated, story.rare)),
        title=title,
    )
    return list(stated.values()), fact, finding


def _verdict(
    parted: Sequence[Side], clashing: Sequence[Clash], spots_: Sequence[Spot], known: Mapping[str, Assertion]
) -> tuple[Verdict | Literal["doubtful"], Severity, str]:
    certain = [clash.pair for clash in clashing if clash.pair.verdict == "rival"]
    if not certain:
        return "doubtful", "note", "hard to believe together, though not impossible"
    if all(has_grown(spots_[pair.one], spots_[pair.other]) for pair in certain):
        return "updated", "note", _growth(spots_[place] for pair in certain for place in pair[:2])
    if _disputed(parted, known):
        return "disputed", "warning", "the sources quote different speakers; each may have said so"
    return "conflicting", "warning", "no value fits all"


def _growth(clashing: Iterable[Spot]) -> str:
    if all(spot.place.standing.published for spot in clashing):
        return "the later figure is the larger one"
    return "a figure that grows, and the reports may be of different days"


def _disputed(parted: Sequence[Side], known: Mapping[str, Assertion]) -> bool:
    """Whether every value is attributed, and no two of them to one speaker."""
    return len(parted) > 1 and all_differ([{known[id_].speaker for id_ in side.assertions} for side in parted])
