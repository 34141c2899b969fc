"""Ratios of rules, one process: five thousand facts against fifty, on the same text.

Ten facts of both are about what the text says; the others are about things that it does not name.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from checker.annotate import annotate
from checker.extraction import extract
from checker.extraction.matcher import compile_rules
from checker.ingest import from_text
from checker.model.mention import Annotated
from checker.model.rule import Rulebook
from checker.pipeline import examine
from checker.rulebook import load
from tests.benchmarks.rules import rule_file
from tests.benchmarks.text import varied
from tests.benchmarks.timing import least

FEW, MANY = 50, 5000
SAMPLE = 300_000


def rulebook(facts: int, folder: Path) -> Rulebook:
    """The rulebook of so many facts, loaded from a file."""
    path = folder / f"{facts}.yaml"
    path.write_text(rule_file(facts, MANY), encoding="utf-8")
    return load([str(path)], [])


def slowdown(annotated: Annotated, few: Rulebook, many: Rulebook, times: int = 5) -> tuple[float, float]:
    """Seconds with few facts, and how many times as long it takes with many; both rulebooks compiled."""
    seconds = []
    for book in (few, many):
        extract(annotated, book)
        seconds.append(least(lambda: extract(annotated, book), times))  # noqa: B023  called before the next turn
    return seconds[0], seconds[1] / seconds[0]


def main() -> None:
    document = from_text(varied(SAMPLE), published="2025-06-04")
    annotated = annotate(document)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = rulebook(FEW, folder)
        many = rulebook(MANY, folder)
        loading = least(lambda: rulebook(MANY, folder))
    print(f"{'load 5,000 facts':<40}{loading:>8.2f} s   (under 2)")

    def compiled() -> None:
        compile_rules(few)
        compile_rules(many)

    print(f"{'compile them':<40}{least(compiled):>8.2f} s   once a process")
    seconds, ratio = slowdown(annotated, few, many)
    size = len(document.text) / 1e6
    print(f"{'match 50 facts':<40}{size / seconds:>8.1f} MB/s")
    print(f"{'match 5,000':<40}{size / seconds / ratio:>8.1f} MB/s  {ratio:.2f} times as slow (at most 2)")
    examine(document, few)
    whole = least(lambda: examine(document, few))
    examine(document, many)
    both = least(lambda: examine(document, many)) / whole
    print(f"{'read, match and check a document':<40}{size / whole:>8.1f} MB/s  {both:.2f} times as slow (at most 2)")


if __name__ == "__main__":
    main()
