"""`checker check`: the main job. Read sources, apply rules, compare, report, gate."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome, Unusable
from checker.verbs.common import read_sources, reading_options, rule_options, rules_of, say_failures
from checker.verbs.outputs import outputs, write

if TYPE_CHECKING:
    from checker.model.comparison import Comparison

LEVELS = ("note", "warning", "error")


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "check",
        help="compare what the sources state and report what cannot all be true",
        description="Compare what the sources state and report what cannot all be true.",
    )
    reading_options(parser)
    rule_options(parser)
    parser.add_argument("--only", action="append", default=[], metavar="FACT", help="judge these facts alone")
    parser.add_argument("--group-by", metavar="FIELD", help="compare only documents that share this field")
    parser.add_argument("--out", action="append", metavar="FORMAT[=PATH]", help="a report to write (default: terminal)")
    parser.add_argument(
        "--fail-on", choices=[*LEVELS, "never"], help="the least severity that ends with exit code 1 (default: error)"
    )
    parser.add_argument("--strict", action="store_true", help="an unmet `require:` ends with exit code 3")
    parser.add_argument("--exit-zero", action="store_true", help="end with 0 where it would be 1")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    from checker import config, pipeline
    from checker.report import shows_sources

    settings = config.load(args.config)
    wanted = outputs(args.out or settings.out)
    book = settings.apply(rules_of(args, settings))
    book = _only(book, args.only or list(settings.only))
    sources = read_sources(args)
    comparison = pipeline.run(
        sources,
        book,
        group_by=args.group_by or settings.group_by,
        jobs=args.jobs or settings.jobs,
        options=_options(args),
        pages=shows_sources(name for name, _ in wanted),
    )
    fail_on = args.fail_on or settings.fail_on
    write(comparison, wanted)
    say_failures(sources.failures, quiet=args.quiet)
    return _outcome(comparison, fail_on, strict=args.strict, exit_zero=args.exit_zero)


def _only(book: Any, wanted: list[str]) -> Any:
    from dataclasses import replace
    from difflib import get_close_matches

    if not wanted:
        return book
    names = {name for fact in book.facts for name in (fact.id, f"{fact.pack}/{fact.id}")}
    for name in wanted:
        if name not in names:
            near = get_close_matches(name, sorted(names), n=1)
            raise Unusable(f"--only {name}: no such fact" + (f"; did you mean `{near[0]}`?" if near else ""))
    facts = tuple(f for f in book.facts if f.id in wanted or f"{f.pack}/{f.id}" in wanted)
    return replace(book, facts=facts, relations=(), checks=())


def _options(args: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    """The options that change the result, for the report's footer; speed and paths of reports are none."""
    named = ("pack", "rules", "only", "group_by", "published", "fail_on")
    given = {name: getattr(args, name) for name in named}
    return tuple((k, ", ".join(v) if isinstance(v, list) else str(v)) for k, v in given.items() if v)


def _outcome(comparison: Comparison, fail_on: str, *, strict: bool, exit_zero: bool) -> Outcome:
    """The exit code of the contract: 3 before 1."""
    unread = len(comparison.failures)
    unmet = [f for f in comparison.findings if f.kind == "missing"] if strict else []
    counted = dict.fromkeys(LEVELS, 0)
    for finding in comparison.findings:
        if finding.state == "new":
            counted[finding.severity] += 1
    said = (
        ", ".join(f"{n} {level}{'' if n == 1 else 's'}" for level, n in reversed(counted.items()) if n) or "no findings"
    )
    if unread or unmet:
        why = [f"{unread} source{'' if unread == 1 else 's'} could not be read"] if unread else []
        why += [f"`{finding.fact}` is stated too rarely" for finding in unmet]
        return Outcome(3, f"{'; '.join(why)}; {said}")
    gate = LEVELS[LEVELS.index(fail_on) :] if fail_on != "never" else ()
    if any(counted[level] for level in gate) and not exit_zero:
        return Outcome(1, f"{said} in {len(comparison.documents)} documents")
    return Outcome(0, f"{said} in {len(comparison.documents)} documents")
