"""Amounts that give another one again: `18 billion dollars (£13 billion)`, `26 miles (42 km)`, `5ft 10in/1.78m`."""

from __future__ import annotations

from checker.model.mention import Mention, Quantity

_LINKS = frozenset(("(", " (", "/", " / ", " [", ", or ", " or ", " — ", " – ", " ("))
_OPEN = frozenset(("(", " (", " ["))


def linked(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with `restates` set where a bracket or a slash joins two amounts of one thing in unlike units."""
    previous: Mention | None = None
    for index, mention in enumerate(mentions):
        if previous is not None and mention.start - previous.end < 8 and _restates(text, previous, mention):
            mentions[index] = mention._replace(restates=index - 1)
        previous = mention
    return mentions


def _restates(text: str, one: Mention, other: Mention) -> bool:
    if one.kind != other.kind or one.kind not in ("money", "quantity"):
        return False
    between = text[one.end : other.start]
    bracket = between in _OPEN or (
        between.startswith((" (", "(", " ["))
        and between.rstrip().endswith(("about", "around", "or", "roughly", "approx."))
    )
    if not bracket and between not in _LINKS:
        return False
    if bracket and text[other.end : other.end + 1] not in (")", "]", ";", ",", " "):
        return False
    a, b = one.value, other.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return False
    if one.kind == "money":
        return a.unit != b.unit and (bracket or between in ("/", " / ", ", or ", " or "))
    return a.unit == b.unit and a.unit_written != b.unit_written
