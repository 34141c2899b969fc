"""`checker report`: any report again from a saved run, or one page over many, without reading the sources."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from checker.verbs import Outcome, Unusable
from checker.verbs.common import plural, write_text
from checker.verbs.outputs import outputs, write
from checker.verbs.saved import load


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "report",
        help="render a saved run again, or one page over many",
        description="Render any report from a run saved with --out json, or one page over many such runs.",
    )
    parser.add_argument(
        "saved", nargs="+", metavar="RUN.json", help="runs written by `checker check --out json=RUN.json`, oldest first"
    )
    parser.add_argument("--out", action="append", metavar="FORMAT[=PATH]", help="a report to write (default: terminal)")
    parser.add_argument(
        "--index",
        metavar="FILE",
        help="write an HTML page over all runs: what conflicts in each story, and what its last run changed",
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="list every place in the report for a terminal")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing on standard error")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Do it; the outcome is the exit code and why."""
    if args.index:
        if args.out:
            raise Unusable("--index and --out do not go together: run `checker report` once for each")
        return _index(args.saved, args.index)
    if len(args.saved) > 1:
        raise Unusable(f"{len(args.saved)} runs make no one report; `--index FILE` writes a page over them")
    wanted = outputs(args.out or [])
    comparison = load(args.saved[0])
    write(comparison, wanted, verbose=args.verbose)
    return Outcome(0, f"{plural(len(wanted), 'report')} from {args.saved[0]}")


def _index(paths: Sequence[str], index: str) -> Outcome:
    from checker.report.html import render_index
    from checker.report.html.index import Saved

    runs = [Saved(path, load(path), _beside(path, index)) for path in paths]
    write_text(index, render_index(runs))
    return Outcome(0, f"a page over {plural(len(runs), 'run')} in {index}")


def _beside(path: str, index: str) -> str:
    """The address, from the index, of the HTML report that lies beside a saved run under the same name."""
    page = Path(path).with_suffix(".html")
    if not page.is_file():
        return ""
    folder = Path(index).parent if index != "-" else Path()
    return quote(Path(os.path.relpath(page, folder)).as_posix())
