"""Numbers and dates that stand in a text and state nothing: when a page was changed, how often it was shared, a house."""

from __future__ import annotations

import re

from checker.model.mention import Mention

_PAGING = re.compile(r"\b(?:image|photo|picture|slide|page|video)s?\s+\d+\s+(?:of|/)\s*/?\s*\d+", re.IGNORECASE)
_SLASHED = re.compile(r"\d\s*/\s*\d")
_CHANGED = r"(?:updated|modified|posted|published)"
_CHANGED_BEFORE = re.compile(rf"\b{_CHANGED}\b\W{{0,3}}(?:[\d:.]+\s+)?$", re.IGNORECASE)
_CHANGED_BEHIND = re.compile(rf"\s*[(|]?\s*{_CHANGED}\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d[\d:.]*")
_NUMERIC = re.compile(r"\d+[./-]\d+[./-]\d+")
_NUMERIC_BEHIND = re.compile(r"\s+\d+[./-]\d+[./-]\d+")
_COUNTER = re.compile(r"\s+(?:Related|Comments?|Shares?|Views?|Replies)\b(?:\s+[A-Z]|\s*$)", re.MULTILINE)
_STREET = re.compile(r"\s+[A-Z]")
_HOUSE = re.compile(r"\b\d{4}$")
_REACH = 24


def is_stamp(mention: Mention, text: str) -> bool:
    """Whether a mention belongs to the page and not to what it tells."""
    if mention.kind in ("date", "time"):
        return (
            text[mention.end : mention.end + 1].isalpha()  # `06.04.2017Get`
            or _is_day_of_change(mention, text)
            or _is_house(mention, text)
        )
    return _is_paging(mention, text) or _is_counter(mention, text)


def _is_day_of_change(mention: Mention, text: str) -> bool:
    """`(updated 14:56 08.04.2017)`; words tell when something happened, and so do not count: `posted on Monday`."""
    if not _NUMERIC.search(text, mention.start, mention.end):
        return False
    before = _CHANGED_BEFORE.search(text, max(0, mention.start - _REACH), mention.start)
    return before is not None or _CHANGED_BEHIND.match(text, mention.end) is not None


def _is_house(mention: Mention, text: str) -> bool:
    """`at 1249 Elm Street` is no time of day."""
    number = mention.kind == "time" and _HOUSE.search(text, mention.start, mention.end) is not None
    return number and _STREET.match(text, mention.end) is not None


def _is_paging(mention: Mention, text: str) -> bool:
    """`photo 3 of 9`, `4/12`."""
    if mention.kind == "ratio" and _SLASHED.search(text, mention.start, mention.end):
        return True
    around = _PAGING.search(text, max(0, mention.start - 16), mention.end + 10)
    return around is not None and around.start() < mention.end and mention.start < around.end()


def _is_counter(mention: Mention, text: str) -> bool:
    """`85 Related Harbour News`, and the hour in `updated 1456 08.04.2017`."""
    if _CLOCK.fullmatch(text, mention.start, mention.end) is None:
        return False
    before = _CHANGED_BEFORE.search(text, max(0, mention.start - _REACH), mention.start)
    hour = before is not None and _NUMERIC_BEHIND.match(text, mention.end) is not None
    return hour or _COUNTER.match(text, mention.end) is not None
