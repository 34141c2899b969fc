"""Dates that belong to other words than those a pattern asks for: what only stands in the same clause may date what
is said, how long something lasts, or another thing altogether."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.extraction.commonplace import COMMONPLACE
from checker.extraction.saying import SAYING, one_of
from checker.model.mention import Annotated, Timex

_REACH = 60
"""Characters before a date that may say what it belongs to."""

_SAID = re.compile(
    rf"(?:\b(?:{one_of(SAYING)}|recalled|revised|updated|published|released|posted|quoted)"
    r"|,\s+according\s+to\s+[\w .’']{1,40})"
    r"(?:\s+(?:him|her|them|us|me|reporters|journalists|(?:[A-Z][\w’'.]*\s?){1,3}))?"
    r"(?:\s+(?:in|at|during|by|to|via)\s+(?:(?:an?|the|his|her|their)\s+)?[\w’' -]{1,30}?)?"
    r"(?:\s+(?:on|late|early|earlier|again|for))*\s+$"
    r"|\b(?:interview|statement|news\s+conference|press\s+conference|briefing|press\s+release"
    r"|e-?mail|affidavit|tweet|announcement|apology|speech|remarks|ruling|report"
    r"|(?:still|remains?|remained)\s+[\w ]{1,30})(?:\s+(?:on|late|early|released|issued|sent))*\s+$"
)
_LASTS = re.compile(r"(?:since|until|till|every|each)\b", re.IGNORECASE)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:their|his|her|its|our|my|a|an|next)\s+(?:[a-z]+\s+)?$")
_AND = re.compile(r"\s*(?:,|,?\s*\b(?:and|or)\b)\s*(?:on\s+)?", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_RUN = timedelta(days=3)
"""How far apart two days are that are named together as the days of one event."""
_NOUN = re.compile(r"\s+([a-z]+)\b")


def belongs_elsewhere(annotated: Annotated, index: int) -> str | None:
    """What a date or time says instead, in a few words; None where it may date what the clause tells of."""
    mention, text = annotated.mentions[index], annotated.document.text
    before = text[max(0, mention.start - _REACH) : mention.start]
    if dates_a_report(annotated, index):
        return "it dates what is said, not what happened"
    if _LASTS.match(text, mention.start):
        return "it says how long or how often, not when"
    if _THAT.match(text, mention.start):
        return "it is a day that was told of before"
    noun = _NOUN.match(text, mention.end)
    if noun is not None and noun[1] not in COMMONPLACE and _OWN.search(before):
        return f"it dates the {noun[1]} behind it"
    return None


def dates_a_report(annotated: Annotated, index: int) -> bool:
    """Whether a date says when something was said: `the mayor said on Monday`."""
    mention = annotated.mentions[index]
    return _SAID.search(annotated.document.text[max(0, mention.start - _REACH) : mention.start]) is not None


def days_together(annotated: Annotated, index: int) -> Timex | None:
    """The days that a date names with the one behind it: `May 10 and 11`, `the weekend of May 10`."""
    mention, behind = annotated.mentions[index], annotated.mentions[index + 1 : index + 2]
    if not behind or not isinstance(mention.value, Timex) or not isinstance(behind[0].value, Timex):
        return None
    one, other = mention.value, behind[0].value
    link = annotated.document.text[mention.end : behind[0].start]
    if not other.earliest or not other.latest or other.grain != "day":
        return None
    if one.grain == "week" and _OF.fullmatch(link):
        return _spanned(other, other.earliest, other.latest, around=1 if one.timex.endswith("WE") else 6)
    if one.earliest and one.grain == "day" and one.latest and _AND.fullmatch(link):
        apart = date.fromisoformat(other.earliest[:10]) - date.fromisoformat(one.latest[:10])
        if timedelta(0) < apart <= _RUN:
            return _spanned(one, one.earliest, other.latest)
    return None


def _spanned(value: Timex, first: str, last: str, around: int = 0) -> Timex:
    """A date as all days from one to another, with so many around them."""
    room = timedelta(days=around)
    begin, end = date.fromisoformat(first[:10]) - room, date.fromisoformat(last[:10]) + room
    return value._replace(earliest=begin.isoformat(), latest=end.isoformat(), timex=f"{begin}/{end}")
