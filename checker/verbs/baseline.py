"""`checker baseline`: accept the findings of today, so that only new ones fail."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome, checking
from checker.verbs.common import day, say_failures, write_text

if TYPE_CHECKING:
    from checker.gate.baseline import Baseline
    from checker.model.comparison import Comparison

FILE = "checker-baseline.toml"
ACTIONS = {
    "write": "accept every finding of today; what people wrote into the file stays",
    "prune": "take out what is fixed, and accept nothing new",
    "show": "list what is accepted, and what of it has ended",
}


def register(subparsers: Any) -> None:
    """Add the verb, its actions and their arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "baseline",
        help="accept today's findings, so that only new ones fail",
        description="Keep a file of accepted findings. `checker check --baseline FILE` reports them as known.",
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for action, does in ACTIONS.items():
        one = actions.add_parser(action, help=does, description=f"{does[0].upper()}{does[1:]}.")
        one.set_defaults(run=run, action=action)
        if action == "show":
            one.add_argument("--baseline", metavar="FILE", help=f"the file (default: {FILE})")
            one.add_argument("--config", metavar="FILE", help="configuration to use instead of checker.toml")
            one.add_argument("--today", type=day, metavar="DATE", help="tell what has ended by this day")
            one.add_argument("-q", "--quiet", action="store_true", help="say nothing on standard error")
        else:
            checking.options(one)
        if action == "write":
            one.add_argument("--reason", metavar="TEXT", help="why, for the entries that are new or have ended")
            one.add_argument("--until", type=day, metavar="DATE", help="the last day for these entries (default: none)")


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    from checker import config
    from checker.gate import baseline

    settings = config.load(args.config)
    path = args.baseline or settings.baseline or FILE
    kept = checking.read_baseline(path, required=args.action != "write")
    if args.action == "show":
        return _show(kept, path, args.today)
    comparison = checking.check(args, settings, kept)
    say_failures(comparison.failures, quiet=args.quiet)
    fixed = {entry.id for entry in comparison.fixed}
    if args.action == "prune":
        entries = tuple(entry for entry in kept if entry.id not in fixed)
        said = f"took out {len(fixed)} of {len(kept)} entries of {path}"
    else:
        entries, said = _written(args, comparison, kept, path)
    write_text(path, baseline.write(entries))
    if comparison.failures:
        return Outcome(3, f"{said}; what the unread sources state is left as it was")
    return Outcome(0, said)


def _written(args: argparse.Namespace, run: Comparison, kept: Baseline, path: str) -> tuple[Baseline, str]:
    """What the file is to hold: the findings of this run, and what this run had no means to find."""
    from checker.gate import baseline

    found = baseline.entries_of(run, kept, reason=args.reason, until=args.until)
    seen = {finding.id for finding in run.findings} | {entry.id for entry in run.fixed}
    entries = (*found, *(entry for entry in kept if entry.id not in seen))
    ended = sum(entry.ended(run.today) for entry in found)
    new = len({entry.id for entry in found} - {entry.id for entry in kept})
    parts = [f"{len(entries)} accepted in {path}, {new} of them new"]
    parts += [f"{len(run.fixed)} fixed and taken out"] if run.fixed else []
    parts += [f"{ended} ended before {run.today}: give them a new day with --until"] if ended else []
    failing = sum(finding.at is not None and finding.severity == "error" for finding in run.findings)
    said = "1 suppression fails: mend it in its source" if failing == 1 else f"{failing} suppressions fail: mend them"
    parts += [said] if failing else []
    return entries, "; ".join(parts)


def _show(kept: Baseline, path: str, today: str | None) -> Outcome:
    from checker.report._printable import printable

    told = []
    for entry in kept:
        until = f", until {entry.until}" if entry.until else ""
        state = f"{'ended' if entry.ended(today) else 'accepted'}{until}: {entry.reason}"
        told.append(f"{entry.id}  {entry.rule}\n  {entry.message}\n  {state}\n\n")
    write_text("-", printable("".join(told)))
    ended = sum(entry.ended(today) for entry in kept)
    return Outcome(0, f"{len(kept)} accepted in {path}" + (f", {ended} of them ended" if ended else ""))
