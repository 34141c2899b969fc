"""Ratios of extraction, one process, the same text: against its peers, against `re.findall`, and against itself.

A peer that is not installed is left out (`make bench-extract` installs them all).
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from checker.annotate import annotate
from checker.ingest import from_text
from tests.benchmarks.text import varied
from tests.benchmarks.timing import least

warnings.simplefilter("ignore")

SAMPLE = 1_000_000
DAY = "2025-06-04"


def extract(text: str) -> object:
    return annotate(from_text(text, published=DAY)).mentions


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


def main() -> None:
    text = varied(SAMPLE)
    extract(text[:50_000])
    ours = least(lambda: extract(text)) / len(text)
    print(f"{'checker extract':<28}{1e-6 / ours:>10.2f} MB/s   {len(text) / 1e6:.1f} MB of varied news")

    found = least(lambda: re.findall("[0-9]+", text)) / len(text)
    print(
        f"{'re.findall([0-9]+)':<28}{1e-6 / found:>10.2f} MB/s   ours costs {ours / found:.1f} times as much (at most 10)"
    )

    for name, load, size, target in PEERS:
        try:
            peer = load()
        except ImportError:
            print(f"{name:<28}{'':>10}        not installed, left out")
            continue
        part = text[:size]
        peer(part[:2_000])
        theirs = least(lambda: peer(part), times=1) / len(part)  # noqa: B023  called before the next turn
        print(f"{name:<28}{1e-6 / theirs:>10.4f} MB/s   ours is {theirs / ours:.0f} times as fast (at least {target})")

    small = least(lambda: extract(text[: SAMPLE // 10]), times=5)
    large_text = varied(SAMPLE * 10, seed=2)
    large = least(lambda: extract(large_text), times=1)
    growth = large / small * (SAMPLE // 10) / len(large_text) * 100
    print(f"{'100 times the text':<28}{'':>10}        costs {growth:.0f} times as much (at most 105)")

    line = re.sub(r"\s*\n+\s*", " ", large_text)
    single = least(lambda: extract(line), times=1)
    lines = single / len(line) / (large / len(large_text))
    print(f"{'one line of 10 MB':<28}{'':>10}        costs {lines:.2f} times as much a byte as many lines (at most 1)")


if __name__ == "__main__":
    main()
