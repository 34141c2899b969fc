"""What a page carries around an article, found line by line: share bars, links to other stories, captions, credits.

A false find hides a sentence from every later stage, so a line must say clearly that it is no article: it reads like
a cue of `furniture.txt` from end to end, ends like a caption, or repeats a line without saying anything new.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.ingest.cues import caption, kind_of
from checker.ingest.days import STAMP
from checker.model.document import Span

LONGEST = 240  # no cue is longer
LONGEST_CAPTION = 600
WRAPPED = 55  # a line as long as this that ends no sentence may go on in the next
ENDS = frozenset(".!?:;…")
BULLETS = "-+*•►▶»> \t"
CLOSING = "\"'”’)"
CLIPS = 3  # as many lines that open with a length in minutes and seconds are a list of films
_CLIP = re.compile(r"(\d?\d):(\d\d)\s+\D")
LONGEST_NAME = 64
_NAME = re.compile(r"(?:[—–]|--)\s?[^—–\n(]+\Z")
_HANDLE = re.compile(r"\(@\w+\)[\s,·]*")


def find(text: str, starts: Sequence[int]) -> list[Span]:
    """The spans that are no article, nearly all of them whole lines; `starts` are the offsets of the lines."""
    found: list[Span] = []
    seen: set[str] = set()
    under_heading = False
    free, flows = True, False  # no sentence of the line above goes on in this one; one might
    clips: list[tuple[int, Span]] = []
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
        credited = (last in ")]" or "/" in words[-40:]) and caption().fullmatch(words)
        span = (starts[number - 1], starts[number - 1] + len(line))
        if kind or under_heading or credited or again:
            found.append(span)
        elif not ends and words[0].isdecimal() and (clip := _CLIP.match(words)):
            clips.append((int(clip[1]) * 60 + int(clip[2]), span))
        if free and not ends and words.count(" ") >= 3:
            seen.add(words)
        free, flows = ends or len(words) < WRAPPED, not ends and " " in words
    # Films are in no order; the times of a chronology are.
    if len(clips) >= CLIPS and clips != sorted(clips):
        found += [span for _, span in clips]
    return found + _posts(text)


def _posts(text: str) -> list[Span]:
    """`— Name (@name) June 4, 2025`: who posted the words before, and when."""
    found: list[Span] = []
    handle = text.find("(@")
    while handle >= 0:
        name = _NAME.search(text, max(0, handle - LONGEST_NAME), handle)
        after = _HANDLE.match(text, handle)
        stamp = STAMP.match(text, after.end()) if name and after else None
        if name and stamp:
            found.append((name.start(), stamp.end()))
        handle = text.find("(@", handle + 1)
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
