"""A figure of the headline must be one of the text below it.

Holds: “Four hurt in harbour fire” over “A fire in the harbour hurt four people.” Fails: the same over “hurt six people.”
A figure that the text has anywhere, or that some of its figures add up to, holds; one that the text never speaks of is
none of this check's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations

from checker.annotate import annotate
from checker.compare.checks import Failing
from checker.compare.statements import Statement, body, statements, stem
from checker.ingest import from_text
from checker.model.mention import Annotated, Interval, Quantity
from checker.values.intervals import add, meet

_PUBLISHER = re.compile(r"\s(?:-|–|—|\||::|»)\s")
"""Behind it stands who published the page."""
_WORD_BEHIND = re.compile(r"\s+[^\W\d_]")
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
_LEAD = 8
"""Sentences of the text that tell again what the headline says."""
_LEAST = 2
"""Words that headline and text must share."""
_TERMS = 4


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every figure of the headline that the text gives otherwise."""
    title = _PUBLISHER.split(annotated.document.title or "")[0].strip()
    if not title:
        return
    headline = annotate(from_text(title, id="headline", published=annotated.document.published))
    figures = [one for one in statements(headline, whole=True) if _counts(headline, one)]
    if not figures:
        return
    start = body(annotated)
    lead = [one for one in statements(annotated, most=_LEAD, whole=True) if one.sentence[0] >= start]
    values = [m.value for m in annotated.mentions if m.start >= start and isinstance(m.value, Quantity)]
    for one in figures:
        if any(meet(one.bounds, value.hard) is not None for value in values) or _adds_up(one.bounds, lead):
            continue
        other = next((each for each in lead if _tells_again(one, each) and not _is_of(figures, each)), None)
        if other is not None and not _lies_between(one, other, annotated):
            said = headline.quote(headline.mentions[one.mention])
            quote = annotated.quote(annotated.mentions[other.mention])
            step = f"both of: {', '.join(sorted(one.words & other.words))}"
            passes = (f"if the headline said “{quote}”", f"if the text said “{said}”")
            yield Failing((other.mention,), f"the headline says “{said}”, the text “{quote}”", (step,), passes=passes)


def _counts(headline: Annotated, one: Statement) -> bool:
    """Whether a figure is one that a text tells again: a bare number must stand before a word (`Five shot`), and is no
    age (`Girl, 10, shot`)."""
    mention, text = headline.mentions[one.mention], headline.document.text
    if one.bounds.upper == 1:
        return False  # told again as `a man`
    if mention.kind != "number":
        return one.of[0] != "date"
    return _WORD_BEHIND.match(text, mention.end) is not None and not text[: mention.start].rstrip().endswith(",")


def _is_of(figures: Sequence[Statement], other: Statement) -> bool:
    """Whether a figure of the text is another one of the headline's."""
    return any(meet(one.bounds, other.bounds) is not None for one in figures)


def _tells_again(one: Statement, other: Statement) -> bool:
    """Whether a sentence tells what the headline does, of as much or of the same things."""
    (kind, noun, rate), (own_kind, own_noun, own_rate) = one.of, other.of
    shared = one.words & other.words
    return (
        (kind, rate) == (own_kind, own_rate)
        and (noun == own_noun or (kind == "count" and (not noun or stem(noun) in other.words)))
        and len(shared) >= max(_LEAST, len(one.words) / 2)
        and not _OTHERS.search(other.clause)
    )


def _lies_between(one: Statement, other: Statement, annotated: Annotated) -> bool:
    """Whether the text gives a lower and a higher figure in one sentence: `police said 8,000, the union 12,000`."""
    low, high = other.sentence
    kind = annotated.mentions[other.mention].kind
    spans = [
        m.value.hard
        for m in annotated.mentions
        if low <= m.start < high and m.kind in (kind, "number") and isinstance(m.value, Quantity)
    ]
    figure = one.bounds.lower or 0.0
    return any((span.upper or 0.0) < figure for span in spans) and any((span.lower or 0.0) > figure for span in spans)


def _adds_up(bounds: Interval, lead: Sequence[Statement]) -> bool:
    """Whether counts of one sentence come to the figure together."""
    for sentence in {one.sentence for one in lead}:
        counts = [one.bounds for one in lead if one.sentence == sentence and one.of[0] == "count"]
        for many in range(2, _TERMS + 1):
            if any(meet(reduce(add, some), bounds) is not None for some in combinations(counts, many)):
                return True
    return False
