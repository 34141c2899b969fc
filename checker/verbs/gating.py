"""How a run ends: which findings count against it, and the exit code of the contract."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome
from checker.verbs.common import plural

if TYPE_CHECKING:
    from checker.config import Settings
    from checker.model.comparison import Comparison, Finding

LEVELS = ("note", "warning", "error")


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say what fails."""
    fail_on(parser)
    parser.add_argument("--strict", action="store_true", help="an unmet `require:` ends with exit code 3")
    parser.add_argument("--exit-zero", action="store_true", help="end with 0 where it would be 1")


def fail_on(parser: argparse.ArgumentParser) -> None:
    """Add `--fail-on`."""
    parser.add_argument(
        "--fail-on", choices=[*LEVELS, "never"], help="the least severity that ends with exit code 1 (default: error)"
    )


def failing(findings: Iterable[Finding], level: str) -> list[Finding]:
    """The findings that are news and at or above a level."""
    gate = LEVELS[LEVELS.index(level) :] if level != "never" else ()
    return [finding for finding in findings if finding.state == "new" and finding.severity in gate]


def outcome(run: Comparison, args: argparse.Namespace, settings: Settings) -> Outcome:
    """The exit code of the contract: 3 before 1."""
    unread = len(run.failures)
    new = [finding for finding in run.findings if finding.state == "new"]
    unmet = [finding for finding in new if finding.kind == "missing"] if args.strict or settings.strict else []
    said = counted(new)
    if unread or unmet:
        why = [f"{plural(unread, 'source')} could not be read"] if unread else []
        why += [f"`{finding.fact}` is stated too rarely" for finding in unmet]
        return Outcome(3, f"{'; '.join(why)}; {said}")
    fails = failing(new, args.fail_on or settings.fail_on) and not args.exit_zero
    known = len(run.findings) - len(new)
    beside = f", {known} known" if known else ""
    return Outcome(1 if fails else 0, f"{said}{beside} in {plural(len(run.documents), 'document')}")


def counted(findings: Iterable[Any]) -> str:
    """`1 error, 2 notes`, or `no findings`."""
    levels = [finding.severity for finding in findings]
    parts = [(level, levels.count(level)) for level in reversed(LEVELS)]
    return ", ".join(plural(n, level) for level, n in parts if n) or "no findings"
