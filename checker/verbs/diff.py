"""`checker diff`: what became of the findings between two saved runs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome, gating
from checker.verbs.common import write_texts
from checker.verbs.outputs import outputs
from checker.verbs.saved import load

if TYPE_CHECKING:
    from checker.gate.differences import Differences
    from checker.model.comparison import Comparison, Finding


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "diff",
        help="findings new, fixed and changed between two saved runs",
        description="Tell which findings are new, fixed or changed between two runs saved with --out json. New ones at "
        "or above --fail-on end with exit code 1.",
    )
    parser.add_argument("before", metavar="RUN_A.json", help="the earlier run")
    parser.add_argument("after", metavar="RUN_B.json", help="the later run")
    parser.add_argument("--out", action="append", metavar="FORMAT[=PATH]", help="terminal (default) or json")
    gating.fail_on(parser)
    parser.add_argument("--exit-zero", action="store_true", help="end with 0 where it would be 1")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing on standard error")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    from checker.gate.differences import differences

    drawn = {"json": _json, "terminal": _text}
    wanted = outputs(args.out or [], tuple(drawn))
    before, after = load(args.before), load(args.after)
    found = differences(before, after)
    write_texts((path, drawn[name](found, before, after)) for name, path in wanted)
    level = args.fail_on or "error"
    counted_before = {finding.id for finding in gating.failing(before.findings, level)}
    fails = [finding for finding in gating.failing(after.findings, level) if finding.id not in counted_before]
    said = f"{len(found.new)} new, {len(found.fixed)} fixed, {len(found.changed)} changed, {found.same} the same"
    return Outcome(1 if fails and not args.exit_zero else 0, said)


def _text(found: Differences, before: Comparison, after: Comparison) -> str:
    from checker.report._printable import printable

    return printable("".join(f"{line}\n" for line in _lines(found, before, after))) or "no difference\n"


def _lines(found: Differences, before: Comparison, after: Comparison) -> Iterator[str]:
    for word, mark, findings, run in (("new", "+", found.new, after), ("fixed", "-", found.fixed, before)):
        for finding in findings:
            yield from _told(f"{mark} {word}", finding, run)
    for change in found.changed:
        yield from _told("~ changed", change.after, after, change.words)


def _told(mark: str, finding: Finding, run: Comparison, more: str = "") -> Iterator[str]:
    yield f"{mark}  {finding.severity}{'  known' if finding.state == 'known' else ''}  {finding.rule}  {finding.id}"
    yield f"    {finding.message}{f' ({more})' if more else ''}"
    yield from (f"    {document}:{line}:{column}  {text}" for document, line, column, text in _places(finding, run))
    yield ""


def _places(finding: Finding, run: Comparison) -> Iterator[tuple[str, int, int, str]]:
    known = {one.id: one for one in run.assertions}
    for one in (*(known[id_] for id_ in finding.evidence if id_ in known), finding.at):
        if one is not None:
            yield one.document, one.line, one.column, " ".join(one.text.split())


def _json(found: Differences, before: Comparison, after: Comparison) -> str:
    from checker.report.json import finding_to_dict

    def shown(finding: Finding, run: Comparison) -> dict[str, Any]:
        places = [
            dict(zip(("document", "line", "column", "text"), place, strict=True)) for place in _places(finding, run)
        ]
        return {**finding_to_dict(finding), "places": places}

    document = {
        "schema_version": 1,
        "new": [shown(finding, after) for finding in found.new],
        "fixed": [shown(finding, before) for finding in found.fixed],
        "changed": [{"before": shown(one.before, before), "after": shown(one.after, after)} for one in found.changed],
        "same": found.same,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
