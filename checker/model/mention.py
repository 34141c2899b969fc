"""What `annotate` makes: the places of a text that state a number or a date, and what they may mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from checker.model.document import Document, Span

Kind = Literal["number", "count", "quantity", "money", "percent", "ratio", "ordinal", "duration", "date", "time"]


made = tuple.__new__
"""`made(Interval, (1.0, 2.0, False, True))` is `Interval(1.0, 2.0, False, True)` at a third of its price: for what is
made many thousand times a document. It takes every field and checks none."""


class Interval(NamedTuple):
    """All values that a written number may stand for. None is no bound; `open` leaves the bound itself out."""

    lower: float | None = None
    upper: float | None = None
    lower_open: bool = False
    upper_open: bool = False


class Quantity(NamedTuple):
    """A number with its unit.

    `hard` is what the words allow, `soft` what a writer would mean by them (`more than 12,000`: hard has no upper
    bound, soft does), `written` is the number alone at its written precision, without its hedge. All three are in
    `unit`, the base unit: `second`, the SI base unit as pint spells it, the ISO 4217 code, the noun's singular,
    `percent`, or "" for a bare number. `number`, `low`, `high`, `unit_written` are as written, the unit singular
    (`2`, None, None, `week`; for `between 3 and 5 km` None, 3, 5, `km`).
    """

    hard: Interval
    soft: Interval
    written: Interval
    unit: str
    number: float | None = None
    low: float | None = None
    high: float | None = None
    unit_written: str = ""
    per: str | None = None  # `year`, `share`, `household` of a rate; None where there is none


class Offset(NamedTuple):
    """`the month after`, `two days before`: a calendar distance from an event that other words name."""

    amount: int  # negative: before
    unit: str  # day, week, month, quarter, year, ...


class Timex(NamedTuple):
    """A date or a time. `earliest` and `latest` are ISO 8601 and inclusive; both None where nothing anchors it.

    `timex` is the TIMEX3 value and keeps what is known without an anchor (`XXXX-WXX-5` for a bare Friday). `zone` is how
    many minutes a time that names its zone is ahead of UTC.
    """

    earliest: str | None
    latest: str | None
    grain: str
    timex: str
    mod: str | None = None  # TIMEX3 mod: START MID END APPROX BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER
    offset: Offset | None = None
    zone: int | None = None


Value = Quantity | Timex


class Mention(NamedTuple):
    """One place in a text. A tuple, not a dataclass: thousands are made a second, and a tuple is made in a third
    of the time.

    `start, end` cover the whole expression with the hedges that change the value; `core_start, core_end` leave
    hedges and articles out. `noun` is the singular head of what is counted and `noun_span` its noun phrase
    (`prisoners of war`). `share` keeps `each` or `total`. `restates` is the index, in the document's mentions, of
    the mention that this one gives again in another unit (`$18 billion (£13 billion)`).
    """

    start: int
    end: int
    core_start: int
    core_end: int
    kind: Kind
    value: Value
    hedge: str | None = None
    noun: str | None = None
    noun_span: Span | None = None
    share: Literal["each", "total"] | None = None
    restates: int | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its sentences, paragraphs and mentions, each in order of place.

    Sentences and paragraphs are spans that leave furniture out; no mention lies in furniture.
    """

    document: Document
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def quote(self, mention: Mention) -> str:
        """Exactly the characters of the mention."""
        return self.document.text[mention.start : mention.end]
