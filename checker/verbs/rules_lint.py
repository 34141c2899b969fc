"""`checker rules lint`: what is wrong or doubtful in rule files."""

from __future__ import annotations

import argparse

from checker.verbs import Outcome
from checker.verbs.common import plural
from checker.verbs.rules import load_named


def run(args: argparse.Namespace) -> Outcome:
    """Every problem with its place, the line and a mend: 2 for errors, 1 for warnings alone."""
    from checker.extraction.doubts import doubts
    from checker.extraction.idle import idle
    from checker.rulebook import InvalidRules, format_problems
    from checker.rulebook.lint import lint, warning

    try:
        book = load_named(args)
    except InvalidRules as invalid:
        print(format_problems(invalid.problems))
        return Outcome(2, "these rules cannot be used; mend the errors above")
    warnings = [*lint(book), *(warning(*doubt) for doubt in (*doubts(book), *idle(book)))]
    if warnings:
        warnings.sort(key=lambda one: (one.place.path, one.place.line, one.place.column, one.message))
        print(format_problems(warnings))
        return Outcome(1, "the rules can be used, and the warnings above say what is doubtful")
    files = plural(sum(len(pack.files) for pack in book.packs), "file")
    said = f"{plural(len(book.facts), 'fact')} and {plural(len(book.relations), 'relation')} in {files}"
    return Outcome(0, f"{said}, nothing to mend")
