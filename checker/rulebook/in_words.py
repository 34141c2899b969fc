"""A rule as people read it: what its value is, and how it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.model.page import RuleText
from checker.model.pattern import Sequence
from checker.model.rule import Fact, Rate, Relation, Rulebook


def rule_texts(rulebook: Rulebook) -> tuple[RuleText, ...]:
    """Every rule of a run as a report shows it, relations after facts."""
    files = {pack.id: [path for path, _ in pack.files] for pack in rulebook.packs}

    def text(one: Fact | Relation | Rate, *lines: str) -> RuleText:
        # By the name that its pack has for the file: where packs are installed is no part of a run.
        path = next((name for name in files[one.pack] if f"/{one.place.path}".endswith(f"/{name}")), one.place.path)
        return RuleText(f"{one.pack}/{one.id}", one.title, str(replace(one.place, path=path)), lines, one.examples)

    facts = (text(one, *rule_in_words(one)) for one in rulebook.facts)
    relations = (text(one, f"holds  {one.text}") for one in rulebook.relations)
    return (*facts, *relations)


def rule_in_words(fact: Fact) -> Iterator[str]:
    """What a fact's value is and how it is found, one line each."""
    yield f"value  {_of_value(fact)}"
    for match in fact.match:
        settled = [f"{name} {case}" for name, case in match.qualifiers] + ([match.status] if match.status else [])
        settled += [f"means {match.means}"] if match.means else []
        yield f"match  {match.pattern.text}" + (f"   ({', '.join(settled)})" if settled else "")
    if fact.find is not None:
        parts = [("any", fact.find.any, fact.find.within), ("all", fact.find.all, fact.find.within)]
        parts += [("near", near.any, near.within) for near in fact.find.near]
        parts += [("not", fact.find.none, fact.find.within)]
        for name, sequences, within in parts:
            if sequences:
                reach = f"{within.words} words" if within.scope == "words" else within.scope
                yield f"find   {name}: {_listed(sequences)}   (in the {reach})"
    if fact.none:
        yield f"not    {_listed(fact.none)}"
    for spec in fact.qualifiers:
        yield f"only   {spec.name} {spec.only}" if spec.only else f"by     {spec.name}"


def _of_value(fact: Fact) -> str:
    spec = fact.value
    said: list[str] = [spec.kind]
    if spec.named:
        said.append(f"in {spec.named}")
    if spec.nouns:
        said.append(f"of {_listed(spec.nouns)}")
    if spec.per:
        said.append(f"for each {spec.per}")
    if spec.plausible:
        factor, shift = spec.scale
        low, high = ("…" if bound is None else f"{(bound - shift) / factor:.6g}" for bound in spec.plausible[:2])
        said.append(f"from {low} to {high}")
    return ", ".join(said)


def _listed(sequences: Iterable[Sequence]) -> str:
    return ", ".join(one.text for one in sequences)
