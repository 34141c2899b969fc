"""Exponents as they are written behind a number or a unit: `²`, `⁻¹²`, `^-3`, and the `−1` of `s−1` that lost its raising."""

from __future__ import annotations

from checker.annotate.tokens import Chunk


def marked(chunk: Chunk, at: int) -> tuple[int, int] | None:
    """The token after the exponent of one or two digits that begins at token `at` with a caret or raised, and its value."""
    words, end = chunk.words, at + (chunk.words[at] == "^")
    sign = -1 if words[end] == "-" else 1
    end += words[end] in ("-", "+")
    start = end
    while len(words[end]) == 2 and words[end][0] == "^":
        end += 1
    if start < end < start + 3:
        return end, sign * int("".join(word[1] for word in words[start:end]))
    if words[at] == "^" and words[end].isdigit() and len(words[end]) < 3:
        return end + 1, sign * int(words[end])
    return None


def level(chunk: Chunk, at: int, apart: bool = False) -> tuple[int, int] | None:
    """The same where nothing marks it: the `2` of `m2`, the `-1` of `s-1`; `apart`: behind another unit, where a dash or a
    true minus with a space beside it is no other sign (`mg mL −1`)."""
    words, glued = chunk.words, chunk.glued(at)
    if words[at] in ("2", "3") and glued:
        last = at + 1
    elif words[at + 1] in ("1", "2", "3") and (words[at] == "-" or (apart and words[at] == "–")):
        last, behind = at + 2, chunk.glued(at + 1)
        if not (glued and behind) and not (apart and (glued or behind) and chunk.raw(at) == "−"):
            return None
    else:
        return None
    if chunk.glued(last) and words[last][:1].isalnum():
        return None
    return last, int("".join("-" if word == "–" else word for word in words[at:last]))
