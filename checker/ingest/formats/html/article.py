"""Which blocks of a page are its article: trafilatura says what it holds, and the blocks with these words are kept.

Its own text would lose the lines of the source, the rows of tables laid out with care, and captions.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple
from unicodedata import normalize

from checker.ingest import published
from checker.ingest.formats.html.blocks import Block

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile("[\xad\u200b\u2060\ufeff]")
OCCURRENCES = 100  # of the first words of a block in the text; what stands there more often tells nothing
ENOUGH = 8  # words that are no chance
_BELONG = frozenset(("title", "caption", "row"))  # kinds of blocks that are of the article if they stand within it
RUN = 4  # words in a row that two texts share where one is a part of the other


class _Chain(NamedTuple):
    """Blocks one after another in a text: where the last ends, how many words they are, and the chain it is added to."""

    end: int
    weight: int
    block: int
    before: _Chain | None


_end = attrgetter("end")


def article(found: Sequence[Block], source: str, extraction: Callable[..., Any]) -> list[Block]:
    """The blocks that are the article, with its title, captions and tables; all of a page without one.

    `extraction` is trafilatura's `bare_extraction`.
    """
    text = _held(source, extraction)
    words = [_words(block.text) for block in found]
    held = _words(text)
    kept = _in_order(words, held)
    shared = _runs(held)
    kept |= {at for at, one in enumerate(words) if at not in kept and _overlaps(one, shared)}
    agreed = {at for at in kept if not found[at].around}
    if 2 * _weight(words, agreed) >= _weight(words, kept):
        kept = agreed  # the markup agrees that there is an article, and calls the rest something else
    if not kept:
        return [block for block in found if not block.around] or list(found)
    last = max(kept)
    body = min((at for at in kept if found[at].kind != "title"), default=last)
    title = max((at for at in range(body) if found[at].kind == "title"), default=body)
    for at in range(last, title - 1, -1):
        block = found[at]
        if at in kept or block.around:
            continue
        if block.kind in _BELONG or (_opens(block) if at < body else block.kind == "heading" and at + 1 in kept):
            kept.add(at)
    return [found[at] for at in sorted(kept)]


def _held(source: str, extraction: Callable[..., Any]) -> str:
    """What trafilatura takes for the article, "" where it finds none."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        held = extraction(source, include_comments=False, include_tables=True)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return ""
    text = getattr(held, "text", None)
    return text if isinstance(text, str) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(_INVISIBLE.sub("", normalize("NFKC", text)).lower())


def _in_order(blocks: Sequence[list[str]], text: list[str]) -> set[int]:
    """The blocks that stand in a text one after another, chosen so that they hold the most words.

    This is the heaviest increasing sequence of places. `best` has, by where in the text it ends, each chain that is
    heavier than all that end before it (Fredman, On computing the length of longest increasing subsequences, 1975).
    """
    places = _places(blocks, text)
    best = [_Chain(0, 0, -1, None)]
    for number, block in enumerate(blocks):
        longer = []
        for start in places.get(tuple(block[:RUN]), ()):
            end = start + len(block)
            if text[start:end] == block:
                before = best[bisect_right(best, start, key=_end) - 1]
                longer.append(_Chain(end, before.weight + len(block), number, before))
        for chain in longer:
            at = bisect_left(best, chain.end, key=_end)
            if at and best[at - 1].weight >= chain.weight:
                continue
            stop = at
            while stop < len(best) and best[stop].weight <= chain.weight:
                stop += 1
            best[at:stop] = [chain]
    kept: set[int] = set()
    heaviest = best[-1]
    while heaviest.before is not None:
        kept.add(heaviest.block)
        heaviest = heaviest.before
    return kept


def _places(blocks: Sequence[list[str]], text: list[str]) -> dict[tuple[str, ...], list[int]]:
    """Where in a text the first words of the blocks stand."""
    places: dict[tuple[str, ...], list[int]] = {tuple(block[:RUN]): [] for block in blocks if block}
    for length in range(1, RUN + 1):
        for start, words in enumerate(zip(*(text[at:] for at in range(length)), strict=False)):
            if (known := places.get(words)) is not None and len(known) < OCCURRENCES:
                known.append(start)
    return places


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def _overlaps(words: list[str], shared: set[tuple[str, ...]]) -> bool:
    """Whether more than half of a block is in the text, which may leave out a few of its words."""
    if len(words) < ENOUGH:
        return False
    runs = _runs(words)
    return 2 * len(runs & shared) > len(runs)


def _weight(words: Sequence[list[str]], numbers: set[int]) -> int:
    return sum(len(words[at]) for at in numbers)


def _opens(block: Block) -> bool:
    """Whether what stands below the title belongs to the article: its date, or a sentence."""
    if published.stated(block.text).published:
        return True
    words = block.text.split()
    return len(words) >= ENOUGH and 2 * sum(word[0].islower() for word in words) >= len(words)
