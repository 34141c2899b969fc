"""`checker rules list`: every fact and relation, with its kind and severity."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from checker.model.rule import Fact, Holding, Rate
from checker.verbs import Outcome
from checker.verbs.common import plural
from checker.verbs.rules import load_named


def run(args: argparse.Namespace) -> Outcome:
    """One line a rule: pack/name, kind, severity, title."""
    book = load_named(args)
    if args.markdown:
        from checker.verbs.catalogue import catalogue

        print(catalogue(book), end="")
        return Outcome(0, f"{plural(len(book.facts), 'fact')} in {plural(len(book.packs), 'pack')}")
    rows = [_fact(fact) for fact in book.facts] + [_relation(relation) for relation in book.relations]
    rows += [(f"general/{check}", "check", "", "an internal check of every document") for check in book.checks]
    for line in _aligned(rows):
        print(line)
    kinds = (("fact", book.facts), ("relation", book.relations), ("check", book.checks))
    counted = ", ".join(plural(len(found), kind) for kind, found in kinds)
    return Outcome(0, f"{counted} in {plural(len(book.packs), 'pack')}")


def _fact(fact: Fact) -> tuple[str, str, str, str]:
    kind = f"{fact.value.kind} {fact.value.unit}" if fact.value.unit and fact.value.kind == "money" else fact.value.kind
    return f"{fact.pack}/{fact.id}", kind, fact.severity, fact.title


def _relation(relation: Holding) -> tuple[str, str, str, str]:
    kind = "rate" if isinstance(relation, Rate) else "relation"
    return f"{relation.pack}/{relation.id}", kind, relation.severity, f"{relation.title}: {relation.text}"


def _aligned(rows: list[tuple[str, str, str, str]]) -> Iterator[str]:
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[3]]).rstrip()
