"""`checker suggest`: drafts of rules for what several sources state and no rule claims, with the sources' own sentences
as their examples. A draft is shown only once it passes them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome
from checker.verbs.common import plural, positive, read_sources, reading_options, rules_of, say_failures, write_text

if TYPE_CHECKING:
    from checker.extraction.recurring import Place, Recurring
    from checker.model.document import Document
    from checker.model.mention import Annotated
    from checker.model.rule import Rulebook


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "suggest",
        help="draft rules for values that recur across sources and that no rule claims",
        description="Draft rules for values that recur across sources and that no rule claims, as a rule file.",
    )
    reading_options(parser)
    parser.add_argument("--rules", action="append", default=[], metavar="PATH", help="rules that claim values already")
    parser.add_argument("--pack", action="append", default=[], metavar="NAME", help="a built-in pack that does")
    parser.add_argument("--most", type=positive, default=10, metavar="N", help="rules to draft (default: 10)")
    parser.add_argument("--out", default="-", metavar="PATH", help="the file to write (default: standard output)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; nothing that recurs is nothing that is written."""
    from checker import config
    from checker.annotate import annotate
    from checker.engine import map_documents
    from checker.extraction import extract
    from checker.extraction.recurring import recurring

    settings = config.load(args.config)
    book = rules_of(args, settings)
    sources = read_sources(args)
    annotated = list(map_documents(annotate, sources.documents, args.jobs))
    claimed = [[(one.start, one.end) for one in extract(source, book)] for source in annotated]
    taken = {fact.id for fact in book.facts}
    drafts: list[str] = []
    for found in recurring(annotated, claimed):
        if len(drafts) < args.most and (draft := _drafted(found, annotated, taken)) is not None:
            name, text = draft
            taken.add(name)
            drafts.append(text)
    if drafts:
        from checker.verbs.drafts import HEAD

        write_text(args.out, f"{HEAD}\nfacts:\n" + "\n".join(drafts))
    say_failures(sources.failures, quiet=args.quiet)
    said = f"{plural(len(drafts), 'rule')} drafted from {plural(len(annotated), 'source')}"
    why = f"{said}; name them as you like and add examples" if drafts else "nothing recurs that no rule claims"
    return Outcome(3 if sources.failures else 0, why)


def _drafted(found: Recurring, sources: Sequence[Annotated], taken: set[str]) -> tuple[str, str] | None:
    """A fact's name and its YAML: the first way to find the value that passes its examples and finds nothing else."""
    from checker.verbs.drafts import HEAD, loaded, passes

    name = _name(found, taken)
    for how in _ways(found):
        for examples in _examples(found, sources):
            text = _fact(name, found, how, examples, sources)
            book = loaded(f"{HEAD}facts:\n{text}", name)
            if book is not None and passes(book) and _finds_no_other(book, found, sources):
                return name, text
    return None


def _name(found: Recurring, taken: set[str]) -> str:
    """The words in the order of the first source, what is counted among them."""
    from checker.rulebook.scope import as_name

    mention = found.places[0].mention
    before, behind = _ordered(found, found.places[0])
    name = as_name(" ".join([*before, mention.noun or "", *behind])) or mention.kind
    return next(one for one in chain((name,), (f"{name}-{number}" for number in count(2))) if one not in taken)


def _ways(found: Recurring) -> Iterator[str]:
    """How the value may be found: a line of its words in their order, else the words in any."""
    from checker.verbs.drafts import quoted, slot_of

    slot = slot_of(found.places[0].mention, _quote(found.places[0]))
    orders = [_ordered(found, place) for place in found.places]
    for before, behind in dict.fromkeys(orders):
        yield f"match: {quoted(' ... '.join([*before, slot, *behind]))}"
    words = ", ".join(quoted(word) for side in orders[0] for word in side)
    for within in ("clause", "sentence"):
        yield f"find: {{all: [{words}], within: {within}}}"


def _ordered(found: Recurring, place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and behind the value in one source, as they stand there."""
    from checker.extraction.recurring import base

    first = place.line.token_at(place.mention.start)
    at: dict[str, int] = {}
    for number, token in enumerate(place.line.tokens):
        word = base(token.text)
        if word in found.words and (word not in at or abs(number - first) < abs(at[word] - first)):
            at[word] = number
    before = tuple(place.line.tokens[number].text for number in sorted(at.values()) if number < first)
    return before, tuple(place.line.tokens[number].text for number in sorted(at.values()) if number > first)


def _examples(found: Recurring, sources: Sequence[Annotated]) -> Iterator[tuple[list[str], list[str]]]:
    """Texts that agree and texts that do not, each of a source's own sentence, the value changed in one of them."""
    from checker.verbs.drafts import other_values

    texts = [_sentence(place) for place in found.places[:2]]
    if not found.agree:
        yield [texts[0], texts[0]], texts
        return
    value = sources[found.places[0].source].quote(found.places[0].mention)
    for other in other_values(value):
        yield texts, [texts[0], texts[0].replace(value, other, 1)]


def _quote(place: Place) -> str:
    return place.line.text[place.mention.start : place.mention.end]


def _sentence(place: Place) -> str:
    return " ".join(place.line.text[slice(*place.line.span)].split())


def _fact(
    name: str, found: Recurring, how: str, examples: tuple[list[str], list[str]], sources: Sequence[Annotated]
) -> str:
    from checker.verbs.drafts import quoted, value_of

    documents = [sources[place.source].document for place in found.places]
    value = value_of(found.places[0].mention, _quote(found.places[0]))
    lines = [
        f"  # {'the same' if found.agree else 'not the same'} in {', '.join(document.id for document in documents)}",
        f"  {name}:",
        f"    title: {quoted(name.replace('-', ' ').capitalize())}",
        f"    value: {value}",
        f"    {how}",
        "    examples:",
    ]
    for verdict, title, texts in zip(
        ("consistent", "conflicting"), ("one value", "another value"), examples, strict=True
    ):
        lines += [f"      - name: {title}", "        texts:", *(f"          - {quoted(text)}" for text in texts)]
        lines += [*_published(documents, texts), f"        expect: {verdict}"]
    return "\n".join(lines) + "\n"


def _published(documents: Sequence[Document], texts: Sequence[str]) -> list[str]:
    """The days that the sentences count from: those of their own sources, or twice that of the first."""
    days = [document.published for document in (documents[:2] if texts[0] != texts[1] else (documents[0],) * 2)]
    return [f"        published: [{', '.join(day[:10] if day else '~' for day in days)}]"] if any(days) else []


def _finds_no_other(book: Rulebook, found: Recurring, sources: Sequence[Annotated]) -> bool:
    """Whether the rule takes the value in every source that states it, and no second value anywhere."""
    from checker.extraction import extract

    wanted = {place.source: (place.mention.start, place.mention.end) for place in found.places}
    for number, source in enumerate(sources):
        spans = {(one.start, one.end) for one in extract(source, book)}
        if len(spans) > 1 or (number in wanted and not spans):
            return False
    return True
