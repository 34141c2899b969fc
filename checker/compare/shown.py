"""The order in which the sides of a clash are shown. It comes after every verdict and is part of none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from checker.compare.events import Origins
from checker.model.comparison import FactResult, Side
from checker.model.document import Document

Authorities = Mapping[str, float]
"""The authority of each document, by id."""
_CLASHING = ("conflicting", "disputed", "updated")


def authorities(documents: Iterable[Document]) -> Authorities:
    """What each document says of itself, or a manifest of it."""
    return {document.id: document.authority for document in documents}


def in_order(sides: Iterable[Side], weights: Authorities, origins: Origins) -> tuple[Side, ...]:
    """Sides of most sources first, of as many those of most authority; copies of one story are one source, that of the
    most authority among them."""

    def rank(side: Side) -> tuple[int, float]:
        stories: dict[str, float] = {}
        for document in side.documents:
            story = origins.get(document, document)
            stories[story] = max(stories.get(story, 0.0), weights[document])
        return -len(stories), -sum(stories.values())

    return tuple(sorted(sides, key=rank))


def for_reports(results: Iterable[FactResult], weights: Authorities, origins: Origins) -> Iterator[FactResult]:
    """The results with the sides that clash in order; where all agree, what most sources tell of stays first."""
    for result in results:
        clashes = result.verdict in _CLASHING
        yield replace(result, sides=in_order(result.sides, weights, origins)) if clashes else result
