"""`checker rules schema`: the JSON Schema of rule files, and of what the command writes."""

from __future__ import annotations

import argparse
import json

from checker.verbs import Outcome


def run(args: argparse.Namespace) -> Outcome:
    """The schema on standard output, ready for `> checker-rules.schema.json`."""
    if args.of != "rules":
        from importlib.resources import files

        found = files("checker.report") / "schemas" / f"{args.of}.schema.json"
        print(found.read_text(encoding="utf-8"), end="")
        return Outcome(0, f"the JSON Schema of a {args.of}")
    from checker.rulebook.schema import FILE_NAME, json_schema

    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    hint = f"# yaml-language-server: $schema={FILE_NAME}"
    return Outcome(0, f"save it as {FILE_NAME} and begin rule files with `{hint}`")
