"""schema.org ClaimReview as JSON-LD: a review for each clashing value, for those who publish fact-checks.

The rating says that a value clashes with others, never that it is false.
"""

from __future__ import annotations

import json
from typing import Any

from checker.model.comparison import Comparison, FactResult, Side
from checker.model.document import Document
from checker.report import _version, _words
from checker.report._order import Index

_RATINGS = {"conflicting": "Conflicts with other sources", "disputed": "Disputed between speakers"}


def render(comparison: Comparison) -> str:
    """A graph of reviews, empty where nothing clashes."""
    index = Index(comparison)
    documents = {each.id: each for each in comparison.documents}
    reviews = [
        _review(fact, side, index, documents, _words.newest(comparison))
        for fact in comparison.facts
        if fact.verdict in _RATINGS
        for side in fact.sides
    ]
    return json.dumps({"@context": "https://schema.org", "@graph": reviews}, ensure_ascii=False, indent=1) + "\n"


def _review(
    fact: FactResult, side: Side, index: Index, documents: dict[str, Document], newest: str | None
) -> dict[str, Any]:
    said = index.evidence(side.assertions)
    claim: dict[str, Any] = {
        "@type": "Claim",
        "appearance": [_work(documents[each]) for each in side.documents if each in documents],
    }
    speaker = next((each.speaker for each in said if each.speaker), None)
    if speaker:
        claim["author"] = {"@type": "Person", "name": speaker}
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": f"{index.title(fact)}: {side.label}",
        "itemReviewed": claim,
        "author": {"@type": "Organization", "name": _version.NAME},
        "reviewRating": {"@type": "Rating", "alternateName": _RATINGS[fact.verdict]},
    }
    if said:
        review["reviewBody"] = said[0].sentence
    if newest:
        review["datePublished"] = newest
    return review


def _work(document: Document) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "name": document.title or document.id}
    if document.url:
        work["url"] = document.url
    if document.published:
        work["datePublished"] = document.published
    if document.publisher:
        work["publisher"] = {"@type": "Organization", "name": document.publisher}
    return work
