"""Rule files to a `Rulebook`: all of them read, then every pack compiled, and whatever is wrong told at once."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.model.rule import Fact, Pack, Place, Problem, Rate, Relation, Rulebook
from checker.rulebook.facts import make_fact
from checker.rulebook.names import add_events, add_vocabulary
from checker.rulebook.packs import RawPack, read_packs
from checker.rulebook.problems import InvalidRules, did_you_mean
from checker.rulebook.relations import make_relations
from checker.rulebook.scope import Scope, check_name, title_of
from checker.rulebook.text import Text

if TYPE_CHECKING:  # the models, and pydantic with them, are imported by those who explain errors alone
    from checker.rulebook.spec import FactSpec, RelationSpec, RuleFile


def load(files: Sequence[str], packs: Sequence[str], *, checks: Collection[str] | None = None) -> Rulebook:
    """The rules of these files or folders and of these built-in packs, with the packs that they extend.

    `checks` are the names of the internal checks that exist; where given, a rule file that names another is wrong.
    Raises InvalidRules with every problem of every file.
    """
    with _no_collection():
        return _load(files, packs, checks)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the garbage collector: a load makes many small values, none of them garbage, and would pay a third of
    its time to be told so."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(files: Sequence[str], packs: Sequence[str], checks: Collection[str] | None) -> Rulebook:
    problems: list[Problem] = []
    book = Rulebook()
    scopes: dict[str, Scope] = {}
    for raw in read_packs(files, packs, problems).values():
        scope = scopes[raw.id] = _open_scope(raw, scopes, problems)
        models = [model for _, model in raw.files]
        add_vocabulary(models, scope)
        add_events(models, scope)
        facts = _facts([item for model in models for item in model.facts.items()], scope)
        relations = _relations([item for model in models for item in model.relations.items()], scope)
        named = _checks(models, checks, problems)
        book = Rulebook(
            (*book.packs, _pack(raw, scope)),
            (*book.facts, *facts),
            (*book.relations, *relations),
            tuple(dict.fromkeys([*book.checks, *named])),
        )
    if problems:
        raise InvalidRules(problems)
    return book


def _open_scope(raw: RawPack, scopes: dict[str, Scope], problems: list[Problem]) -> Scope:
    """A scope that knows what the packs it extends have."""
    scope = Scope(raw.id, problems, partial=raw.partial, torn=frozenset(raw.torn))
    for base in dict.fromkeys(base for _, model in raw.files for base in model.extends):
        if (other := scopes.get(base)) is None:
            scope.partial = True  # told already: the base is missing, or part of a circle
            continue
        scope.partial |= other.partial
        scope.vocabulary.update(other.vocabulary)
        scope.events.update(other.events)
        scope.ids.update(other.ids)
        scope.facts.update(other.facts)
    return scope


def _pack(raw: RawPack, scope: Scope) -> Pack:
    return Pack(
        id=raw.id,
        title=title_of(raw.id, next((model.title for _, model in raw.files if model.title), None)),
        files=tuple(raw.hashes),
        vocabulary=tuple(scope.vocabulary.items()),
        events=tuple(scope.events.values()),
        names=tuple(_names([model for _, model in raw.files])),
    )


def _names(models: Sequence[RuleFile]) -> Iterator[tuple[str, Place]]:
    """Where the pack's own lists, events and cases are declared."""
    for model in models:
        for name in model.vocabulary:
            yield f"vocabulary {name}", name.place()
        for event, cases in model.events.items():
            yield f"event {event}", event.place()
            for case in cases:
                yield f"case {event} {case}", case.place()


def _checks(models: Sequence[RuleFile], known: Collection[str] | None, problems: list[Problem]) -> list[str]:
    named = [check for model in models for check in model.checks]
    problems.extend(
        check.problem(f"no internal check is called `{check}`", did_you_mean(check, known))
        for check in named
        if known is not None and check not in known
    )
    return [str(check) for check in named]


def _facts(specs: Sequence[tuple[Text, FactSpec]], scope: Scope) -> list[Fact]:
    """Names first, since facts may refer to one another in any order."""
    own: dict[str, Text] = {}
    for key, spec in specs:
        check_name(key, "a fact", scope.problems)
        if key == "published":
            scope.problem(key, "`published` is kept for the publication date", "choose another name")
        for name in (key, *spec.aliases):
            if name in own:
                scope.problem(name, f"`{name}` already names a fact, at {own[name].place()}", "choose another name")
            own.setdefault(name, name)
        full = f"{scope.pack}/{key}"
        scope.ids.update({key: full, full: full, **{str(alias): full for alias in spec.aliases}})
    facts = [make_fact(key, spec, scope) for key, spec in specs]
    scope.facts.update({f"{scope.pack}/{fact.id}": fact for fact in facts})
    return facts


def _relations(specs: Sequence[tuple[Text, RelationSpec]], scope: Scope) -> list[Relation | Rate]:
    made: list[Relation | Rate] = []
    seen: dict[str, Text] = {}
    for key, spec in specs:
        check_name(key, "a relation", scope.problems)
        if key in seen:
            scope.problem(key, f"`{key}` already names a relation, at {seen[key].place()}", "choose another name")
        seen.setdefault(key, key)
        made += make_relations(key, spec, scope)
    return made
