"""`checker check`: the main job. Read sources, apply rules, compare, report, gate."""

from __future__ import annotations

import argparse
from typing import Any

from checker.verbs import Outcome, checking, gating
from checker.verbs.common import say_failures
from checker.verbs.outputs import outputs, write


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "check",
        help="compare what the sources state and report what cannot all be true",
        description="Compare what the sources state and report what cannot all be true.",
    )
    checking.options(parser)
    parser.add_argument("--out", action="append", metavar="FORMAT[=PATH]", help="a report to write (default: terminal)")
    parser.add_argument(
        "--changed-since",
        metavar="REF",
        help="read everything, and report what touches files changed since a git commit, branch or tag",
    )
    gating.options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    from checker import config
    from checker.gate import changed
    from checker.report import shows_sources

    settings = config.load(args.config)
    wanted = outputs(args.out or settings.out)
    changes = changed.since(args.changed_since) if args.changed_since else None
    accepted = checking.read_baseline(args.baseline or settings.baseline, required=args.baseline is not None)
    comparison = checking.check(args, settings, accepted, pages=shows_sources(name for name, _ in wanted))
    if changes is not None:
        comparison = changed.touching(comparison, changes)
    write(comparison, wanted)
    say_failures(comparison.failures, quiet=args.quiet)
    return gating.outcome(comparison, args, settings)
