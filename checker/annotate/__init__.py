"""Document -> Annotated: the sentences of a text, and its mentions of numbers and dates."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from checker.annotate import choose, conversions, home, scan, sentences, timexes
from checker.annotate.tokens import Placed
from checker.model.document import Document
from checker.model.mention import Annotated, Mention, Quantity

__all__ = ["annotate"]


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for reference cycles meanwhile: readings are tuples of tuples and have none, and looking through them
    again and again, as they grow in number, takes a quarter of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_uncollected()
def annotate(document: Document) -> Annotated:
    """Every number and date of the document; nothing in furniture is a sentence or a mention."""
    text = document.text
    spans, paragraphs = sentences.split(text, document.furniture)
    mentions: list[Mention] = []
    dates: list[Placed] = []
    waiting: list[int] = []
    for start, end in scan.chunks(text, spans):
        for a, b, c, d, e, f, one in choose.found(text[start:end]):
            if one.kind in {"date", "time"}:
                dates.append(Placed(start + a, start + b, start + c, start + d, one))
                waiting.append(len(mentions))
            mentions.append(
                Mention(
                    start + a,
                    start + b,
                    start + c,
                    start + d,
                    one.kind,
                    one.value,
                    one.hedge,
                    one.noun,
                    None if e < 0 else (start + e, start + f),
                    one.share,
                )
            )
    for index, value in zip(waiting, timexes.anchor(dates, document, spans), strict=True):
        mention = mentions[index]
        if isinstance(value, Quantity):
            mentions[index] = mention._replace(start=mention.core_start, kind="duration", value=value)
        else:
            mentions[index] = mention._replace(value=value)
    return Annotated(document, spans, paragraphs, tuple(conversions.linked(text, home.settled(document, mentions))))
