"""`checker extract`: every number, amount, duration and date found, judged by nobody."""

from __future__ import annotations

import argparse
from typing import Any

from checker.verbs import Outcome, Unusable
from checker.verbs.common import read_sources, reading_options, say_failures, write_text


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

    sources = read_sources(args)
    annotated = list(map_documents(annotate, sources.documents, args.jobs))
    for out in args.out or ["terminal"]:
        format_name, _, path = out.partition("=")
        if format_name == "jsonl":
            from checker.report.mentions import lines

            text = "".join(f"{line}\n" for one in annotated for line in lines(one))
        elif format_name == "terminal":
            from checker.report.mentions import table

            text = table(annotated)
        else:
            raise Unusable(f"--out {out}: `{format_name}` is no format of extract; use `jsonl` or `terminal`")
        write_text(path or "-", text)
    say_failures(sources.failures, quiet=args.quiet)
    found = sum(len(one.mentions) for one in annotated)
    read = f"{found} mentions in {len(annotated)} documents"
    if sources.failures:
        return Outcome(3, f"{read}; {len(sources.failures)} could not be read")
    return Outcome(0, read)
