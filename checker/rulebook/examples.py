"""The examples of a fact or relation."""

from __future__ import annotations

from collections.abc import Sequence as Seq
from typing import TYPE_CHECKING

from checker.model.rule import Example
from checker.rulebook.measures import read_moment
from checker.rulebook.problems import did_you_mean
from checker.rulebook.scope import Scope, plain
from checker.rulebook.text import Text

if TYPE_CHECKING:  # the models, and pydantic with them, are imported by those who explain errors alone
    from checker.rulebook.spec import ExampleSpec

FACT_VERDICTS = (
    "consistent", "conflicting", "updated", "disputed", "incomparable", "single_source", "missing", "nothing", "doubtful",
)  # fmt: skip
RELATION_VERDICTS = ("holds", "broken", "doubtful", "not_judged")


def make_examples(owner: Text, specs: Seq[ExampleSpec], verdicts: Seq[str], scope: Scope) -> tuple[Example, ...]:
    """The examples, their dates and verdicts checked; names are unique within a fact."""
    names: set[str] = set()
    made = []
    for spec in specs:
        if spec.name in names:
            scope.problem(spec.name, f"`{owner}` has two examples of this name", "give each its own name")
        names.add(spec.name)
        if spec.expect not in verdicts:
            what = "relation" if "holds" in verdicts else "fact"
            scope.problem(spec.name, f"no {what} can come out `{spec.expect}`", did_you_mean(spec.expect, verdicts))
        made.append(
            Example(
                name=str(spec.name),
                texts=plain(spec.texts),
                published=_published(spec, scope),
                expect=str(spec.expect),
                values=plain(spec.values),
                todo=spec.todo,
                place=spec.name.place(),
            )
        )
    return tuple(made)


def _published(spec: ExampleSpec, scope: Scope) -> tuple[str | None, ...]:
    for day in spec.published:
        if day is not None and read_moment(day) is None:
            scope.problem(day, f"`{day}` is no day", "write it as 2025-06-03, or with a time as 2025-06-03T08:30")
    if len(spec.published) == len(spec.texts):
        return tuple(str(day) if day is not None else None for day in spec.published)
    if len(spec.published) > 1:
        scope.problem(
            spec.name,
            f"{len(spec.published)} dates under `published` for {len(spec.texts)} texts",
            "give one for all, or one a text",
        )
    first = str(spec.published[0]) if spec.published and spec.published[0] is not None else None
    return (first,) * len(spec.texts)
