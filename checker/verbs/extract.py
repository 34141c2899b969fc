"""`checker extract`: every number, amount, duration and date found, judged by nobody."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome, Unusable, progress
from checker.verbs.common import STANDARD_OUTPUT, read_sources, reading_options, say_failures, write_texts

if TYPE_CHECKING:
    from checker.model.mention import Annotated


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "extract",
        help="list every number, amount, duration and date of the sources",
        description="List every number, amount, duration and date of the sources, judged by nobody.",
    )
    reading_options(parser)
    parser.add_argument(
        "--out",
        action="append",
        metavar="FORMAT[=PATH]",
        help="`jsonl` (one mention a line) or `terminal` (a table); `-` or no path is standard output",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    from checker.annotate import annotate
    from checker.engine import map_documents

    drawn = {"jsonl": _lines, "terminal": _table}
    wanted = [out.partition("=") for out in args.out or ["terminal"]]
    for name, _, _ in wanted:
        if name not in drawn:
            raise Unusable(f"--out {name}: `{name}` is no format of extract; use {' or '.join(drawn)}")
    sources = read_sources(args)
    found = map_documents(annotate, sources.documents, args.jobs)
    seen = progress.shown if progress.is_wanted(quiet=args.quiet) else progress.unseen
    annotated = list(seen(found, len(sources.documents)))
    write_texts([(path or STANDARD_OUTPUT, drawn[name](annotated)) for name, _, path in wanted])
    say_failures(sources.failures, quiet=args.quiet)
    read = f"{sum(len(one.mentions) for one in annotated)} mentions in {len(annotated)} documents"
    if sources.failures:
        return Outcome(3, f"{read}; {len(sources.failures)} could not be read")
    return Outcome(0, read)


def _lines(annotated: list[Annotated]) -> str:
    from checker.report.mentions import lines

    return "".join(f"{line}\n" for one in annotated for line in lines(one))


def _table(annotated: list[Annotated]) -> str:
    from checker.report._printable import printable
    from checker.report.mentions import table

    return printable(table(annotated))
