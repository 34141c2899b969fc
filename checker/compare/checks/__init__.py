"""Internal checks: what one document must fulfil on any subject, with no rules. One module a check.

A check is a module with `check(annotated) -> Iterator[Failing]`; its name is the module's, its docstring its manual
page. Adding the module is all it takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from checker.compare.passages import apart
from checker.model.mention import Annotated


class Failing(NamedTuple):
    """What a check found wrong: the mentions (by index) that cannot all be right, and the arithmetic.

    `certain` is False where only what a writer would mean is broken, not what the words allow. `passes` says what would
    be right, each completing `it would pass …`.
    """

    mentions: tuple[int, ...]
    message: str
    steps: tuple[str, ...] = ()
    certain: bool = True
    passes: tuple[str, ...] = ()


def names() -> tuple[str, ...]:
    """The names of all checks, sorted; nothing is imported to find them."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__)))


def run(annotated: Annotated, wanted: tuple[str, ...]) -> Iterator[tuple[str, Failing]]:
    """What the wanted checks find in one document, with the check's name; the same mentions once for each check."""
    parted, origin = apart(annotated)
    for name in wanted:
        module = import_module(f"{__name__}.{name.replace('-', '_')}")
        told = set()
        for failing in module.check(parted):
            mentions = tuple(dict.fromkeys(origin[index] for index in failing.mentions))
            if mentions not in told:
                told.add(mentions)
                yield name, failing._replace(mentions=mentions)
