"""Copies of one story: what an agency sent out and several outlets print is one source, however often it is printed.

Two documents are compared by the runs of words that they share (shingles, after Broder, "On the resemblance and
containment of documents", 1997): where most of the shorter one stands in the longer one, it is a copy, cut or not.
Pairs worth comparing are found by MinHash, so that the work grows with the documents and not with their pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby

from checker.model.document import Document

Copies = tuple[tuple[str, ...], ...]
"""Ids of documents that print one story, the fullest text first; only stories of two documents or more."""

_RUN = 5
"""Words in a shingle: reports of one event share shorter runs by chance."""

_SHARED = 0.7
"""How much of the shorter text must stand in the longer one."""

_LEAST = 40
"""Shingles below which a text is too short to tell a copy from a coincidence."""

_FEW = 50
"""Documents of which every pair is compared: exact, and quicker than setting up an index."""

_BANDS, _ROWS = 64, 3
"""MinHash bands: a copy cut to half its length (resemblance 0.35) is found in 94 of 100 cases, strangers (0.02) in 1 of 2,000."""

_WORD = re.compile(r"\w+")


def copies(documents: Sequence[Document], groups: Mapping[str, str] | None = None) -> Copies:
    """Which documents print one story, in the order of the documents' ids; those of different groups never do.

    A document is a copy of the fullest one that holds most of it. It joins that one alone: a brief that two reports
    quote makes no copies of them.
    """
    of = groups or {}
    ordered = sorted(documents, key=lambda document: (of.get(document.id, ""), document.id))
    found: list[tuple[str, ...]] = []
    for _, told in groupby(ordered, key=lambda document: of.get(document.id, "")):
        found += _of_group(list(told))
    return tuple(sorted(found))


def origins(stories: Copies) -> Mapping[str, str]:
    """The document that each copy is a copy of: the fullest of its story, for that one too."""
    return {document: story[0] for story in stories for document in story}


def _of_group(documents: Sequence[Document]) -> Iterator[tuple[str, ...]]:
    if len(documents) < 2:
        return
    texts = {n: shingles(document) for n, document in enumerate(documents)}
    texts = {n: text for n, text in texts.items() if len(text) >= _LEAST}
    fullest = sorted(texts, key=lambda n: (-len(texts[n]), documents[n].id))
    rank = {n: at for at, n in enumerate(fullest)}
    near: dict[int, list[int]] = {n: [] for n in fullest}
    for one, other in _pairs(texts):
        fuller, shorter = sorted((one, other), key=rank.__getitem__)
        near[shorter].append(fuller)
    stories: dict[int, list[int]] = {}
    for n in fullest:
        held = (m for m in sorted(near[n], key=rank.__getitem__) if m in stories)
        own = next((m for m in held if len(texts[n] & texts[m]) >= _SHARED * len(texts[n])), n)
        stories.setdefault(own, []).append(n)
    yield from (tuple(documents[n].id for n in story) for story in stories.values() if len(story) > 1)


def shingles(document: Document) -> frozenset[str]:
    """All runs of five words of a document's article."""
    return frozenset(run for text in _article(document) for run in _runs(_WORD.findall(text.lower())))


def _article(document: Document) -> Iterator[str]:
    at = 0
    for start, end in document.furniture:
        yield document.text[at:start]
        at = end
    yield document.text[at:]


def _runs(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _pairs(texts: Mapping[int, frozenset[str]]) -> Iterable[tuple[int, int]]:
    """Pairs of documents that may be copies, each once."""
    if len(texts) <= _FEW:
        return combinations(texts, 2)
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=_SHARED, num_perm=_BANDS * _ROWS, num_bands=_BANDS)
    hashes = {n: RMinHash(num_perm=_BANDS * _ROWS, seed=1) for n in texts}
    found: set[tuple[int, int]] = set()
    for n, text in texts.items():
        hashes[n].update(sorted(text))
        found.update((other, n) for other in index.query(hashes[n]))
        index.insert(n, hashes[n])
    return found
