"""The reports that a run writes: `--out FORMAT[=PATH]`, as often as wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.verbs import Unusable
from checker.verbs.common import STANDARD_OUTPUT, write_texts

if TYPE_CHECKING:
    from checker.model.comparison import Comparison

Output = tuple[str, str]
"""A format and where it goes; `-` is standard output."""

_HOSTED = frozenset({"github", "gitlab", "rdjson", "sarif"})
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab say that the checkout is."""


def outputs(given: Sequence[str], formats: Sequence[str] = ()) -> list[Output]:
    """What was asked for, `terminal` where nothing was; `formats` are those of reports, where no others are named.

    Raises Unusable for a format that does not exist and for a file that two reports are to go to.
    """
    from checker import report

    formats = formats or report.formats()
    wanted = [_parted(out) for out in given or ["terminal"]]
    taken: dict[str, str] = {}
    for name, path in wanted:
        if name not in formats:
            raise Unusable(f"--out {name}: no such format; the formats here are {', '.join(formats)}")
        if path == STANDARD_OUTPUT:
            continue
        if other := taken.get(os.path.realpath(path)):
            raise Unusable(f"--out {name}={path}: {other} is written there too; give each report a file of its own")
        taken[os.path.realpath(path)] = name
    return wanted


def write(comparison: Comparison, wanted: Sequence[Output], *, verbose: bool = False) -> None:
    """Write every report once all are drawn; the one for a terminal is drawn to suit the stream that it goes to, and in
    a pipeline those for code hosts name files from the root of the checkout, wherever in it the command runs."""
    from checker import report

    root = next((os.environ[name] for name in _ROOTS if os.environ.get(name)), None)
    texts = []
    for name, path in wanted:
        options: dict[str, object] = {}
        run = comparison if root is None or name not in _HOSTED else _rooted(comparison, os.path.realpath(root))
        if name == "terminal":
            from checker.report.terminal import settings

            options = {"verbose": verbose} | (settings(sys.stdout, os.environ) if path == STANDARD_OUTPUT else {})
        texts.append((path, report.render(run, name, **options)))
    write_texts(texts)


def _rooted(run: Comparison, root: str) -> Comparison:
    """The run with the paths of what lies below `root` from there."""

    def from_root(path: str) -> str:
        folder, name = os.path.split(path)
        place = os.path.relpath(os.path.join(os.path.realpath(folder), name), root)  # noqa: PTH118  a link stays one
        return path if path == STANDARD_OUTPUT or place.startswith(os.pardir) else place

    return replace(
        run,
        documents=tuple(replace(each, path=from_root(each.path)) for each in run.documents),
        failures=tuple(replace(each, path=from_root(each.path)) for each in run.failures),
    )


def _parted(out: str) -> Output:
    name, named, path = out.partition("=")
    if named and not path:
        raise Unusable(f"--out {out}: no file is named; write --out {name}=FILE, or --out {name} for standard output")
    return name, path or STANDARD_OUTPUT
