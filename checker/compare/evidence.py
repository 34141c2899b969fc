"""What a mention states, as evidence of a finding that no rule names."""

from __future__ import annotations

from checker.model.comparison import Assertion
from checker.model.document import Document, Span
from checker.model.mention import Mention
from checker.model.rule import Status
from checker.values.labels import label


def assertion_of(
    id_: str,
    fact: str,
    document: Document,
    mention: Mention,
    sentence: Span,
    *,
    status: Status = "asserted",
    speaker: str | None = None,
) -> Assertion:
    """The assertion that a document makes by a mention in a sentence; `fact` is the check that points at it."""
    line, column = document.place(mention.start)
    quote = document.text[mention.start : mention.end]
    return Assertion(
        id=id_,
        fact=fact,
        pack="general",
        document=document.id,
        start=mention.start,
        end=mention.end,
        line=line,
        column=column,
        text=quote,
        sentence=document.text[slice(*sentence)],
        sentence_span=sentence,
        kind=mention.kind,
        value=mention.value,
        label=label(mention.value, quote),
        status=status,
        speaker=speaker,
    )
