"""The lines under `match`: patterns with a slot, regular expressions, and words that equate two facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.model.mention import Interval, Quantity
from checker.model.pattern import Pattern, Regex, Sequence, Slot
from checker.model.rule import FactKind, Match, ValueSpec
from checker.rulebook.measures import read_number
from checker.rulebook.patterns import has_words, slot_counts, slots_of
from checker.rulebook.scope import Scope
from checker.rulebook.text import Text

if TYPE_CHECKING:  # the models, and pydantic with them, are imported by those who explain errors alone
    from checker.rulebook.spec.fact import MatchSpec

_NUMERIC: frozenset[FactKind] = frozenset(("count", "quantity", "money", "percent", "ratio", "ordinal", "duration"))
_OWN_KEYS = ("pattern", "regex", "qualifiers", "status", "means", "says", "bound")
_LEAST = "at least "


def make_match(fact: Text, spec: MatchSpec, value: ValueSpec, scope: Scope) -> Match | None:
    """One line; None, and a problem, where it cannot be used."""
    qualifiers = _qualifiers(spec, scope)
    text = spec.pattern if spec.pattern is not None else spec.regex
    if text is None or (spec.pattern is not None and spec.regex is not None):
        wrong = "both `pattern` and `regex`" if text is not None else "neither `pattern` nor `regex`"
        if all(name in scope.events for name, _ in qualifiers):  # else a misspelt key, told already
            scope.problem(
                text if text is not None else fact, f"a match of `{fact}` has {wrong}", "give it one of the two"
            )
        return None
    pattern: Pattern | None
    if spec.regex is not None:
        pattern = _regex(spec.regex, spec.means is not None or spec.says is not None, scope)
    else:
        pattern = scope.pattern(text, slots=True)
        if pattern is not None:
            _check_slots(text, pattern, value, spec, scope)
    means = scope.fact_id(spec.means) if spec.means is not None else None
    says = _said(spec.says, value, scope) if spec.says is not None else None
    if spec.bound is not None and (value.kind not in _NUMERIC | {"number"} or means or says):
        scope.problem(text, "`bound` is for a number in a slot", "remove it")
    return None if pattern is None else Match(pattern, text.place(), qualifiers, spec.status, means, says, spec.bound)


def _said(text: Text, value: ValueSpec, scope: Scope) -> Quantity | None:
    """The value of words that have one by themselves; of `at least 1`, 1 is what a writer would mean."""
    number = read_number(text.removeprefix(_LEAST))
    if number is None or value.kind not in _NUMERIC | {"number"}:
        scope.problem(text, f"`{text}` is no value of a {value.kind}", "write a number, or `at least 1`")
        return None
    factor, shift = value.scale
    exact = Interval(number * factor + shift, number * factor + shift)
    hard = Interval(exact.lower, None) if text.startswith(_LEAST) else exact
    unit = "percent" if value.kind == "percent" else value.unit or ""
    return Quantity(hard, exact, exact, unit, number)


def _qualifiers(spec: MatchSpec, scope: Scope) -> tuple[tuple[str, str], ...]:
    given: dict[Any, Text] = {**(spec.qualifiers or {}), **(spec.__pydantic_extra__ or {})}
    settled = []
    for name, case in given.items():
        event = scope.events.get(name)
        if event is None and name != "person":
            keys = [*scope.events, *(() if name in (spec.qualifiers or {}) else _OWN_KEYS)]
            scope.unknown(
                name if isinstance(name, Text) else case,
                f"`{name}` is no key of a match, and no event",
                scope.suggest(name, keys, "declare it under `events`"),
            )
        elif event is not None and case not in [known.name for known in event.cases]:
            scope.problem(case, f"`{name}` has no case `{case}`", scope.suggest(case, [c.name for c in event.cases]))
        settled.append((str(name), str(case)))
    return tuple(settled)


def _check_slots(text: Text, pattern: Sequence, value: ValueSpec, spec: MatchSpec, scope: Scope) -> None:
    low, high = slot_counts(pattern)
    slots = slots_of(pattern)
    if spec.means is not None or spec.says is not None:
        if slots:
            what = "`means` another fact" if spec.means is not None else "`says` a value"
            scope.problem(text, f"a line that {what} has no slot", "remove the slot", text.index("{"))
        return
    if not slots:
        scope.problem(
            text,
            "the pattern has no slot for the value",
            f"put `{{{value.kind if value.kind != 'offset' else 'value'}}}` where it stands",
        )
    elif high > 1:
        scope.problem(
            text, "the pattern has more than one slot", "one pattern takes one value: make it two", _slot_at(text, 1)
        )
    elif low < high:
        scope.problem(
            text, "the pattern can match without its slot", "put the slot outside the optional part", _slot_at(text, 0)
        )
    elif not has_words(pattern):
        scope.problem(
            text, "the slot alone would match every value of its kind", "add the words around it, or use `find`"
        )
    for at, slot in enumerate(slots):
        if not _fits(slot, value.kind):
            scope.problem(
                text,
                f"the fact is of kind {value.kind}, the slot of kind {slot.kind}",
                f"write `{{{value.kind if value.kind != 'offset' else 'value'}}}`, or change the kind under `value`",
                _slot_at(text, at),
            )


def _slot_at(text: str, number: int) -> int:
    """The offset of a slot by its number, from 0."""
    at = text.find("{")
    for _ in range(number):
        at = text.find("{", at + 1)
    return max(at, 0)


def _fits(slot: Slot, kind: FactKind) -> bool:
    if slot.kind is None or slot.kind == kind:
        return True
    if kind == "offset":
        return slot.kind == "date"
    return slot.kind == "number" and kind in _NUMERIC


def _regex(text: Text, means: bool, scope: Scope) -> Regex | None:
    import re2  # a heavy import that few rules need

    options = re2.Options()
    options.log_errors = False
    try:
        compiled = re2.compile(text, options=options)
    except re2.error as error:
        said = error.args[0] if error.args else error
        said = said.decode() if isinstance(said, bytes) else str(said)
        scope.problem(
            text,
            f"no regular expression that RE2 can run: {said}",
            "RE2 has no look-around and no back-references; use single quotes in YAML",
        )
        return None
    if "value" not in compiled.groupindex and not means:
        scope.problem(
            text, "the regular expression has no group for the value", "wrap the value's part in `(?P<value>…)`"
        )
    return Regex(str(text))
