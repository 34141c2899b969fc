"""Document -> Annotated: the sentences of a text, and its mentions of numbers and dates."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from checker.annotate import choose, conversions, home, references, scan, sentences, timexes
from checker.annotate.tokens import Placed
from checker.model.document import Document
from checker.model.mention import Annotated, Mention, Quantity, Value, made

__all__ = ["annotate"]


_MANY = 10_000
"""Objects left by one document that are worth keeping from the collector."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for reference cycles meanwhile, nor afterwards among the many things that a long text leaves: they are
    tuples of tuples and have none, and looking through them takes a quarter of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if gc.get_count()[0] > _MANY and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()  # what was young is old now, and was not looked through
            gc.enable()


@_uncollected()
def annotate(document: Document) -> Annotated:
    """Every number and date of the document; nothing in furniture is a sentence or a mention."""
    text = document.text
    spans, paragraphs = sentences.split(text, document.furniture)
    told = [(start, one) for start, end in scan.chunks(text, spans) for one in choose.found(text[start:end])]
    if cited := references.cited_years(text):
        told = [(at, one) for at, one in told if one.reading.kind != "date" or at + one.core_start not in cited]
    dates = [
        made(Placed, (at + one.start, at + one.end, at + one.core_start, at + one.core_end, one.reading))
        for at, one in told
        if one.reading.kind in _DATED
    ]
    anchored = iter(timexes.anchor(dates, document, spans))
    mentions = [
        _mention(at, one, next(anchored) if one.reading.kind in _DATED else one.reading.value) for at, one in told
    ]
    return Annotated(document, spans, paragraphs, tuple(conversions.linked(text, home.settled(document, mentions))))


_DATED = frozenset(("date", "time"))


def _mention(at: int, one: choose.Found, value: Value) -> Mention:
    """What is found in the chunk at this place of the document; a date may be a length of time after all."""
    start, end, core_start, core_end, noun_start, noun_end, reading = one
    kind = reading.kind
    if kind in _DATED and isinstance(value, Quantity):
        start, kind = core_start, "duration"
    noun_span = None if noun_start < 0 else (at + noun_start, at + noun_end)
    place = at + start, at + end, at + core_start, at + core_end
    return made(Mention, (*place, kind, value, reading.hedge, reading.noun, noun_span, reading.share, None))
