"""Of the readings that overlap in a chunk, the longest stands; of equally long ones the more specific kind."""

from __future__ import annotations

from checker.annotate.readers import BARE_DIGITS, DISPATCH, ON_DIGITS, TEMPORAL, TEMPORAL_WORDS
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
            readers = ON_DIGITS if _dated(chunk, i) else BARE_DIGITS
        else:
            found = DISPATCH.get(word)
            if found is None:
                continue
            readers = found
        for reader in readers:
            if i < done and reader.lesser and kept[-1].kind in TEMPORAL and words[i + 1] != "/":
                continue
            reading = reader.read(chunk, i)
            if reading is not None:
                if kept and kept[-1].last > reading.first:
                    _keep(kept, reading)
                else:
                    kept.append(reading)
                done = kept[-1].last
    return kept


def _dated(chunk: Chunk, i: int) -> bool:
    """Digits that may be a date or a time by themselves or by what is glued to them."""
    words = chunk.words
    word, after = words[i], words[i + 1]
    if len(word) == 4 and word.isdigit() or after in _JOINTS and chunk.glued(i + 1) or word.count(".") == 2 or len(word) == 8:
        return True
    return after in TEMPORAL_WORDS or after == "yo" or words[i - 1] in TEMPORAL_WORDS or after in ("of", "and", "or", "to", "–", "-", ",") and (
        words[i + 2] in TEMPORAL_WORDS or words[i + 3] in TEMPORAL_WORDS)


_JOINTS = frozenset(("/", "-", "–", ":", "s", "'s", "th", "st", "nd", "rd", "am", "pm", "a", "p", "h", "'", "y", "hrs", "min"))


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
