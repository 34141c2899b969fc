"""The shape of one fact."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from checker.model.rule import Severity, Status, Trend
from checker.rulebook.spec.base import Alternatives, Label, Line, Many, ShortSpec, Spec

KindName = Literal[
    "number", "count", "quantity", "money", "percent", "ratio", "ordinal", "duration", "date", "time", "offset",
]  # fmt: skip
Grain = Literal["hour", "day", "week", "month", "season", "quarter", "year", "decade"]
Level = Annotated[
    Severity | None,
    Field(description="How much a conflict weighs: `error` (the default) fails the run, `warning` and `note` do not."),
]
Why = Annotated[Line | None, Field(description="One sentence for the report: why this matters.")]
Link = Annotated[Line | None, Field(description="A web address with more about it.")]


class ValueSpec(ShortSpec):
    """What the value is: a kind alone (`value: date`), or a mapping with its unit, noun and bounds."""

    shorthand: ClassVar[str | None] = "kind"
    kind: KindName = Field(
        description="`count` counts things with a noun, `quantity` has a physical unit, `money` a currency, `duration` "
        "a length of time, `offset` a distance from another event (`the month after …`)."
    )
    noun: Many[Line] = Field(
        default_factory=list, description="What a count counts, with its synonyms: plain words or `<vocabulary>` names."
    )
    unit: Line | None = Field(
        None,
        description="The unit: an ISO 4217 code for money (`USD`), a time word (`hour`), any physical unit (`km`).",
    )
    per: Line | None = Field(
        None, description="What the fact is stated for each of (`side`): a total of 2,000 then agrees with 1,000 each."
    )
    parties: int | None = Field(None, ge=2, description="How many there are to share a total, with `per`. Default 2.")
    plausible: list[Label | None] | None = Field(
        None,
        min_length=2,
        max_length=2,
        description="Lowest and highest value to believe, in the fact's unit; what lies outside is passed over. "
        "An empty bound (`~`) is none.",
    )
    limit: bool = Field(
        False,
        description="The value is a limit: of `up to 25 kg` and `version 3.11 or later` the number itself counts.",
    )
    grain: Grain | None = Field(
        None, description="For dates, the coarsest to believe: with `week`, `in March` and `in 2025` are passed over."
    )


class NearSpec(ShortSpec):
    """Words that must stand within reach of the value."""

    shorthand: ClassVar[str | None] = "any"
    any: Many[Line] = Field(description="One of these patterns.", min_length=1)
    within: Line | None = Field(
        None, description="How far: `clause` (the default), `sentence`, `paragraph` or `N words`."
    )


class FindSpec(ShortSpec):
    """Plain words around the value, in any order. A bare list is `any`."""

    shorthand: ClassVar[str | None] = "any"
    any: Many[Line] = Field(default_factory=list, description="At least one of these patterns.")
    all: Many[Line] = Field(default_factory=list, description="Every one of these patterns.")
    near: Alternatives[NearSpec] = Field(
        default_factory=list,
        description="Patterns of which one must stand close to the value. A list of mappings asks for each of them.",
    )
    not_: Many[Line] = Field(default_factory=list, alias="not", description="None of these patterns.")
    within: Line | None = Field(
        None,
        description="How far `any`, `all` and `not` look: `sentence` (the default), `clause`, `paragraph`, `N words`.",
    )


class MatchSpec(ShortSpec):
    """A line as a text would say it: words, `(optional)`, `(one|other)`, `<vocabulary>`, `...` and one `{slot}`.

    Any further key is one of the pack's events and fixes its case: `{pattern: …, round: "1"}`.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Label]
    shorthand: ClassVar[str | None] = "pattern"
    pattern: Line | None = Field(None, description="The words, with one slot: `first (direct) <talks> ... {date}`.")
    regex: Line | None = Field(
        None, description="A regular expression in RE2's syntax, with a group `(?P<value>…)` that covers the value."
    )
    qualifiers: dict[Line, Label] | None = Field(None, description="Cases that this line itself settles: `{round: 1}`.")
    status: Status | None = Field(None, description="Settles whether the words assert, plan, suppose, deny or request.")
    means: Line | None = Field(
        None, description="Another fact's id: the words (without a slot) say that both facts have the same value."
    )
    says: Label | None = Field(
        None,
        description="What words without a slot say: `1`, or `at least 1` where more is possible, though not meant.",
    )
    bound: Literal["at-most", "at-least"] | None = Field(
        None, description="Reads the value as a bound: of `five people were shot`, at most five were injured."
    )


class QualifierSpec(ShortSpec):
    """How a fact is narrowed to one case of an event."""

    shorthand: ClassVar[str | None] = "is"
    is_: Label | None = Field(None, alias="is", description="Keep only what is said of this case.")
    from_: Literal["event", "person"] | None = Field(
        None, alias="from", description="Where the case comes from: the nearest cue of the event, or a person's name."
    )
    missing: Literal["own-document", "incomparable"] | None = Field(
        None, description="Without a cue: the document's own subject (the default), or no comparison."
    )
    default: Label | None = Field(
        None,
        description="Without a cue: this case. With `missing: own-document`, only where the document is about no case.",
    )


class AsOfSpec(ShortSpec):
    """For running totals: what a value's date is taken from."""

    shorthand: ClassVar[str | None] = "from"
    from_: Many[Literal["phrase", "published"]] = Field(
        alias="from", description="`phrase` (a date in the words), `published` (the document's date), in this order."
    )


class RequireSpec(ShortSpec):
    """How many sources must state the fact."""

    shorthand: ClassVar[str | None] = "sources"
    sources: int = Field(ge=1, description="At least this many; fewer is a finding.")


class KnownSpec(Spec):
    """A discrepancy that people have looked at and accepted."""

    values: Many[Label] = Field(description="The values that may stand side by side, as a text would write them.")
    reason: Line = Field(description="Why it is accepted.")
    until: Label | None = Field(None, description="The day on which the acceptance ends, as 2026-12-31.")


class ExampleSpec(Spec):
    """A test that lives with its rule: texts, and what they must come to."""

    name: Line = Field(description="What the example shows, in a few words.")
    texts: Many[Line] = Field(description="One text a source.", min_length=1)
    published: Many[Label | None] = Field(
        default_factory=list,
        description="The day the texts were published: one for all, or a list with one a text (`~` for unknown).",
    )
    expect: Literal[
        "consistent", "conflicting", "updated", "disputed", "incomparable", "single_source", "missing",
        "nothing", "doubtful", "holds", "broken", "not_judged",
    ] = Field(
        description="The verdict. For a fact also `nothing`, where no text may be read as stating it, and `doubtful`; "
        "for a relation `holds`, `broken`, `doubtful` or `not_judged`."
    )  # fmt: skip
    values: Many[Label] = Field(
        default_factory=list, description="The values that are to be read, in order of the texts."
    )
    todo: bool = Field(False, description="A known gap: it may fail, and is reported once it passes.")


class FactSpec(Spec):
    """One thing that sources may state. Its key is its name, for good: words, not numbers."""

    title: Line | None = Field(None, description="What the fact is, in words for the report.")
    value: ValueSpec = Field(description="What its value is: a kind alone, as `date`, or a mapping.")
    match: Many[MatchSpec] = Field(
        default_factory=list, description="Lines as a text would say them. For the precise cases."
    )
    find: FindSpec | None = Field(None, description="Plain words that stand around the value. For most cases.")
    not_: Many[Line] = Field(
        default_factory=list,
        alias="not",
        description="Words that veto a sentence, whatever `match` or `find` say of it.",
    )
    qualifiers: dict[Line, QualifierSpec] | None = Field(
        None,
        description="What narrows the fact: `{round: 1}` keeps one case, `{round: {from: event}}` compares by case.",
    )
    precision: Label | None = Field(
        None, description="`as-written` (the default: 66.5 is 66.45 to 66.55), `exact`, or a number of figures."
    )
    tolerance: Label | None = Field(
        None, description="How far values may differ: `2%`, `1 day`, or a number in the unit."
    )
    several: Literal["clash", "choose"] = Field(
        "clash",
        description="What it means that one document gives values that clash: `clash`, it contradicts itself; `choose`, it "
        "tells of several cases, and agrees with the others if one of them does.",
    )
    recent: bool = Field(
        False,
        description="A value that its sentence dates in a year before the publication's (`In 1987 …`, `by 9 votes in "
        "2020`), or on a day ten months back or more, is of another time, and passed over.",
    )
    require: RequireSpec | None = Field(None, description="How many sources must state it; fewer is a finding.")
    status: Status | None = Field(
        None, description="For a fact that is itself a plan or a proposal: what its values count as, whatever is said."
    )
    as_of: AsOfSpec | None = Field(
        None, alias="as-of", description="What a value that changes with time is dated by: the words, the publication."
    )
    trend: Trend | None = Field(
        None,
        description="How a value may move with time: `non-decreasing` and `non-increasing` for running totals, `with-time` "
        "for ages and spells, which grow by what has passed between two sources. Anything else is a conflict.",
    )
    same: Many[Line] = Field(
        default_factory=list,
        description="Facts, by name. Sources that clash over one of them tell of different things, and are not compared.",
    )
    severity: Level = None
    known: Many[KnownSpec] = Field(default_factory=list, description="Discrepancies that are accepted.")
    why: Why = None
    link: Link = None
    owner: Line | None = Field(None, description="Who answers for the rule.")
    tags: Many[Line] = Field(default_factory=list, description="Words to find the rule by.")
    aliases: Many[Line] = Field(default_factory=list, description="Former names, so that old baselines still fit.")
    examples: Many[ExampleSpec] = Field(
        default_factory=list, description="At least one that is consistent and one that is conflicting."
    )
