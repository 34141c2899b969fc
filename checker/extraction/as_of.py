"""The day that a running total stands at: `as of Friday`, `stood at 40 on Monday`, else that of the publication."""

from __future__ import annotations

import re

from checker.extraction.candidates import Candidate
from checker.extraction.dating import dates_a_report
from checker.extraction.reading import Reading
from checker.extraction.tokens import Line
from checker.model.mention import Quantity, Timex
from checker.model.rule import Fact

_AS_OF = re.compile(r"\b(?:as of|as at|by|until|through)\s+(?:the\s+)?$", re.IGNORECASE)
_STOOD = re.compile(
    r"\b(?:st(?:ood|ands|anding)\s+at|reached|had\s+(?:been|stood|reached|risen|climbed))\b", re.IGNORECASE
)
_OPENING = re.compile(r"on\s+", re.IGNORECASE)


def as_of(reading: Reading, fact: Fact, one: Candidate) -> str | None:
    """The day that a running total stands at: where the rule asks for it, one that its clause names for it (`as of
    Friday`, `by June 3`, `On Monday` at its head, `stood at 40 on Monday`, `the office said on Monday`), else the
    document's publication."""
    document, line = reading.annotated.document, reading.line(one.sentence)
    if "phrase" in fact.as_of:
        clause = _clause(line, one.span[0])
        for index, mention in reading.mentions_of.get(one.sentence, ()):
            if not isinstance(mention.value, Timex) or not mention.value.latest:
                continue
            there = _clause(line, mention.start)
            told = there == clause or not any(
                isinstance(other.value, Quantity) and _clause(line, other.start) == there
                for _, other in reading.mentions_of[one.sentence]
            )
            before = document.text[max(0, mention.start - 8) : mention.core_start]
            opens = _OPENING.fullmatch(document.text, line.span[0], mention.core_start) is not None
            stood = there == clause and _STOOD.search(document.text, *line.span) is not None
            if told and (opens or stood or _AS_OF.search(before) or dates_a_report(reading.annotated, index)):
                return mention.value.latest
    return document.published if "published" in fact.as_of or (fact.trend and not fact.as_of) else None


def _clause(line: Line, offset: int) -> int:
    """The number of the clause that holds a character."""
    at = line.token_at(offset)
    return line.clauses[at] if at < len(line.clauses) else -1
