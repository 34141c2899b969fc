"""The map over documents on one machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

from checker.model.document import Document

Result = TypeVar("Result")

WORTH = 500_000
"""Characters below which starting processes costs more than they save."""
CHUNKS = 4
"""Chunks for each process: enough that one slow chunk does not leave the others idle."""


def map_documents(
    function: Callable[[Document], Result], documents: Iterable[Document], jobs: int | None = None
) -> Iterator[Result]:
    """What `function` makes of each document, in the order of the documents, whatever `jobs` is.

    `jobs` is the number of processes at most, None for one a core. `function` must be picklable (a module's own function, or a
    `functools.partial` of one) and depend on its document alone. What it raises is raised here. Documents are taken as
    they are needed, one by one in this process and a round at a time by several, and none is kept.
    """
    wanted = jobs or os.cpu_count() or 1
    if wanted < 2:
        yield from map(function, documents)
        return
    rounds = _rounds(documents, wanted * CHUNKS * WORTH)
    first = next(rounds, [])
    if len(first) < 2 or sum(len(document.text) for document in first) < WORTH:
        yield from map(function, chain(first, chain.from_iterable(rounds)))
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(min(wanted, len(first)), initializer=_keep, initargs=(function,))
    try:
        for some in chain((first,), rounds):
            for results in pool.map(_chunk, list(_chunks(some, wanted * CHUNKS))):
                yield from results
    finally:
        pool.shutdown(cancel_futures=True)


def _rounds(documents: Iterable[Document], characters: int) -> Iterator[list[Document]]:
    """Neighbours with at least so much text together, and those that are left."""
    some: list[Document] = []
    length = 0
    for document in documents:
        some.append(document)
        length += len(document.text)
        if length >= characters:
            yield some
            some, length = [], 0
    if some:
        yield some


def _chunks(documents: Sequence[Document], count: int) -> Iterator[Sequence[Document]]:
    """Runs of neighbours with about as much text each, at most `count` of them and one."""
    share = sum(len(document.text) for document in documents) / count
    first, length = 0, 0
    for number, document in enumerate(documents, 1):
        length += len(document.text)
        if length >= share:
            yield documents[first:number]
            first, length = number, 0
    if first < len(documents):
        yield documents[first:]


_kept: list[Callable[[Document], Any]] = []
"""In a worker, the function: sent once a process, since a rulebook may be bound to it."""


def _keep(function: Callable[[Document], Any]) -> None:
    _kept[:] = [function]


def _chunk(documents: Sequence[Document]) -> list[Any]:
    return [_kept[0](document) for document in documents]
