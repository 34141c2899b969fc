"""`checker explain`: a rule in words, what it matched, and for the nearest misses what would have made them match.

With a finding's id, from the sources or from a saved run, it shows why the values are of one fact, why they cannot all
hold, and what would have made it pass.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome, Unusable
from checker.verbs.common import (
    plural,
    positive,
    read_sources,
    reading_options,
    rule_options,
    rules_of,
    say_failures,
    write_text,
)

if TYPE_CHECKING:
    from checker.model.comparison import Comparison
    from checker.model.document import Document
    from checker.model.rule import Fact, Rulebook


_SHOWN = 3
"""Values that are shown where nothing comes near a rule."""


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "explain",
        help="show what a rule matched, and why it did not match what came near",
        description="Show what a rule matched and why it did not match what came near, or the reckoning of a finding.",
    )
    parser.add_argument("name", metavar="FACT|FINDING", help="a fact's name, or a finding's id")
    reading_options(parser)
    parser.add_argument("--in", dest="also", action="append", default=[], metavar="PATH", help="the same as PATH")
    rule_options(parser)
    parser.add_argument("--group-by", metavar="FIELD", help="for a finding: as it was given to `check`")
    parser.add_argument("--discover", action="store_true", help="for a finding: as it was given to `check`")
    parser.add_argument(
        "--most", type=positive, default=5, metavar="N", help="misses to show for each source (default: 5)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    from dataclasses import replace

    from checker import config, pipeline
    from checker.report._printable import printable
    from checker.rulebook.in_words import rule_in_words, rule_texts

    args.paths = [*args.paths, *args.also]
    saved = _of_saved(args)
    if saved is not None:
        return saved
    settings = config.load(args.config)
    book = rules_of(args, settings)
    sources = read_sources(args)
    fact = next((f for f in book.facts if args.name in (f.id, f"{f.pack}/{f.id}", *f.aliases)), None)
    if fact is None:
        comparison = pipeline.run(
            sources,
            settings.apply(book),
            group_by=args.group_by or settings.group_by,
            jobs=args.jobs or settings.jobs,
            discover=args.discover or settings.discover,
        )
        comparison = replace(comparison, rules=rule_texts(book))
        text = _of_finding(comparison, args.name, f"no fact and no finding of this name{_near(args.name, book)}")
    else:
        lines = [f"{fact.pack}/{fact.id}: {fact.title}", f"  at     {fact.place}"]
        lines += [f"  {line}" for line in rule_in_words(fact)]
        for document in sources.documents:
            lines += _of_document(document, book, fact, args.most)
        text = "\n".join(lines)
    write_text("-", printable(text) + "\n")
    say_failures(sources.failures, quiet=args.quiet)
    return Outcome(
        3 if sources.failures else 0, f"explained `{args.name}` in {plural(len(sources.documents), 'document')}"
    )


def _of_saved(args: argparse.Namespace) -> Outcome | None:
    """The outcome where the one path is a run saved with `--out json`; None where it is a source."""
    from checker.report._printable import printable
    from checker.verbs import saved

    if len(args.paths) != 1 or not args.paths[0].endswith(".json"):
        return None
    run = saved.load(args.paths[0])
    write_text("-", printable(_of_finding(run, args.name, f"{args.paths[0]} has no finding of this id")) + "\n")
    return Outcome(0, f"explained `{args.name}` of {args.paths[0]}")


def _of_finding(run: Comparison, name: str, unknown: str) -> str:
    """One finding explained. Its id may be cut short, as long as no other begins so."""
    from checker.verbs.explain_finding import explained

    named = [
        finding for finding in run.findings if finding.id == name or (len(name) >= 6 and finding.id.startswith(name))
    ]
    if len(named) != 1:
        raise Unusable(f"{name}: {unknown if not named else f'{len(named)} findings begin so; give more of the id'}")
    return "\n".join(explained(run, named[0]))


def _near(name: str, book: Rulebook) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, [fact.id for fact in book.facts], n=1)
    return f"; did you mean `{near[0]}`?" if near else "; `checker rules list` shows the facts"


def _of_document(document: Document, book: Rulebook, fact: Fact, most: int) -> Iterator[str]:
    """What the rule takes in one document, and what it nearly took, the nearest first."""
    from checker.annotate import annotate
    from checker.extraction import extract
    from checker.extraction.matcher import compile_rules
    from checker.extraction.nearby import near_misses, values_of_kind
    from checker.extraction.reading import Reading

    annotated = annotate(document)
    taken = [one for one in extract(annotated, book) if (one.pack, one.fact) == (fact.pack, fact.id)]
    number = next(n for n, one in enumerate(book.facts) if one is fact)
    reading = Reading(annotated, compile_rules(book))
    misses = near_misses(reading, reading.matcher, number, frozenset((one.start, one.end) for one in taken))
    yield ""
    yield f"{document.id}: takes {len(taken)}, {len(misses)} more near"
    for one in taken:
        yield f"  {document.where(one.start)}  takes “{_flat(one.text)}” = {one.label} ({one.status})"
        yield f"      {_flat(one.sentence)}"
        yield f"      by `{one.matched}`"
        if one.status != "asserted" and fact.status is None:
            yield f"      apart from what is asserted; if “{one.status}” is misread, write `status: asserted` in the rule"
        yield from (f"      {note}" for note in (*one.notes, *one.missing))
    for miss in misses[:most]:
        yield f"  {document.where(miss.sentence[0])}  not taken"
        yield f"      {_flat(document.text[slice(*miss.sentence)])}"
        yield f"      by `{miss.by}`: “{miss.matched}” is there, but {miss.stopped}"
        if miss.mend:
            yield f"      mend: {miss.mend}"
    if len(misses) > most:
        yield f"  … and {len(misses) - most} more; `--most {len(misses)}` shows them"
    if not taken and not misses:
        values, kind = values_of_kind(reading, reading.matcher, number), fact.value.kind
        if values:
            yield f"  nothing comes near: none of {len(values)} {kind} values has the rule's words around it"
            for mention in values[:_SHOWN]:
                sentence = document.text[slice(*reading.line(reading.sentence_of(mention.start)).span)]
                yield f"  {document.where(mention.start)}  “{_flat(annotated.quote(mention))}” in: {_flat(sentence)}"
        else:
            yield f"  no {kind} is read here at all; `checker extract {document.path}` lists what is"


def _flat(text: str) -> str:
    return " ".join(text.split())
