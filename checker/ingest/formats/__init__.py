"""One module or package a format. Each has `SUFFIXES` and `read(data, path)`, which yields drafts and failures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from checker.ingest.document import Draft
from checker.model.document import Failure

Reader = Callable[[bytes, str], Iterator[Draft | Failure]]


@cache
def readers() -> dict[str, Reader]:
    """The reader of every suffix that can be read."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return {suffix: module.read for module in modules for suffix in module.SUFFIXES}
