"""A sentence that a rule nearly took, and what is said of a value that does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.extraction.around import quote
from checker.extraction.bygone import long_past
from checker.extraction.fitting import ANOTHER, OFTEN, TAKES, misfit
from checker.extraction.matcher import Rule
from checker.extraction.matching import found
from checker.extraction.qualifiers import case_of
from checker.extraction.reading import Reading
from checker.extraction.steps import Hole
from checker.extraction.tokens import Line
from checker.model.document import Span
from checker.model.mention import Mention, Quantity


class Miss(NamedTuple):
    """One condition failed: which line of the rule came nearest, the words that match it, what stopped it, what to mend.

    `near` is 1 where every word is there, and less the more is missing. `mend` is empty where the rule is right.
    """

    sentence: Span
    by: str
    matched: str
    stopped: str
    mend: str
    near: float


def is_of_kind(mention: Mention, rule: Rule, hole: Hole) -> bool:
    """Whether a value is of the kind that is asked for, whatever its noun or unit."""
    kind = hole.kind or rule.fact.value.kind
    # An ordinal may count time (`its fourth year`); one that does not is nothing that a rule could be mended for.
    return mention.kind in TAKES.get(kind, (kind,)) and (mention.kind != "ordinal" or kind in ("ordinal", "number"))


def say_misfit(reading: Reading, rule: Rule, index: int, hole: Hole) -> tuple[str, str]:
    """Why a value of the right kind does not fit, and the mend. Both are empty where it does fit."""
    mention = reading.annotated.mentions[index]
    reason = misfit(reading.annotated, index, rule.fact, rule.nouns, hole)
    if reason is None:
        return "", ""
    said = f"“{flat(reading.annotated.quote(mention))}” does not fit: {reason}"
    spec, value = rule.fact.value, mention.value
    if reason == OFTEN:
        return said, "write `every {duration}`, if how often is what you mean"
    if not isinstance(value, Quantity):
        return said, ""
    if mention.kind == "number" and spec.unit is not None and reason == ANOTHER:
        said = said.replace(ANOTHER, "it has no unit")
        return said, f"write `{{number}}` in a line for it: that counts in {spec.named}"
    if "unit" in reason:
        written = value.unit_written if mention.kind != "money" else ""
        return (
            f"{said} ({written or value.unit}, not {spec.named})",
            "leave `unit` out to take every unit, or make it another fact",
        )
    if "noun" in reason:
        where = "to the slot" if hole.nouns else "under `noun`"
        mend = f"add `{mention.noun}` {where}" if mention.noun else "write `{number}` where the noun stands elsewhere"
        return said, mend
    if "plausible" in reason:
        return said, "widen `plausible`, if it is to be believed"
    return said, ""


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def refused(
    reading: Reading, rule: Rule, line: Line, value: Span, *, words: Span, given: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """Why a value that a rule finds is not taken all the same: a veto, or another case than the rule's.

    `words` is all that was matched, the value included; `given` are cases that the line itself settles.
    """
    veto = found(rule.none, line) if rule.none else None
    if veto is not None:
        return f"“{quote(line, veto)}” is one of the words under `not`", "make that word more precise, or remove it"
    past = long_past(reading, reading.sentence_of(value[0]), words) if rule.fact.recent else None
    if past is not None:
        return f"“{past}” dates it long before the source appeared", "remove `recent`, if such values are to count"
    return other_case(reading, rule, value, words, given) or ("another line of this rule takes the value", "")


def other_case(
    reading: Reading, rule: Rule, value: Span, words: Span, given: Sequence[tuple[str, str]]
) -> tuple[str, str] | None:
    """Why a value is said of another case than the one that its rule is kept to, and the mend; None where it is not."""
    for spec in rule.fact.qualifiers:
        if spec.only is None:
            continue
        case, note = dict(given).get(spec.name), "as this line of the rule says"
        if case is None:
            case, note = case_of(reading, rule.fact, spec, value, words)
        if case is None:
            return (
                f"no word says that it is about {spec.name} {spec.only}",
                f"add a cue to `{spec.name}` under `events`",
            )
        if case != spec.only:
            said = note if note.startswith(spec.name) else f"{spec.name} {case}, {note}"
            mend = f"if it is not, the cues of `{spec.name}` under `events` are to be mended"
            return f"it is about {said}, not {spec.name} {spec.only}", mend
    return None
