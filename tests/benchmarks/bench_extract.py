"""Ratios of extraction, one process, the same text: against its peers, against `re.findall`, and against itself.

What a text says is kept and found again where the text comes again, so every text that is measured is given once, and
nothing is measured before other text has been read. A folder of articles may be named (`make bench-extract` names the
corpus where there is one): real articles, no paragraph twice, are what the figures should be judged by. Without it the
text is made of the stories of the fixtures with other figures each time; it has three times as many figures as news, and
its words come again, which flatters whatever is kept by the word. Linearity is always measured on such text, of which
there is as much as one likes. Times are those of the processor. A peer that is not installed is left out.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from checker.annotate import annotate
from checker.model.document import Document
from tests.benchmarks.text import articles, varied
from tests.benchmarks.timing import cpu

warnings.simplefilter("ignore")

SAMPLE = 1_000_000
WARM, SAMPLES = 300_000, 3
DAY = "2025-06-04"


_seeds = count(1)


def fresh(size: int) -> str:
    """News with figures that no text before had."""
    return varied(size, seed=next(_seeds))


def cost(text: str) -> float:
    """Seconds a character for values and positions of all mentions. Nothing is left out as furniture: peers read all."""
    document = Document("text", text, "", "", DAY)
    return cpu(lambda: annotate(document)) / len(text)


def quantulum3() -> Callable[[str], object]:
    from quantulum3 import parser

    return lambda text: [parser.parse(part) for part in text.split("\n\n")]


def search_dates() -> Callable[[str], object]:
    from dateparser.search import search_dates as search

    return lambda text: [search(part, languages=["en"]) for part in text.split("\n\n")]


def recognizers() -> Callable[[str], object]:
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

    readers = (recognize_number, recognize_currency, recognize_dimension, recognize_age, recognize_datetime)
    return lambda text: [reader(part, "en-us") for part in text.split("\n\n") for reader in readers]


PEERS = (
    # name, how to get it, how many characters it can be given in a few seconds, how many times faster we are to be
    ("quantulum3", quantulum3, 40_000, 150),
    ("dateparser.search", search_dates, 100_000, 50),
    ("recognizers-text-suite", recognizers, 8_000, 1000),
)


def samples(folder: Path | None) -> list[str]:
    """What is read first, and then as many texts of one length to measure with."""
    if folder is None:
        return [fresh(WARM), *(fresh(SAMPLE) for _ in range(SAMPLES))]
    text = "\n\n".join(articles(folder))
    size = (len(text) - WARM) // SAMPLES
    return [text[:WARM], *(text[at : at + size] for at in range(WARM, WARM + SAMPLES * size, size))]


def main(folder: Path | None) -> None:
    first, *texts = samples(folder)
    cost(first)
    text = texts[0]
    ours = min(cost(one) for one in texts)
    kind = "real articles" if folder else "text made of stories"
    line("checker extract", ours, f"{SAMPLES} times {len(text) / 1e6:.1f} MB of {kind}, never seen before")
    found = min(cpu(lambda: re.findall("[0-9]+", one)) for one in texts for _ in range(5)) / len(text)  # noqa: B023
    line("re.findall([0-9]+)", found, f"ours costs {ours / found:.1f} times as much (at most 10)")

    for name, load, size, target in PEERS:
        try:
            peer = load()
        except ImportError:
            print(f"{name:<28}{'':>15}   not installed, left out")
            continue
        part = text[:size]
        peer(text[-2_000:])
        theirs = cpu(lambda: peer(part)) / len(part)  # noqa: B023  called before the next turn
        line(name, theirs, f"ours is {theirs / ours:.0f} times as fast (at least {target})")

    # Enough small texts that both sides have as much of the machine's good and bad moments.
    small = sum(cost(fresh(SAMPLE // 10)) for _ in range(30)) / 30
    large = cost(fresh(SAMPLE * 10))
    line("100 times the text", large, f"costs {large / small * 100:.0f} times as much (at most 105)")
    short = sum(cost(flat(fresh(SAMPLE // 10))) for _ in range(30)) / 30
    single = cost(flat(fresh(SAMPLE * 10)))
    line("one line of 10 MB", single, f"costs {single / short:.2f} times as much a byte as short lines (at most 1)")


def flat(text: str) -> str:
    """The text as one line."""
    return re.sub(r"\s*\n+\s*", " ", text)


def line(name: str, seconds: float, words: str) -> None:
    """One row: what was run, its speed from seconds a character, and what that means."""
    print(f"{name:<28}{1e-6 / seconds:>10.4f} MB/s   {words}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
