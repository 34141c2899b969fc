"""Every rule of some packs as one page of Markdown: what it takes, how it is found, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from checker.model.rule import Example, Fact, Holding, Pack, Rulebook
from checker.rulebook.in_words import rule_in_words


def catalogue(book: Rulebook) -> str:
    """The page. It depends on the rules alone."""
    return "\n".join(_page(book)) + "\n"


def _page(book: Rulebook) -> Iterator[str]:
    yield "# The rules"
    yield ""
    yield "<!-- made by `checker rules list --markdown`; do not edit -->"
    for pack in book.packs:
        yield from ("", f"## {pack.id}", "", f"{pack.title}. Use it with `--pack {pack.id}`.")
        if pack.id == "general":
            yield from _checks(book)
        for fact in book.facts:
            if fact.pack == pack.id:
                yield from _fact(fact)
        yield from _relations(book, pack)
        yield from _vocabulary(pack, book)


def _checks(book: Rulebook) -> Iterator[str]:
    yield ""
    for name in book.checks:
        module = import_module(f"checker.compare.checks.{name.replace('-', '_')}")
        yield f"- `{name}`: {' '.join((module.__doc__ or '').split(chr(10) + chr(10))[0].split())}"


def _fact(fact: Fact) -> Iterator[str]:
    yield from ("", f"### {fact.id}", "", f"{fact.title}; a conflict is {_weighs(fact.severity)}.")
    if fact.why:
        yield from ("", fact.why)
    yield from ("", "```text", *rule_in_words(fact), "```")
    yield from _examples(fact.examples)


def _weighs(severity: str) -> str:
    return f"an {severity}" if severity == "error" else f"a {severity}"


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    if examples:
        yield from ("", "| example | texts | comes to |", "| --- | --- | --- |")
        for example in examples:
            texts = "<br>".join(_cell(text) for text in example.texts)
            yield f"| {_cell(example.name)} | {texts} | {example.expect}{', not yet' if example.todo else ''} |"


def _relations(book: Rulebook, pack: Pack) -> Iterator[str]:
    told: set[object] = set()
    for relation in book.relations:
        if relation.pack == pack.id and relation.place not in told:
            told.add(relation.place)  # the steps of one `order` share their examples
            yield from _relation(relation)


def _relation(relation: Holding) -> Iterator[str]:
    yield from ("", f"### {relation.id}", "", f"{relation.title}; if not, it is {_weighs(relation.severity)}.")
    yield from ("", "```text", relation.text, "```")
    yield from _examples(relation.examples)


def _vocabulary(pack: Pack, book: Rulebook) -> Iterator[str]:
    """The lists of a pack, but for those that it has from another."""
    others = {entry for other in book.packs if other.id != pack.id for entry in other.vocabulary}
    own = [(name, phrases) for name, phrases in pack.vocabulary if (name, phrases) not in others]
    if own:
        yield from ("", f"Words of {pack.id}:", "")
        for name, phrases in own:
            yield f"- `<{name}>`: {', '.join(phrase.text for phrase in phrases)}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
