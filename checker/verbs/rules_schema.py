"""`checker rules schema`: the JSON Schema of rule files."""

from __future__ import annotations

import argparse
import json

from checker.verbs import Outcome


def run(args: argparse.Namespace) -> Outcome:  # noqa: ARG001 - every action is called alike
    """The schema on standard output, ready for `> checker-rules.schema.json`."""
    from checker.rulebook.schema import FILE_NAME, json_schema

    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    hint = f"# yaml-language-server: $schema={FILE_NAME}"
    return Outcome(0, f"save it as {FILE_NAME} and begin rule files with `{hint}`")
