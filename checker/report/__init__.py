"""Reports: pure functions of a `Comparison`, one module a format, found by the module's name.

To add a format, add `checker/report/<name>.py` with `render(comparison, **options) -> str`; its docstring is its manual.
Modules that begin with an underscore are what the formats share.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules

from checker.model.comparison import Comparison


class UnknownFormat(ValueError):
    """No such report format; the message names the nearest one."""


_EXTRACT_ONLY = frozenset({"mentions"})  # writes what `extract` finds, before there is a comparison

_SHOW_SOURCES = frozenset({"html", "json"})  # show what a source says beside its assertions


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted; nothing is imported to find them."""
    found = {module.name for module in iter_modules(__path__) if not module.name.startswith("_")}
    return tuple(sorted(found - _EXTRACT_ONLY))


def shows_sources(formats: Iterable[str]) -> bool:
    """Whether one of these formats shows the pages of sources, which a run keeps only if it is told to."""
    return not _SHOW_SOURCES.isdisjoint(formats)


def render(comparison: Comparison, format: str, **options: object) -> str:  # noqa: A002 - the name users know
    """The whole report as one text that ends with a newline; the same comparison gives the same bytes.

    `options` are the format's own keywords (`width`, `color` and `plain` for the terminal).
    Raises `UnknownFormat` for a name that no module has, `TypeError` for an option the format does not know.
    """
    if format not in formats():
        near = get_close_matches(format, formats(), n=1)
        mend = f"did you mean {near[0]}?" if near else f"the formats are {', '.join(formats())}"
        raise UnknownFormat(f"unknown report format {format!r}; {mend}")
    text: str = import_module(f"{__name__}.{format}").render(comparison, **options)
    return text
