"""Of the readings that overlap in a chunk, the longest stands; of equally long ones the more specific kind."""

from __future__ import annotations

from checker.annotate.readers import DISPATCH, ON_DIGITS
from checker.annotate.tokens import RANK, Chunk, Reading

_RANK = {kind: rank for rank, kind in enumerate(RANK)}


def readings(chunk: Chunk) -> list[Reading]:
    """The readings of a chunk in order of place, none overlapping another."""
    kept: list[Reading] = []
    words = chunk.words
    done = 0
    for i in range(chunk.size):
        word = words[i]
        if "0" <= word[0] <= "9" or (word[0] == "." and len(word) > 1):
            readers = ON_DIGITS
        else:
            found = DISPATCH.get(word)
            if found is None:
                continue
            readers = found
        if i < done and kept and kept[-1].last - kept[-1].first > 1 and len(readers) == 1:
            continue
        for read in readers:
            reading = read(chunk, i)
            if reading is not None:
                _keep(kept, reading)
        if kept:
            done = kept[-1].last
    return kept


def _keep(kept: list[Reading], new: Reading) -> None:
    while kept and kept[-1].last > new.first:
        old = kept[-1]
        if not _beats(new, old):
            return
        kept.pop()
    kept.append(new)


def _beats(new: Reading, old: Reading) -> bool:
    longer = (new.last - new.first) - (old.last - old.first)
    return longer > 0 or (longer == 0 and _RANK[new.kind] < _RANK[old.kind])
