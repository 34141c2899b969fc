"""The map over documents on one machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from checker.model.document import Document

Result = TypeVar("Result")

WORTH = 500_000
"""Characters below which starting processes costs more than they save."""
CHUNKS = 4
"""Chunks for each process: enough that one slow chunk does not leave the others idle."""


def map_documents(
    function: Callable[[Document], Result], documents: Sequence[Document], jobs: int | None = None
) -> Iterator[Result]:
    """What `function` makes of each document, in the order of the documents, whatever `jobs` is.

    `jobs` is the number of processes at most, None for one a core. `function` must be picklable (a module's own function, or a
    `functools.partial` of one) and depend on its document alone. What it raises is raised here.
    """
    wanted = jobs or os.cpu_count() or 1
    if wanted < 2 or len(documents) < 2 or sum(len(document.text) for document in documents) < WORTH:
        yield from map(function, documents)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunks = list(_chunks(documents, wanted * CHUNKS))
    pool = ProcessPoolExecutor(min(wanted, len(chunks)), initializer=_keep, initargs=(function,))
    try:
        for results in pool.map(_chunk, chunks):
            yield from results
    finally:
        pool.shutdown(cancel_futures=True)


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
