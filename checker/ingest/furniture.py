"""What a page carries around an article, found line by line: share bars, links to other stories, captions, credits.

A false find hides a sentence from every later stage, so a line must say clearly that it is no article: it reads like
a cue of `furniture.txt` from end to end, ends like a caption, or repeats a line without saying anything new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.ingest.cues import caption, kind_of
from checker.model.document import Span

LONGEST = 240  # no cue is longer
LONGEST_CAPTION = 600
WRAPPED = 55  # a line as long as this that ends no sentence may go on in the next
ENDS = frozenset(".!?:;…")
BULLETS = "-+*•►▶»> \t"
CLOSING = "\"'”’)"


def find(text: str, starts: Sequence[int]) -> list[Span]:
    """The spans of whole lines that are no article, in order; `starts` are the offsets of the lines."""
    found: list[Span] = []
    seen: set[str] = set()
    under_heading = False
    free, flows = True, False  # no sentence of the line above goes on in this one; one might
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        words = line.strip()
        if not words or len(line) > LONGEST_CAPTION:
            under_heading = under_heading and not words
            free, flows = True, False
            continue
        if flows and words[0].islower():
            free = False
        kind = kind_of(words.lstrip(BULLETS)) if free and len(words) <= LONGEST else None
        last = words[-1]
        ends = last in ENDS or (last in CLOSING and words.rstrip(CLOSING)[-1:] in ENDS)
        under_heading = kind == "list" or (under_heading and (kind == "line" or not _reads_like_article(words, ends)))
        again = words in seen and not "".join(lines[number : number + 1]).strip()
        if kind or under_heading or (last in ")]" and caption().fullmatch(words)) or again:
            found.append((starts[number - 1], starts[number - 1] + len(line)))
        if free and not ends and words.count(" ") >= 3:
            seen.add(words)
        free, flows = ends or len(words) < WRAPPED, not ends and " " in words
    return found


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap or touch made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return tuple(merged)


def _reads_like_article(words: str, ends: bool) -> bool:
    """Whether a line below a heading of links is a sentence again: it ends like one and is longer than a name."""
    return len(words) > LONGEST or (ends and words.count(" ") >= 4)
