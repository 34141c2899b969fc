"""The reports that a run writes: `--out FORMAT[=PATH]`, as often as wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from checker.model.comparison import Comparison
from checker.verbs import Unusable
from checker.verbs.common import write_text

Output = tuple[str, str]
"""A format and where it goes; `-` is standard output."""


def outputs(given: Sequence[str]) -> list[Output]:
    """What was asked for, the terminal report where nothing was. Raises Unusable for a format that does not exist."""
    from checker import report

    wanted = [_parted(out) for out in given or ["terminal"]]
    for name, _ in wanted:
        if name not in report.formats():
            raise Unusable(f"--out {name}: no such format; the formats are {', '.join(report.formats())}")
    return wanted


def write(comparison: Comparison, wanted: Sequence[Output]) -> None:
    """Write every report; the one for a terminal is drawn to suit the stream that it goes to."""
    from checker import report

    for name, path in wanted:
        options: dict[str, object] = {}
        if name == "terminal" and path == "-":
            from checker.report.terminal import settings

            options = settings(sys.stdout, os.environ)
        write_text(path, report.render(comparison, name, **options))


def _parted(out: str) -> Output:
    name, _, path = out.partition("=")
    return name, path or "-"
