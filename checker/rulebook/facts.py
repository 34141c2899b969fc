"""One fact as people wrote it, to the frozen fact that the engine runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from checker.model.rule import Event, Fact, Find, Known, Near, QualifierSpec, Within
from checker.rulebook.examples import FACT_VERDICTS, make_examples
from checker.rulebook.matches import make_match
from checker.rulebook.measures import read_day
from checker.rulebook.scope import Scope, plain, title_of
from checker.rulebook.text import Text
from checker.rulebook.valuespec import make_precision, make_tolerance, make_value

if TYPE_CHECKING:  # the models, and pydantic with them, are imported by those who explain errors alone
    from checker.rulebook.spec import FactSpec
    from checker.rulebook.spec.fact import FindSpec, KnownSpec
    from checker.rulebook.spec.fact import QualifierSpec as QualifierShape

_SCOPES: tuple[Literal["clause", "sentence", "paragraph"], ...] = ("clause", "sentence", "paragraph")
_WORDS = re.compile(r"([1-9]\d{0,2}) words?")


def make_fact(name: Text, spec: FactSpec, scope: Scope) -> Fact:
    """The fact; whatever is wrong with it goes to the scope's problems."""
    value = make_value(name, spec.value, scope)
    qualifiers = tuple(_qualifier(key, shape, scope) for key, shape in (spec.qualifiers or {}).items())
    if not spec.match and spec.find is None:
        scope.lacking(
            name, f"nothing says how to find `{name}`", "give it `match` (lines as a text says them) or `find`"
        )
    return Fact(
        id=str(name),
        pack=scope.pack,
        title=title_of(name, spec.title),
        value=value,
        place=name.place(),
        match=tuple(made for match in spec.match if (made := make_match(name, match, value, scope)) is not None),
        find=_find(name, spec.find, scope) if spec.find is not None else None,
        none=scope.patterns(spec.not_),
        qualifiers=qualifiers,
        precision=make_precision(spec.precision, scope),
        tolerance=make_tolerance(spec.tolerance, value, spec.value.unit, scope),
        require=spec.require.sources if spec.require else 0,
        status=spec.status,
        several=spec.several,
        recent=spec.recent,
        as_of=plain(spec.as_of.from_) if spec.as_of else (),
        trend=spec.trend,
        same=tuple(full for name in spec.same if (full := scope.fact_id(name)) is not None),
        severity=spec.severity or "error",
        known=tuple(_known(known, scope) for known in spec.known),
        why=str(spec.why or ""),
        link=str(spec.link or ""),
        owner=str(spec.owner or ""),
        tags=plain(spec.tags),
        aliases=plain(spec.aliases),
        examples=make_examples(name, spec.examples, FACT_VERDICTS, scope),
    )


def _qualifier(name: Text, shape: QualifierShape, scope: Scope) -> QualifierSpec:
    event: Event | None = None
    if name != "person" and shape.from_ != "person":
        event = scope.events.get(name)
        if event is None:
            scope.unknown(
                name,
                f"no event is called `{name}`",
                scope.suggest(name, scope.events, "declare it and its cases under `events`"),
            )
    for case in (shape.is_, shape.default):
        check_case(case, event, scope)
    if shape.default is not None and shape.missing == "incomparable":
        scope.problem(
            shape.default, "with `missing: incomparable` nothing stands in for a cue", "remove `default` or `missing`"
        )
    # A default alone stands in at once; with `missing: own-document` only where the document is about no case.
    missing = shape.missing or ("own-document" if shape.default is None else "incomparable")
    only, default = (str(case) if case is not None else None for case in (shape.is_, shape.default))
    return QualifierSpec(str(name), event, only, missing, default)


def check_case(case: Text | None, event: Event | None, scope: Scope) -> None:
    """Notes a case that its event does not have."""
    names = [known.name for known in event.cases] if event else []
    if case is not None and event is not None and case not in names:
        scope.problem(
            case, f"`{event.name}` has no case `{case}`", scope.suggest(case, names, f"declare it under `{event.name}`")
        )


def _find(fact: Text, spec: FindSpec, scope: Scope) -> Find:
    if not (spec.any or spec.all or spec.near):
        scope.lacking(fact, f"`find` of `{fact}` names no words to find", "give it `any`, `all` or `near`")
    near = tuple(
        Near(cues, _within(one.within, "clause", scope)) for one in spec.near if (cues := scope.patterns(one.any))
    )
    return Find(
        any=scope.patterns(spec.any),
        all=scope.patterns(spec.all),
        near=near,
        none=scope.patterns(spec.not_),
        within=_within(spec.within, "sentence", scope),
    )


def _within(text: Text | None, default: str, scope: Scope) -> Within:
    said = text if text is not None else default
    for name in _SCOPES:
        if said == name:
            return Within(name)
    if words := _WORDS.fullmatch(said):
        return Within("words", int(words[1]))
    if text is not None:
        scope.problem(text, f"`{text}` is no distance", scope.suggest(text, [*_SCOPES, "10 words"]))
    return Within()


def _known(spec: KnownSpec, scope: Scope) -> Known:
    if spec.until is not None and read_day(spec.until) is None:
        scope.problem(spec.until, f"`{spec.until}` is no day", "write it as 2026-12-31")
    return Known(plain(spec.values), str(spec.reason), str(spec.until) if spec.until is not None else None)
