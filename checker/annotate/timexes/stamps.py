"""Times as programs write them: `12/Mar/2024:10:15:32`, `20240312T101532Z`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import Clock, Fixed


def _at(date: object, hour: int, minute: int, second: int, parts: int) -> Made:
    if not isinstance(date, Fixed) or len(date.value) != 10 or not (hour < 24 and minute < 60 and second < 60):
        return None
    return "T", Clock(hour, minute, second, parts, date=date)


def _logged(line: Line, first: int, last: int) -> Made:
    """`12/Mar/2024:10:15:32`."""
    if not all(line.glued(i) for i in range(first + 1, last)):
        return None
    hour, minute, *rest = (int(line.word(i)) for i in range(first + 2, last, 2))
    return _at(line.items[first].value, hour, minute, rest[0] if rest else 0, 2 + len(rest))


def _basic(line: Line, first: int, last: int) -> Made:
    """`20240312T101532Z`, the basic format of ISO 8601."""
    text = line.word(first + 2)
    if line.word(first + 1) != "t" or len(text) not in (4, 6) or not all(line.glued(i) for i in range(first + 1, last)):
        return None
    if line.word(last - 1) not in ("z", text):
        return None
    return _at(line.items[first].value, int(text[:2]), int(text[2:4]), int(text[4:] or 0), len(text) // 2)


STAMPS = Stage("D", Rule("D:[de]:[de](?::[de])?", _logged), Rule("Dx[nye]x?", _basic))
