"""`checker report`: any report again from a saved run, without reading the sources."""

from __future__ import annotations

import argparse
from typing import Any

from checker.verbs import Outcome
from checker.verbs.outputs import outputs, write
from checker.verbs.saved import load


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "report", help="render a saved run again", description="Render any report from a run saved with --out json."
    )
    parser.add_argument("saved", metavar="RUN.json", help="a run written by `checker check --out json=RUN.json`")
    parser.add_argument("--out", action="append", metavar="FORMAT[=PATH]", help="a report to write (default: terminal)")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing on standard error")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    wanted = outputs(args.out or [])
    comparison = load(args.saved)
    write(comparison, wanted)
    return Outcome(0, f"{len(wanted)} report{'' if len(wanted) == 1 else 's'} from {args.saved}")
