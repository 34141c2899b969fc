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
    parser.add_argument(
        "--watch", action="store_true", help="check again whenever a source or a rule changes, until Ctrl-C"
    )
    gating.options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    from checker import config

    memory = checking.Memory()
    if not args.watch:
        return _once(args, memory)
    from checker.verbs.watch import watch

    wanted = outputs(args.out or config.load(args.config).out)
    return watch(lambda: _once(args, memory), args, [path for _, path in wanted])


def _once(args: argparse.Namespace, memory: checking.Memory) -> Outcome:
    from checker import config
    from checker.gate import changed
    from checker.report import shows_sources

    settings = config.load(args.config)
    wanted = outputs(args.out or settings.out)
    changes = changed.since(args.changed_since) if args.changed_since else None
    accepted = checking.read_baseline(args.baseline or settings.baseline, required=args.baseline is not None)
    pages = shows_sources(name for name, _ in wanted)
    comparison = checking.check(args, settings, accepted, pages=pages, memory=memory)
    if changes is not None:
        comparison = changed.touching(comparison, changes)
    write(comparison, wanted, verbose=args.verbose)
    say_failures(comparison.failures, quiet=args.quiet)
    return gating.outcome(comparison, args, settings)
