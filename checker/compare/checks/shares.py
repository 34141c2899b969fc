"""A share must be what the part and the whole beside it come to.

Holds: `12 of 30 pupils, or 40%`, `half of the 30 pupils, or 15`. Fails: `12 of 30 pupils, or 50%`. A percentage that
is off by its last place alone is a note, since many cut where others round.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.compare.checks import Failing
from checker.compare.figures import fits, readings, told
from checker.compare.passages import Pattern, matches
from checker.model.mention import Annotated, Quantity
from checker.values.intervals import divide
from checker.values.precision import scaled

_NOUN = r"(?: (?!(?:and|but|while|or|to|from|by|of|than|with)\b)[\w’'-]+){0,4}?"
_OF = r"(?: out)? of (?:the |its |their |all |some |a total of )?"
_OR = r"(?:,? or (?:about |some |nearly )?|, | [(–—] ?| \(or |, or about )"
_SHARE = "<share>"
_ENDS = r"(?=,|\)| [–—(]|;|:|\.|$| (?:of them|of those|were|was|are|have|had|did|agreed|said|voted)\b)"
_FORMS = (
    f"<figure part>{_NOUN}{_OF}<number whole>{_NOUN}{_OR}{_SHARE}{_ENDS}",
    rf"<number part>{_NOUN}, or {_SHARE}{_OF}(?:total |more than )?<number whole>",
    rf"{_SHARE}{_NOUN}(?: of (?:the |its |their |all )?[\w’'-]+)?,? (?:\(|or )<figure part>{_NOUN}{_OF}<number whole>",
    rf"{_SHARE}{_OF}<number whole>{_NOUN}(?:, or | \(|, that is,? )<figure part>{_NOUN}{_ENDS}",
    rf"\bof (?:the |its |their |all )?<number whole>{_NOUN},? <figure part>{_NOUN}(?:,? or | \(){_SHARE}{_ENDS}",
)
_SAME = (
    Pattern(rf"<ratio part>{_NOUN}{_OR}<percent stated>{_ENDS}"),
    Pattern(rf"<percent stated>{_NOUN}(?:,? or | \(|, )<ratio part>{_NOUN}{_ENDS}"),
)
PATTERNS = tuple(
    Pattern(form.replace(_SHARE, share), {"of"}) for form in _FORMS for share in ("<percent stated>", "<ratio stated>")
)


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every share that stands with its part and its whole."""
    for _, slots in matches(annotated, PATTERNS, least=3):
        value = annotated.mentions[slots["stated"]].value
        pairs = readings(annotated, slots["part"], slots["whole"])
        if not pairs or not isinstance(value, Quantity) or value.unit not in ("percent", ""):
            continue
        part, whole = pairs[0]
        if not whole.lower or (part.lower or 0) > (whole.upper or 0):
            continue
        share = scaled(divide(part, whole), 100 if value.unit == "percent" else 1)
        verdict = fits(value.hard, share, value.written)
        if verdict is True:
            continue
        quotes = [annotated.quote(annotated.mentions[slots[name]]) for name in ("part", "whole", "stated")]
        step = f"{quotes[0]} of {quotes[1]} is {told(share, '%' if value.unit == 'percent' else '')}"
        passes = (f"if “{quotes[2]}” were {told(share, '%' if value.unit == 'percent' else '')}",)
        yield Failing(tuple(sorted(slots.values())), f"“{quotes[2]}”: {step}", (step,), verdict is False, passes)
    for _, slots in matches(annotated, _SAME):
        one, other = annotated.mentions[slots["part"]].value, annotated.mentions[slots["stated"]].value
        if isinstance(one, Quantity) and isinstance(other, Quantity) and (one.unit, other.unit) == ("", "percent"):
            reckoned = scaled(one.hard, 100)
            verdict = fits(other.hard, reckoned, other.written)
            if verdict is not True:
                quotes = [annotated.quote(annotated.mentions[slots[name]]) for name in ("part", "stated")]
                step = f"{quotes[0]} is {told(reckoned, '%')}"
                passes = (f"if “{quotes[1]}” were {told(reckoned, '%')}",)
                yield Failing(
                    tuple(sorted(slots.values())), f"“{quotes[1]}”: {step}", (step,), verdict is False, passes
                )
