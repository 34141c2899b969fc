"""`checker extract`: every number, amount, duration and date found, judged by nobody.

Documents are read, annotated and written one after another, so that a run over many needs no more memory than over a
few; what is written is gathered in a temporary file and appears whole or not at all.
"""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome, progress
from checker.verbs.common import (
    each_source,
    encoded,
    plural,
    reading_options,
    say_failures,
    write_files,
)
from checker.verbs.outputs import outputs

if TYPE_CHECKING:
    from checker.model.document import Failure

IN_MEMORY = 1 << 22
"""Bytes of output above which a temporary file holds them."""


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
    from checker.report.mentions import lines, rows

    drawn = {"jsonl": lines, "terminal": rows}
    wanted = outputs(args.out or [], tuple(drawn))
    failures: list[Failure] = []
    documents = mentions = 0
    with ExitStack() as stack:
        files = [(path, stack.enter_context(tempfile.SpooledTemporaryFile(IN_MEMORY))) for _, path in wanted]
        found = map_documents(annotate, each_source(args, failures), args.jobs)
        for annotated in progress.shown(found) if progress.is_wanted(quiet=args.quiet) else found:
            for (name, _), (_, file) in zip(wanted, files, strict=True):
                if name == "terminal" and documents:
                    file.write(b"\n")
                file.writelines(encoded(f"{line}\n") for line in drawn[name](annotated))
            documents += 1
            mentions += len(annotated.mentions)
        write_files(files)
    say_failures(failures, quiet=args.quiet)
    read = f"{plural(mentions, 'mention')} in {plural(documents, 'document')}"
    if failures:
        return Outcome(3, f"{read}; {len(failures)} could not be read")
    return Outcome(0, read)
