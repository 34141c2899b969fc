"""A pack's vocabulary and events: what its patterns and qualifiers refer to."""

from __future__ import annotations

from collections.abc import Sequence as Seq
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from checker.model.rule import Event, EventCase
from checker.rulebook.measures import read_day
from checker.rulebook.patterns import SIZE, size_of, vocabularies_of
from checker.rulebook.scope import Scope, check_name
from checker.rulebook.text import Text

if TYPE_CHECKING:  # the models, and pydantic with them, are imported by those who explain errors alone
    from checker.rulebook.spec import EventCaseSpec, RuleFile

DEPTH = 8  # lists that refer to lists


def add_vocabulary(files: Seq[RuleFile], scope: Scope) -> None:
    """Reads every list of a pack into its scope; a list overrules one that an extended pack has under its name."""
    entries: dict[Text, list[Text]] = {}
    for file in files:
        for name, phrases in file.vocabulary.items():
            check_name(name, "a vocabulary", scope.problems)
            if name in entries:
                first = next(key for key in entries if key == name)
                scope.problem(name, f"`{name}` is listed twice; first at {first.place()}", "merge the two lists")
                continue
            entries[name] = phrases
    scope.vocabulary.update(dict.fromkeys(map(str, entries), ()))  # lists may refer to each other, in any order
    for name, phrases in entries.items():
        if not phrases:
            scope.problem(name, f"`{name}` lists no phrases", "list the words that it stands for")
        scope.vocabulary[str(name)] = scope.patterns(phrases)
    _weigh(entries, scope)


def _weigh(entries: dict[Text, list[Text]], scope: Scope) -> None:
    """Lists may refer to lists, but not in a circle, nor so often that what they stand for together grows without
    bound: every pattern is compiled with its lists in place."""
    refers = {
        name: {other for tree in trees for other in vocabularies_of(tree)} & scope.vocabulary.keys()
        for name, trees in scope.vocabulary.items()
    }
    depth: dict[str, int] = {}
    try:
        for name in TopologicalSorter(refers).static_order():
            depth[name] = 1 + max((depth[other] for other in refers[name]), default=0)
            scope.sizes[name] = sum(size_of(tree, scope.sizes) for tree in scope.vocabulary[name])
            if scope.sizes[name] > SIZE or depth[name] > DEPTH:
                key = next((key for key in entries if key == name), None)
                if key is not None:
                    message = f"`{name}` stands for more than {SIZE} words, or for lists of lists deeper than {DEPTH}"
                    scope.problem(key, message, "write the words out where they are needed")
                return
    except CycleError as error:
        circle: list[str] = list(reversed(error.args[1]))
        members = frozenset(circle)
        first = min((key for key in entries if key in members), key=lambda key: (key.line, key.column))
        at = circle.index(first)
        around = [*circle[at:-1], *circle[:at], first]
        scope.problem(first, f"the vocabulary refers to itself: {_told(around)}", "write one of them out in words")


def _told(circle: list[str]) -> str:
    return " → ".join(circle if len(circle) < 8 else [*circle[:6], "…", circle[-1]])


def add_events(files: Seq[RuleFile], scope: Scope) -> None:
    """Reads every event of a pack into its scope. Files may each add cases to one event, never the same case."""
    cases: dict[Text, dict[Text, EventCaseSpec]] = {}
    for file in files:
        for name, own in file.events.items():
            check_name(name, "an event", scope.problems)
            known = cases.setdefault(name, {})
            for case, spec in own.items():
                if case in known:
                    scope.problem(case, f"the case `{case}` of `{name}` stands here twice", "merge the two")
                known[case] = spec
    for name, own in cases.items():
        scope.events[name] = Event(str(name), tuple(_case(case, spec, scope) for case, spec in own.items()))


def _case(name: Text, spec: EventCaseSpec, scope: Scope) -> EventCase:
    around = spec.around
    if around is not None and read_day(around) is None:
        scope.problem(around, f"`{around}` is no day", "write it as 2025-05-16")
    return EventCase(str(name), scope.patterns(spec.cues), str(around) if around is not None else None)
