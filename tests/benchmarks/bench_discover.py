"""What `--discover` adds to a check, and how it grows with the sentences of one story."""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from checker import pipeline
from checker.ingest import from_text
from checker.model.document import Document, Sources
from checker.model.rule import Rulebook
from tests.benchmarks.timing import cpu

PLACES = "Tarn Esk Ravna Celle Voss Tolland Aarau Brill Sula Ghat Niederau Lindow Mercer Stroud Orsa Cimino".split()
WHO = "farmers sailors nurses pupils drivers miners singers bakers climbers weavers".split()
WHAT = "left reached repaired bought counted painted flooded insured closed measured".split()
THINGS = "barns boats bridges chapels mills wells orchards trams kilns harbours".split()
DOCUMENTS = 20


def told(sentences: int) -> Sources:
    """One story of so many sentences in 20 documents; each fact is told by two of them, now and then otherwise."""
    chance = random.Random(7)
    facts = [
        (
            chance.randrange(2, 900),
            chance.choice(WHO),
            chance.choice(WHAT),
            chance.choice(THINGS),
            chance.choice(PLACES),
            n,
        )
        for n in range(sentences // 2)
    ]
    texts: list[list[str]] = [[] for _ in range(DOCUMENTS)]
    for number, who, what, things, place, n in facts:
        for document in chance.sample(range(DOCUMENTS), 2):
            count = number if chance.random() < 0.99 else number * 2
            texts[document].append(
                f"In {place} the {who} of lot {chr(97 + n % 26)}{n} {what} {count} {things} by the river."
            )
    documents: tuple[Document, ...] = tuple(from_text(" ".join(text), id=f"{n}") for n, text in enumerate(texts))
    return Sources(documents)


def main() -> None:
    seconds: dict[int, float] = {}
    for sentences in (1_000, 10_000):
        sources = told(sentences)
        plain = cpu(lambda sources=sources: pipeline.run(sources, Rulebook(), jobs=1))  # type: ignore[misc]
        seconds[sentences] = cpu(lambda sources=sources: pipeline.run(sources, Rulebook(), jobs=1, discover=True))  # type: ignore[misc]
        print(
            f"{sentences:>7,} sentences {seconds[sentences]:>6.2f} s with --discover, {plain:.2f} s without:"
            f" {seconds[sentences] / plain:.1f} times as long"
        )
    print(f"10 times the sentences take {seconds[10_000] / seconds[1_000]:.1f} times as long (near-linear: at most 15)")


if __name__ == "__main__":
    main()
