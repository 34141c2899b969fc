"""`checker init`: a commented configuration, the rule schema and one working rule, ready to be changed.

With `--ci` also a pipeline that runs the check; where there is a configuration already, the pipeline alone.
"""

from __future__ import annotations

import argparse
import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from checker.verbs import Outcome, Unusable
from checker.verbs.common import plural, write_text

CONFIG, SAMPLES = "checker.toml", "articles"
PIPELINES = {"github": ".github/workflows/checker.yml", "gitlab": ".gitlab-ci.yml"}
ADDRESS = "git+https://github.com/OWNER/checker"
UNKNOWN = f"checker[formats] @ {ADDRESS}"
"""Where a pipeline installs checker from while nobody has said it."""


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "init",
        help="begin a project: a configuration, the rule schema and one working rule",
        description="Write checker.toml, a first rule file with its examples, and the schema that editors complete it "
        "by. A folder without anything to read gets two short articles as well.",
    )
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="where to begin it (default: here)")
    parser.add_argument("--ci", choices=sorted(PIPELINES), help="write a pipeline that runs the check")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing on standard error")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Write all of it or, where one of the files is there already, nothing."""
    folder = Path(args.folder)
    drafts, unknown = _all(folder, args.ci)
    there = [str(path) for path in drafts if path.exists()]
    if there:
        mend = "exists; remove it" if len(there) == 1 else "exist; remove them"
        raise Unusable(f"nothing is written over: {', '.join(there)} {mend}, or name another folder")
    for path, text in drafts.items():
        write_text(str(path), text)
        print(path)
    where = "" if args.folder == "." else f"in {args.folder}, "
    mend = f"; put the address that pip installs checker from in the place of {ADDRESS}" if unknown else ""
    wrote = f"wrote {plural(len(drafts), 'file')}"
    return Outcome(0, f"{wrote}; {where}`checker check` compares the sources by the rules{mend}")


def _all(folder: Path, ci: str | None) -> tuple[dict[Path, str], bool]:
    """The files to write, and whether somebody has to say where the pipeline installs checker from."""
    from checker import config
    from checker.verbs.installed import requirement

    if ci is None:
        return _drafts(folder), False
    origin = requirement()
    pipeline = (files("checker.verbs") / "pipelines" / f"{ci}.yml").read_text(encoding="utf-8")
    drafts = {} if folder.is_dir() and config.load(folder=folder).path else _drafts(folder)
    return {**drafts, folder / PIPELINES[ci]: pipeline.replace(UNKNOWN, origin or UNKNOWN)}, origin is None


def _drafts(folder: Path) -> dict[Path, str]:
    from checker.rulebook.schema import FILE_NAME, json_schema

    starter = files("checker.verbs") / "starter"
    drafts = {folder / name: text for name, text in _texts(starter, "")}
    drafts[folder / "rules" / FILE_NAME] = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    if _has_sources(folder):
        drafts = {path: text for path, text in drafts.items() if path.parent != folder / SAMPLES}
        drafts[folder / CONFIG] = drafts[folder / CONFIG].replace(f'sources = ["{SAMPLES}"]', 'sources = ["."]')
    return dict(sorted(drafts.items()))


def _texts(folder: Traversable, name: str) -> list[tuple[str, str]]:
    """The files of the starter with their paths in it."""
    found = []
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        inside = f"{name}/{one.name}".lstrip("/")
        found += _texts(one, inside) if one.is_dir() else [(inside, one.read_text(encoding="utf-8"))]
    return found


def _has_sources(folder: Path) -> bool:
    """Whether a folder holds anything that can be read as a source."""
    from checker.ingest.formats import readers

    return any(path.suffix.lower() in readers() for path in folder.rglob("*") if path.is_file())
