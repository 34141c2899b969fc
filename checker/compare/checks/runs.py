"""A period or a range must not run backwards.

Holds: `from 2012 to 2015`, `between 40 and 50 people`. Fails: `from 2015 to 2012`, `between 50 and 40 people`, `June 20
to June 5`. A period of days without years may run over the end of a year, unless both ends lie in one month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.compare.checks import Failing
from checker.compare.figures import bare, readings
from checker.compare.passages import Pattern, matches
from checker.model.mention import Annotated, Quantity, Timex

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_JOIN = re.compile(r"\s*(?:[–—-]|\b(?:to|until|till|and|through)\b)\s*")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\b", re.IGNORECASE)
_DAY = re.compile(r"\b([12]?\d|3[01])(?:st|nd|rd|th)?\b(?![:.]\d)")
_BETWEEN = (
    Pattern(
        r"(?<!difference )(?<!differences )(?<!gap )(?<!gaps )(?<!distance )(?<!choice )(?<!choose )(?<!split )(?<!contrast )"
        r"(?<!halfway )(?<!ratio )(?<!match )(?<!game )(?<!contest )(?<!score )(?<!link )\bbetween <figure low> and <figure high>(?= [a-z]| ?[,.;)]|$)",
        {"between"},
    ),
)

_TURNED = ("if the ends changed places",)

_End = tuple[int | None, int | None, int | None]
"""Year, month and day of one end, as far as it is written."""


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every period and range whose end lies before its beginning."""
    for index, mention in enumerate(annotated.mentions):
        quote = annotated.quote(mention)
        if isinstance(mention.value, Timex):
            backwards = mention.kind == "date" and _ends_first(quote)
        else:
            backwards = _falls(mention.value, quote)
        if backwards:
            yield Failing(
                (index,),
                f"“{' '.join(quote.split())}” runs backwards",
                ("the end lies before the beginning",),
                passes=_TURNED,
            )
    for _, slots in matches(annotated, _BETWEEN):
        low, high = slots["low"], slots["high"]
        if bare(annotated, low) and bare(annotated, high):
            continue  # hours, pages, scores
        pairs = readings(annotated, low, high)
        if pairs and all(
            one.lower is not None and other.upper is not None and one.lower > other.upper for one, other in pairs
        ):
            first, second = (annotated.quote(annotated.mentions[i]) for i in (low, high))
            # A depth or a height is told in the order in which it was passed.
            certain = annotated.mentions[high].kind != "quantity"
            step = f"{first} is more than {second}"
            yield Failing((low, high), f"“between {first} and {second}” runs backwards", (step,), certain, _TURNED)


def _falls(value: Quantity, quote: str) -> bool:
    """Whether ages or bounds are given from the greater to the smaller; `from 20 to 10` tells of a change instead."""
    named = re.match(r"(?:aged|ages|between)\b", quote, re.IGNORECASE)
    return named is not None and value.low is not None and value.high is not None and value.low > value.high


def _ends_first(quote: str) -> bool:
    """Whether a period, as written, ends before it begins."""
    ends = _JOIN.split(re.sub(r"^(?:from|between)\s+", "", quote, flags=re.IGNORECASE))
    if len(ends) != 2:
        return False
    first, last = (_end(words) for words in ends)
    if first[0] is not None and last[0] is not None:
        known = [(a, b) for a, b in zip(first, last, strict=True) if a is not None and b is not None]
        return first[0] > last[0] or (first[0] == last[0] and tuple(a for a, _ in known) > tuple(b for _, b in known))
    same_month = first[1] is not None and last[1] in (first[1], None)
    return same_month and first[0] is None and first[2] is not None and last[2] is not None and first[2] > last[2]


def _end(words: str) -> _End:
    year, month = _YEAR.search(words), _MONTH.search(words)
    day = _DAY.search(_YEAR.sub(" ", words)) if month or not year else None
    number = None if month is None else 1 + _MONTHS.index(month[1].lower())
    return int(year[1]) if year else None, number, int(day[1]) if day else None
