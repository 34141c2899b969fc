"""Dates that belong to other words than those a pattern asks for: what only stands in the same clause may date what
is said, how long something lasts, or another thing altogether."""

from __future__ import annotations

import re

from checker.extraction.commonplace import COMMONPLACE
from checker.model.mention import Annotated

_REACH = 60
"""Characters before a date that may say what it belongs to."""

_SAID = re.compile(
    r"(?:\b(?:said|says|told|tells|announced|added|wrote|tweeted|stated|confirmed|testified|recalled|revised|updated|published"
    r"|released|posted|quoted)|,\s+according\s+to\s+[\w .’']{1,40})"
    r"(?:\s+(?:him|her|them|us|me|reporters|journalists|(?:[A-Z][\w’'.]*\s?){1,3}))?"
    r"(?:\s+(?:in|at|during|by|to|via)\s+(?:(?:an?|the|his|her|their)\s+)?[\w’' -]{1,30}?)?"
    r"(?:\s+(?:on|late|early|earlier|again|for))*\s+$"
    r"|\b(?:interview|statement|news\s+conference|press\s+conference|briefing|press\s+release|e-?mail|affidavit|tweet|announcement|apology|speech|remarks|ruling|report"
    r"|(?:still|remains?|remained)\s+[\w ]{1,30})(?:\s+(?:on|late|early|released|issued|sent))*\s+$"
)
_LASTS = re.compile(r"(?:since|until|till|every|each)\b", re.IGNORECASE)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:their|his|her|its|our|my|a|an|next)\s+(?:[a-z]+\s+)?$")
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
