"""How far a long run has come, for somebody who waits at a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

One = TypeVar("One")

PATIENCE = 1.0
"""Seconds that a run may take before anything is shown; most are done by then."""


def is_wanted(*, quiet: bool) -> bool:
    """Whether anybody is there to see it: not where standard error is no terminal, with `-q`, or in a pipeline."""
    return not quiet and sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


def shown(incoming: Iterable[One], total: int | None = None) -> Iterator[One]:
    """The same, with a bar on standard error once it takes long, which is gone when it ends, however it ends. `total` is
    how many there are, None where nobody knows yet."""
    began, bar = time.monotonic(), None
    try:
        for done, one in enumerate(incoming, 1):
            if bar is None and (total is None or done < total) and time.monotonic() - began >= PATIENCE:
                bar = _bar()
                bar.start()
                task = bar.add_task("reading", total=total)
            if bar is not None:
                bar.update(task, completed=done)
            yield one
    finally:
        if bar is not None:
            bar.stop()


def unseen(incoming: Iterable[One], _: int) -> Iterable[One]:
    """The same, where nobody watches."""
    return incoming


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
