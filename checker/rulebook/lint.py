"""What is no error in rules and yet no good: checked by `rules lint`, told as warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from checker.model.pattern import Sequence
from checker.model.rule import Fact, Holding, Pack, Place, Problem, Rulebook
from checker.rulebook.patterns import slots_of, vocabularies_of
from checker.rulebook.text import lines_of

_ARTICLES = frozenset(("a", "an", "the"))


def lint(book: Rulebook) -> tuple[Problem, ...]:
    """Warnings about the facts and names of a rulebook, in order of place."""
    found = [*one_sided(book, "warning")]
    for fact in book.facts:
        found += _vetoed(fact)
        found += _repeated(fact)
        found += _loose(fact)
    for pack in book.packs:
        found += [*_unused(pack, book), *_ambiguous(pack), *_doubled(pack), *_with_article(pack)]
    return tuple(sorted(set(found), key=lambda p: (p.place.path, p.place.line, p.place.column, p.message)))


def one_sided(book: Rulebook, severity: str = "error") -> Iterator[Problem]:
    """Facts and relations without an example of each outcome: such a rule may never fire, and nobody would know."""
    told: set[Place] = set()
    rules: Iterable[Fact | Holding] = (*book.facts, *book.relations)
    for rule in rules:
        if rule.place in told:
            continue  # the steps of one `order` share their examples
        told.add(rule.place)
        wanted = ("consistent", "conflicting") if isinstance(rule, Fact) else ("holds", "broken")
        shown = {example.expect for example in rule.examples if not example.todo}
        missing = [verdict for verdict in wanted if verdict not in shown]
        if missing:
            yield _problem(
                rule.place,
                f"`{rule.id}` has no example that is expected `{'` and none `'.join(missing)}`",
                "add one under `examples`: name, texts, expect",
                "warning" if severity == "warning" else "error",
            )


def excerpt_of(place: Place) -> str:
    """The line of a rule file; empty where it can no longer be read."""
    lines = _lines(place.path)
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


@lru_cache(maxsize=64)
def _lines(path: str) -> tuple[str, ...]:
    try:
        return tuple(lines_of(Path(path).read_text("utf-8-sig")))
    except (OSError, UnicodeDecodeError):
        return ()


def warning(place: Place, message: str, mend: str) -> Problem:
    """A warning with the line that it is about."""
    return _problem(place, message, mend)


def _problem(place: Place, message: str, mend: str, severity: str = "warning") -> Problem:
    return Problem(place, message, mend, "error" if severity == "error" else "warning", excerpt_of(place))


def _vetoed(fact: Fact) -> Iterator[Problem]:
    """Words that are both asked for and forbidden."""
    if fact.find is None:
        return
    vetoes = {tree.nodes for tree in (*fact.none, *fact.find.none)}
    asked = [tree for tree in fact.find.all if tree.nodes in vetoes]
    if fact.find.any and all(tree.nodes in vetoes for tree in fact.find.any):
        asked += fact.find.any
    for near in fact.find.near:
        if all(tree.nodes in vetoes for tree in near.any):
            asked += near.any
    if asked:
        words = ", ".join(f"`{tree.text}`" for tree in asked)
        yield _problem(
            fact.place, f"`{fact.id}` can never be found: {words} is asked for and vetoed", "remove one of them"
        )


def _repeated(fact: Fact) -> Iterator[Problem]:
    seen: set[object] = set()
    for match in fact.match:
        key = (
            match.pattern.nodes if isinstance(match.pattern, Sequence) else match.pattern,
            match.qualifiers,
            match.status,
        )
        if key in seen:
            yield _problem(match.place, f"`{match.pattern.text}` stands here twice", "remove one of them")
        seen.add(key)


def _loose(fact: Fact) -> Iterator[Problem]:
    """A count of anything at all is rarely meant."""
    if fact.value.kind != "count" or fact.value.nouns or fact.find is None:
        return
    yield _problem(
        fact.place,
        f"`{fact.id}` counts anything near its words",
        "name what is counted: `value: {kind: count, noun: […]}`",
    )


def _unused(pack: Pack, book: Rulebook) -> Iterator[Problem]:
    """Lists and events of a pack that nothing refers to, in it or in a pack that extends it."""
    lists = {name for fact in book.facts for tree in _trees(fact) for name in _named(tree)}
    lists |= {name for p in book.packs for _, trees in p.vocabulary for tree in trees for name in vocabularies_of(tree)}
    lists |= {
        name for p in book.packs for e in p.events for case in e.cases for tree in case.cues for name in _named(tree)
    }
    events = {name for fact in book.facts for name in _narrowing(fact)}
    for key, place in pack.names:
        what, name, *_ = key.split()
        if what == "vocabulary" and name not in lists:
            yield _problem(place, f"nothing uses the vocabulary `{name}`", f"refer to it as `<{name}>`, or remove it")
        if what == "event" and name not in events:
            yield _problem(
                place,
                f"no fact asks for the event `{name}`",
                f"name it under `qualifiers: {{{name}: …}}`, or remove it",
            )


def _narrowing(fact: Fact) -> Iterator[str]:
    """The events that a fact or one of its lines names."""
    yield from (spec.name for spec in fact.qualifiers)
    yield from (name for match in fact.match for name, _ in match.qualifiers)


def _ambiguous(pack: Pack) -> Iterator[Problem]:
    """The same cue for two cases of one event: it would point at both."""
    places = dict(pack.names)
    for event in pack.events:
        owners: dict[object, str] = {}
        for case in event.cases:
            for cue in case.cues:
                owner = owners.setdefault(cue.nodes, case.name)
                place = places.get(f"case {event.name} {case.name}")
                if owner != case.name and place is not None:
                    message = f"`{cue.text}` points at the case `{owner}` of `{event.name}` as well as at `{case.name}`"
                    yield _problem(place, message, "leave it to one of them")


def _with_article(pack: Pack) -> Iterator[Problem]:
    """Cues that seem to ask for an article, which no pattern can: `a bar` finds `the oat bar`."""
    places = dict(pack.names)
    for event in pack.events:
        for case in event.cases:
            place = places.get(f"case {event.name} {case.name}")
            for cue in case.cues if place is not None else ():
                article, _, rest = cue.text.partition(" ")
                if article.casefold() in _ARTICLES and rest and place is not None:
                    message = f"`{cue.text}` finds every `{rest}`: articles are passed over"
                    yield _problem(place, message, f"write `{rest}`, or words that only this case has")


def _doubled(pack: Pack) -> Iterator[Problem]:
    """A phrase that stands twice in one list."""
    places = dict(pack.names)
    for name, trees in pack.vocabulary:
        phrases = [tree.nodes for tree in trees]
        place = places.get(f"vocabulary {name}")
        for text in dict.fromkeys(tree.text for tree in trees if phrases.count(tree.nodes) > 1):
            if place is not None:
                yield _problem(place, f"`{text}` stands twice in the vocabulary `{name}`", "remove one of them")


def _named(tree: Sequence) -> Iterator[str]:
    yield from vocabularies_of(tree)
    for slot in slots_of(tree):
        if slot.noun is not None:
            yield from vocabularies_of(slot.noun)


def _trees(fact: Fact) -> Iterator[Sequence]:
    yield from (match.pattern for match in fact.match if isinstance(match.pattern, Sequence))
    yield from (*fact.none, *fact.value.nouns)
    if fact.find is not None:
        yield from (*fact.find.any, *fact.find.all, *fact.find.none)
        for near in fact.find.near:
            yield from near.any
