"""`checker rules`: work on rule files. One module an action; this one has their arguments."""

from __future__ import annotations

import argparse
import importlib
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome

if TYPE_CHECKING:
    from checker.model.rule import Rulebook

ACTIONS = {
    "list": "every fact and relation with its kind and severity",
    "lint": "what is wrong or doubtful in rule files, all of it at once",
    "test": "run the examples in rule files",
    "schema": "print the JSON Schema of rule files, for editors",
    "new": "write a rule from a sentence that states the fact",
}


def register(subparsers: Any) -> None:
    """Adds `rules` and its actions."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "rules", help="list, check, test and write rules", description="Work on YAML rules."
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for action, does in ACTIONS.items():
        one = actions.add_parser(action, help=does, description=does[0].upper() + does[1:] + ".")
        one.add_argument("-q", "--quiet", action="store_true", help="say nothing on standard error")
        one.set_defaults(run=run, action=action)
        if action in ("list", "lint", "test"):
            one.add_argument(
                "paths", nargs="*", metavar="PATH", help="a rule file or a folder of them (default: all packs)"
            )
            one.add_argument("--pack", action="append", default=[], metavar="NAME", help="a built-in rule pack")
            one.add_argument("--config", metavar="FILE", help="configuration to use instead of checker.toml")
        if action == "schema":
            one.add_argument(
                "--of",
                choices=("rules", "run", "mention"),
                default="rules",
                help="rule files (default), saved runs, mentions",
            )
        if action == "list":
            one.add_argument("--markdown", action="store_true", help="a page with every rule and its examples")
        if action == "test":
            one.add_argument("--coverage", action="store_true", help="name the patterns that no example exercises")
            one.add_argument("--only", action="append", default=[], metavar="FACT", help="this fact or relation alone")
        if action == "new":
            one.add_argument("name", nargs="?", help="the fact's name: lower-case words joined by hyphens")
            one.add_argument("--sentence", metavar="TEXT", help="a sentence that states it")
            one.add_argument("--value", metavar="TEXT", help="the value in the sentence, where it has several")
            where = "NAME.yaml, where the configuration has a folder of rules in that"
            one.add_argument("--file", metavar="PATH", help=f"the file to write (default: {where})")


def run(args: argparse.Namespace) -> Outcome:
    """Hands over to the action's own module."""
    outcome: Outcome = importlib.import_module(f"checker.verbs.rules_{args.action}").run(args)
    return outcome


def load_named(args: argparse.Namespace) -> Rulebook:
    """The rules that the arguments name, else those of the configuration, else every built-in pack.

    Raises checker.rulebook.InvalidRules.
    """
    from checker import config, rulebook
    from checker.compare import checks

    files, packs = list(args.paths), list(args.pack)
    if not files and not packs:
        settings = config.load(args.config)
        files, packs = [*settings.rules], [*settings.packs]
    if not files and not packs:
        packs = sorted(rulebook.built_in())
    return rulebook.load(files, packs, checks=checks.names())
