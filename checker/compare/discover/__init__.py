"""`--discover`: sentences of different sources of one story that state the same thing with another value, with no rule.

Documents of one group are compared place by place: `places` says what each states, `pairs` which places can be about
one thing, `likeness` how much speaks for it, `clashes` which of those whose values clash are worth a look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from checker.compare.discover.clashes import Clash, clashes
from checker.compare.discover.likeness import Rarity, Spot
from checker.compare.discover.pairs import pairs, rarity, spots
from checker.compare.discover.places import Told, places
from checker.compare.discover.telling import clusters, phrase, sides, statement, steps
from checker.compare.facts import Groups
from checker.compare.findings import fingerprint, source
from checker.extraction.speaker import same_speaker
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


def _of_group(
    group: str, members: Sequence[Source], origins: Mapping[str, str], numbers: Iterator[int]
) -> Iterator[tuple[list[Assertion], FactResult, Finding]]:
    documents = [document for document, _ in members]
    rare = rarity([told for _, told in members])
    story = _Story(group, documents, spots([told for _, told in members], rare), rare)
    tried = list(pairs(story.spots, rare))
    index = {document.id: number for number, document in enumerate(documents)}
    copied = [index.get(origins.get(document.id, document.id), n) for n, document in enumerate(documents)]
    chosen = clashes(tried, story.spots, copied)
    for together, clashing in clusters(chosen, tried):
        yield _told(story, together, clashing, numbers)


def _told(
    story: _Story, together: Sequence[int], clashing: Sequence[Clash], numbers: Iterator[int]
) -> tuple[list[Assertion], FactResult, Finding]:
    spots_ = story.spots
    stated = {n: statement(f"a-{next(numbers)}", story.documents[spots_[n].document], spots_[n]) for n in together}
    parted = sides(together, spots_, stated)
    strongest = max(clashing, key=lambda clash: clash.weight)
    pair = (stated[strongest.pair.one], stated[strongest.pair.other])
    title = f"“{phrase(min(pair, key=lambda one: (source(one.document), one.start)))}”"
    certain = any(clash.pair.verdict == "rival" for clash in clashing)
    verdict: Verdict = "disputed" if _disputed(parted, {one.id: one for one in stated.values()}) else "conflicting"
    severity: Severity = "warning" if certain else "note"
    evidence = tuple(id_ for side in parted for id_ in side.assertions)
    said = sorted({f"{source(one.document)}={' '.join(one.text.split())}" for one in stated.values()})
    values = ", ".join(f"{side.label} ({', '.join(side.documents)})" for side in parted)
    fact = FactResult(
        id="discovered",
        pack="general",
        title=title,
        qualifiers=(),
        verdict=verdict if certain else "consistent",
        severity=severity,
        assertions=evidence,
        sides=parted,
        doubtful=not certain,
        group=story.group,
    )
    finding = Finding(
        id=fingerprint("discovered", title, *said),
        kind="discovered",
        fact="discovered",
        rule="general/discovered",
        severity=severity,
        verdict=verdict if certain else "doubtful",
        message=f"{title} states {values}",
        evidence=evidence,
        steps=tuple(steps(strongest, spots_, stated, story.rare)),
        title=title,
    )
    return list(stated.values()), fact, finding


def _disputed(parted: Sequence[Side], known: Mapping[str, Assertion]) -> bool:
    """Whether every value is attributed, and no two of them to one speaker."""
    speakers = [{known[id_].speaker for id_ in side.assertions} for side in parted]
    if len(speakers) < 2 or any(None in names for names in speakers):
        return False
    return not any(
        same_speaker(a or "", b or "")
        for n, one in enumerate(speakers)
        for other in speakers[n + 1 :]
        for a in one
        for b in other
    )
