"""The stages in one straight line: documents in, a comparison out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from checker.annotate import annotate
from checker.compare import Evidence, compare, inspect
from checker.engine import map_documents
from checker.extraction import extract
from checker.gate import suppressions
from checker.ingest import from_text
from checker.model.comparison import Comparison
from checker.model.document import Document, Sources
from checker.model.rule import Rulebook

WORTH = 3_000_000
"""Characters times facts up to which near misses are looked for: about two seconds."""


def run(
    sources: Sources,
    rulebook: Rulebook,
    *,
    group_by: str | None = None,
    jobs: int | None = None,
    options: tuple[tuple[str, str], ...] = (),
    pages: bool = False,
    discover: bool = False,
    today: str | None = None,
    kept: dict[Document, Evidence] | None = None,
    watched: Callable[[Iterator[Evidence], int], Iterable[Evidence]] = lambda evidence, _: evidence,
) -> Comparison:
    """Read every document on its own, then judge all of them together. `jobs` changes the speed, never the result.

    `today` is the ISO 8601 day that ends what is accepted until a day (default: that of the newest source). `kept` is
    what documents brought in an earlier run of the same rules; what others bring is added to it. `watched` sees the
    evidence of so many documents come in. `discover` compares what the sources state beyond all rules. `pages` keeps
    what a report shows of the sources and rules themselves: all mentions, examples, and of a small run near misses.
    """
    kept = {} if kept is None else kept
    fresh = [document for document in sources.documents if document not in kept]
    near = sum(len(document.text) for document in sources.documents) * len(rulebook.facts) <= WORTH
    work = partial(examine, rulebook=rulebook, pages=pages, near=near, discover=discover)
    found = map_documents(work, fresh, jobs)
    kept.update(zip(fresh, watched(found, len(fresh)), strict=True))
    evidence = [kept[document] for document in sources.documents]
    groups: Mapping[str, str | None] | None = None
    if group_by is not None:
        groups = {document.id: document.get(group_by) for document in sources.documents}
    compared = suppressions.apply(
        compare(evidence, sources.failures, rulebook, groups=groups, options=options, today=today), rulebook
    )
    if not pages:
        return compared
    from checker.rulebook.in_words import rule_texts

    return replace(compared, pages=tuple(filter(None, (one.page for one in evidence))), rules=rule_texts(rulebook))


def examine(
    document: Document, rulebook: Rulebook, pages: bool = False, near: bool = True, discover: bool = False
) -> Evidence:
    """What one document brings: annotate, extract, check; needs no other document. `near` looks for near misses."""
    annotated = annotate(document)
    assertions = extract(annotated, rulebook)
    evidence = inspect(annotated, assertions, rulebook.checks, discovering=discover)
    if not pages:
        return evidence
    from checker.extraction.pages import page

    return evidence._replace(page=page(annotated, assertions, rulebook, near))


def compare_texts(texts: Sequence[str], published: Sequence[str | None], rulebook: Rulebook) -> Comparison:
    """The comparison of a few texts, as the examples of rule files state them; ids are `text 1`, `text 2`, ..."""
    documents = tuple(
        from_text(text, id=f"text {n}", published=day)
        for n, (text, day) in enumerate(zip(texts, published, strict=True), start=1)
    )
    return run(Sources(documents), rulebook, jobs=1)
