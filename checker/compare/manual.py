"""The manual page of the internal checks, made from their docstrings: `python -m checker.compare.manual docs/checks.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

from checker.compare import checks

_HEAD = """\
# Internal checks

<!-- made by `python -m checker.compare.manual docs/checks.md`; do not edit -->

These look at one document at a time, on any subject, with no rules. All are on by default (the pack `general`).

A check is an error where no values that the words allow fit together, and a note where only unlikely ones do. Each
figure stands for all values that round to it, so what is off by rounding alone holds. What a check cannot be sure of
it passes over.

`checker explain FINDING` shows the reckoning of a finding and what would have made it pass. To accept a finding, put
it in the baseline or ignore it in the text: see [pipelines](pipeline.md)."""


def manual() -> str:
    """The whole page; it depends on the checks alone."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _HEAD
    for name in checks.names():
        module = import_module(f"{checks.__name__}.{name.replace('-', '_')}")
        first, *rest = cleandoc(module.__doc__ or "").split("\n\n")
        yield from ("", f"## {name}", "", " ".join(first.split()))
        for paragraph in rest:
            yield from ("", " ".join(paragraph.split()))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
