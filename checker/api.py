"""The library: the same stages and the same frozen values as the command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker import ingest, pipeline, rulebook
from checker.annotate import annotate
from checker.compare import checks
from checker.model.comparison import Comparison
from checker.model.mention import Mention
from checker.model.rule import Rulebook


def check(
    paths: Sequence[str | Path],
    packs: Sequence[str] = (),
    rules: Sequence[str | Path] = (),
    *,
    published: str | None = None,
    group_by: str | None = None,
    jobs: int | None = 1,
    pages: bool = False,
    discover: bool = False,
) -> Comparison:
    """Read files and folders, apply built-in packs and rule files, and compare.

    `published` is the ISO 8601 day of documents that state none. `discover` compares sentences without any rule.
    `pages` keeps the sources' texts with every mention and near miss, for the reports that show them (`html`, `json`). Sources that cannot be read are in the result's
    `failures`. Raises `checker.rulebook.InvalidRules` for rules that are wrong and `checker.ingest.InvalidInput` for
    sources that cannot be told apart.
    """
    book = load_rules([str(path) for path in rules], list(packs))
    sources = ingest.read([str(path) for path in paths], published=published)
    return pipeline.run(sources, book, group_by=group_by, jobs=jobs, pages=pages, discover=discover)


def extract(text: str, published: str | None = None) -> tuple[Mention, ...]:
    """Every number, amount, duration and date of a text, in order; `published` is the ISO 8601 day that relative
    dates are read from."""
    return annotate(ingest.from_text(text, published=published)).mentions


def load_rules(rules: Sequence[str], packs: Sequence[str]) -> Rulebook:
    """Rule files and packs with the internal checks of the pack `general`, which is always on.

    Raises `checker.rulebook.InvalidRules` with every problem of every file.
    """
    return rulebook.load(rules, list(dict.fromkeys(["general", *packs])), checks=checks.names())
