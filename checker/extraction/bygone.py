"""What a sentence dates long before its source appeared: `In 1987 a quake killed 900`, `won by 9,800 votes in 2020`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.extraction.reading import Reading
from checker.model.document import Span
from checker.model.mention import Mention, Timex

_OPENS = re.compile(r"\W*(?:(?:and|but)\s+)?(?:(?:back\s+)?(?:in|on|during)\s+)?", re.IGNORECASE)
_FOLLOWS = re.compile(r",?\s*(?:[a-z]+\s+)?(?:(?:back\s+)?(?:in|on|during|of)\s+)?")
_LONG = timedelta(days=300)
"""How far back the day of an event lies at least that a source tells of in passing."""


def long_past(reading: Reading, sentence: int, words: Span) -> str | None:
    """The date that opens a sentence, or follows words right away, where it lies in a year before the publication; None
    where none does, or the publication is not known."""
    document = reading.annotated.document
    if document.published is None:
        return None
    published = date.fromisoformat(document.published[:10])
    low = reading.annotated.sentences[sentence][0]
    for _, mention in reading.mentions_of.get(sentence, ()):
        near = _OPENS.fullmatch(document.text, low, mention.start) or (
            mention.start >= words[1] and _FOLLOWS.fullmatch(document.text, words[1], mention.start)
        )
        if near and _before(mention, published):
            return reading.annotated.quote(mention)
    return None


def _before(mention: Mention, published: date) -> bool:
    value = mention.value
    if not isinstance(value, Timex) or value.latest is None or value.mod in ("AFTER", "ON_OR_AFTER"):
        return False
    last = date.fromisoformat(value.latest[:10])
    return last.year < published.year if value.grain == "year" else published - last > _LONG
