"""How the map over documents runs: in this process, or in several where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from checker.model.document import Document

T = TypeVar("T")

_WORTH = 2_000_000
"""Characters of text below which starting processes costs more than it saves."""

_function: Callable[[Document], Any] | None = None


def map_documents(function: Callable[[Document], T], items: Sequence[Document], jobs: int | None) -> Iterator[T]:
    """The function's value for each document, in the documents' order, whatever the number of processes.

    `jobs` None takes every core where the texts are long enough to pay for it; 1 stays in this process.
    """
    wanted = jobs or (os.cpu_count() or 1 if sum(len(item.text) for item in items) >= _WORTH else 1)
    wanted = min(wanted, len(items))
    if wanted <= 1:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    # Sent once to each process, not with each document: a function may carry a whole rulebook.
    with ProcessPoolExecutor(wanted, initializer=_set, initargs=(function,)) as pool:
        yield from pool.map(_call, items, chunksize=max(1, len(items) // (wanted * 8)))


def _set(function: Callable[[Document], Any]) -> None:
    global _function  # noqa: PLW0603 - set once, when a worker process starts
    _function = function


def _call(item: Document) -> Any:
    assert _function is not None
    return _function(item)
