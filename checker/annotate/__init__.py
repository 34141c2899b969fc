"""Document -> Annotated: the sentences of a text, and its mentions of numbers and dates."""

from __future__ import annotations

from checker.annotate import conversions, scan, sentences, timexes
from checker.annotate.choose import readings
from checker.annotate.tokens import Chunk, Placed
from checker.model.document import Document
from checker.model.mention import Annotated, Mention, Value

__all__ = ["annotate"]


def annotate(document: Document) -> Annotated:
    """Every number and date of the document; nothing in furniture is a sentence or a mention."""
    text = document.text
    spans, paragraphs = sentences.split(text, document.furniture)
    placed: list[Placed] = []
    for start, end in scan.chunks(text, spans):
        chunk = Chunk(text[start:end])
        starts, ends = chunk.starts, chunk.ends
        for one in readings(chunk):
            placed.append(
                Placed(
                    start + starts[one.first],
                    start + ends[one.last - 1],
                    start + starts[one.core_first],
                    start + ends[one.core_last - 1],
                    start + starts[one.noun_first] if one.noun else 0,
                    start + ends[one.noun_last - 1] if one.noun else 0,
                    one,
                )
            )
    dates = [one for one in placed if one.reading.kind in ("date", "time")]
    anchored = iter(timexes.anchor(dates, document, spans))
    mentions = [
        _mention(one, next(anchored) if one.reading.kind in ("date", "time") else one.reading.value) for one in placed
    ]
    return Annotated(document, spans, paragraphs, tuple(conversions.linked(text, mentions)))


def _mention(placed: Placed, value: Value) -> Mention:
    one = placed.reading
    span = (placed.noun_start, placed.noun_end) if one.noun else None
    return Mention(
        placed.start, placed.end, placed.core_start, placed.core_end, one.kind, value, one.hedge, one.noun, span, one.share
    )
