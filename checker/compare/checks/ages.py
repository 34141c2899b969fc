"""An age must fit the date of birth and the date it is said of: one beside it, or the day the document appeared.

Holds: `born in 1980, she turned 45 in 2025`. Fails: `born in 1980, she turned 40 in 2025`, and `Ann Roe (12 March 1950 –
4 May 2020), who died at the age of 60`. Without a date beside it an age is judged by the publication date, and may be
off by one more year.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.compare.checks import Failing
from checker.compare.passages import Pattern, matches
from checker.compare.periods import Days, day, days_of, years
from checker.model.mention import Annotated, Mention, Quantity, Timex

_OLDEST = 120
_WORDS = r"(?: (?!born\b)[\w’'.-]+,?){0,6}?"
_PLACE = r"(?!\w+ed\b|(?:here|there|came|left|went|grew|to|and|but|he|she|who|they)\b)[\w’'.-]+,? "
_BORN = rf"\bborn\b(?:,? (?:in|at) (?:{_PLACE}){{1,3}}?)?,? ?(?:(?:on|in) )?<date born>"
_AT = r",? (?:(?:in|on) )?<date at>"
_AGED = r"(?:aged|age|at the age of|at the|turn(?:s|ed|ing)?|was|is|be|at)(?: only| just)? "
_OWN = r"(?:(?!mother|father|parent|wife|husband|brother|sister|son|daughter|child|grand|friend)[^.;])*?"
_DEATHS = {"died", "dies", "dead", "death", "killed", "passed"}
_DIED = r"\b(?:died|dies|dead|death|killed|passed away)\b"
PATTERNS = (
    Pattern(rf"{_BORN},?{_WORDS},? (?:{_AGED})?<figure age>(?: years old| years of age)?{_AT}", {"born"}),
    Pattern(rf"{_BORN},?{_WORDS},? <ordinal age>(?: birthday)?{_AT}", {"born"}),
    Pattern(rf"{_BORN},?{_WORDS},? {_DIED}(?: of [\w ]+?)?{_AT},? (?:{_AGED})?<figure age>", {"born"}),
    Pattern(rf"{_DIED}{_AT},? (?:{_AGED})?<figure age>[,.;]?{_WORDS} {_BORN}", {"born"}),
    Pattern(rf"\(<date life>\),?{_WORDS} {_DIED}{_WORDS} (?:{_AGED})?<figure age>", _DEATHS),
    Pattern(rf"{_DIED}{_WORDS} (?:{_AGED})?<figure age> \(<date life>\)", _DEATHS),
    Pattern(rf"\w[\w’'-]+,? \(?<duration age>\)?,? (?:who )?(?:is |was )?{_BORN}", {"born"}),
    Pattern(rf"{_BORN},? (?:and )?(?:is|turns) (?:now )?<figure age>(?= years old|[,.;]|$)", {"born"}),
    Pattern(rf"{_BORN}{_OWN} (?:in|on) <date at>,? (?:{_AGED})?<duration age>", {"born"}),
    Pattern(rf"{_BORN}{_OWN} (?:{_AGED})?<duration age> (?:in|on) <date at>", {"born"}),
    Pattern(rf"{_BORN},? (?:the |[\w’'-]+, )<duration age>(?!\W?(?:ago|later))", {"born"}),
)


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every age beside a date of birth."""
    for _, slots in matches(annotated, PATTERNS):
        age = _age(annotated.mentions[slots["age"]])
        first = annotated.mentions[slots.get("life", slots.get("born", 0))]
        when = _when(annotated, first, slots.get("at"), life="life" in slots)
        if age is None or when is None:
            continue
        born, at, room = when
        low, high = years(born, at)
        if 0 <= high <= _OLDEST and not low - room <= age <= high + room:
            reckoned = f"{low}" if low == high else f"{low} or {high}" if high == low + 1 else f"{low} to {high}"
            quote = annotated.quote(annotated.mentions[slots["age"]])
            step = f"the dates make it {reckoned} years" + (" on the day of publication" if room else "")
            yield Failing(
                tuple(sorted(set(slots.values()))),
                f"“{quote}” does not fit the dates: {step}",
                (step,),
                passes=(f"if “{quote}” were {reckoned}",),
            )


def _age(mention: Mention) -> int | None:
    """An age in whole years; None for one in months, a range or a hedged one."""
    value = mention.value
    if not isinstance(value, Quantity) or value.number is None or mention.hedge is not None:
        return None
    in_years = value.unit_written == "year" if mention.kind == "duration" else mention.kind in ("number", "ordinal")
    return int(value.number) if in_years and value.number == int(value.number) else None


def _when(annotated: Annotated, first: Mention, at: int | None, *, life: bool) -> tuple[Days, Days, int] | None:
    """The days of birth and of the age, and the years of room between them."""
    span, published = days_of(first), annotated.document.published
    if span is None:
        return None
    if life:
        room = 364 if isinstance(first.value, Timex) and first.value.grain == "year" else 0
        return Days(span.first, span.first + room), Days(span.last - room, span.last), 0
    if at is not None:
        said = days_of(annotated.mentions[at])
        return None if said is None else (span, said, 0)
    return None if published is None else (span, day(published), 1)
