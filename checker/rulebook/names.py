"""A pack's vocabulary and events: what its patterns and qualifiers refer to."""

from __future__ import annotations

from collections.abc import Sequence as Seq

from checker.model.rule import Event, EventCase
from checker.rulebook.measures import read_day
from checker.rulebook.patterns import vocabularies_of
from checker.rulebook.scope import Scope, check_name
from checker.rulebook.spec import EventCaseSpec, RuleFile
from checker.rulebook.text import Text


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
    _refuse_cycles(entries, scope)


def _refuse_cycles(entries: dict[Text, list[Text]], scope: Scope) -> None:
    refers = {
        name: sorted({other for tree in trees for other in vocabularies_of(tree)} & scope.vocabulary.keys())
        for name, trees in scope.vocabulary.items()
    }
    done: set[str] = set()
    for name in entries:
        path: list[tuple[str, int]] = [(name, 0)]
        while path and name not in done:
            here, step = path[-1]
            if here in done or step == len(refers[here]):
                done.add(here)
                path.pop()
                continue
            path[-1] = (here, step + 1)
            after = refers[here][step]
            if after in (trail := [visited for visited, _ in path]):
                circle = " → ".join([*trail[trail.index(after) :], after])
                scope.problem(name, f"the vocabulary refers to itself: {circle}", "write one of them out in words")
                done.update(trail)
                return
            path.append((after, 0))


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
