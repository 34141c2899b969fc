"""The shape of a rule file."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from checker.rulebook.spec.base import Label, Line, Many, Section, ShortSpec, Spec
from checker.rulebook.spec.fact import ExampleSpec, FactSpec, Level, Link, Why


class EventCaseSpec(ShortSpec):
    """One case of an event: one round, one place, one side. A bare list is `cues`."""

    shorthand: ClassVar[str | None] = "cues"
    cues: Many[Line] = Field(description="Patterns that point at this case: `first <talks>`.", min_length=1)
    around: Label | None = Field(None, description="The day it took place, as 2025-05-16: dates near it belong to it.")


class RelationSpec(ShortSpec):
    """What must hold between facts: an expression, or one of the named forms."""

    shorthand: ClassVar[str | None] = "expression"
    expression: Line | None = Field(
        None,
        description="Two sides and `<`, `<=`, `=`, `~`, `>=`, `>` or `!=`, made of fact names, constants (`3 years`, "
        "`5%`, `2025-05-16`), `published` and `+ - * /` (a minus has a space on both sides).",
    )
    rate: Many[Line] = Field(
        default_factory=list, description="Facts given in two currencies: one exchange rate must fit them all."
    )
    between: list[Line] | None = Field(None, description="The two currencies of `rate`.", min_length=2, max_length=2)
    sum: Many[Line] = Field(default_factory=list, description="Facts that add up to the fact under `of`.")
    part: Line | None = Field(None, description="A fact that is at most the fact under `of`.")
    of: Line | None = Field(None, description="The whole, for `sum` and `part`.")
    order: Many[Line] = Field(default_factory=list, description="Facts in order, the earliest or smallest first.")
    elapsed: list[Line] | None = Field(None, description="An earlier and a later date: `is` is the time between.")
    share: list[Line] | None = Field(None, description="A part and its whole: `is` is the share.")
    growth: list[Line] | None = Field(None, description="An earlier and a later amount: `is` is the growth.")
    is_: Line | None = Field(
        None, alias="is", description="The fact or constant that `elapsed`, `share`, `growth` give."
    )
    title: Line | None = Field(None, description="What must hold, in words for the report.")
    severity: Level = None
    why: Why = None
    link: Link = None
    examples: Many[ExampleSpec] = Field(
        default_factory=list, description="At least one that holds and one that is broken."
    )


class RuleFile(Spec):
    """A file of rules for checker: the facts of one story or subject, and what must hold between them."""

    schema_: Literal[1, "1"] = Field(1, alias="schema", description="The version of this language: 1.")
    pack: Line | None = Field(None, description="The pack that this file belongs to; its folder's name if left out.")
    title: Line | None = Field(None, description="What the pack is about.")
    extends: Many[Line] = Field(
        default_factory=list, description="Packs whose vocabulary, events and facts this one builds on."
    )
    checks: Many[Line] = Field(default_factory=list, description="Internal checks to switch on.")
    vocabulary: Section[Line, Many[Line]] = Field(
        {}, description="Named lists of phrases, used as `<name>` by every pattern of the pack."
    )
    events: Section[Line, dict[Label, EventCaseSpec]] = Field(
        {}, description="What a qualifier can point at: a name, and under it each case with its cues."
    )
    facts: Section[Line, FactSpec] = Field(default_factory=dict, description="The facts, by name.")
    relations: Section[Line, RelationSpec] = Field(
        default_factory=dict, description="What must hold between facts, by name."
    )
