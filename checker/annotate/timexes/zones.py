"""Hours with the zone they are told in: `9 a.m. EST`, `10 a.m. Eastern Time`, `7 p.m. local time`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.signs import Line


def _zoned(line: Line, first: int, last: int) -> Made:
    return "C", line.items[first].value._replace(zone=line.value(first, last, "Z"))


def _zone_in_words(line: Line, first: int, last: int) -> Made:
    """`10 a.m. Eastern Time`, `7 p.m. local time`."""
    words = [line.word(i) for i in range(first + 1, last)]
    named = words[0] in NAMED and words[-1] == "time" and words[1:-1] in ([], ["standard"], ["daylight"])
    zone = NAMED.get(words[0])
    daylight = 60 if "daylight" in words else 0
    return ("C", line.items[first].value._replace(zone=zone and zone + daylight)) if named else None


def _elsewhere(line: Line, first: int, last: int) -> Made:
    """`10:35 a.m. (0735 GMT)`: the same hour in another place."""
    told = line.signs[last - 2] == "Z" or line.items[last - 2].value.zone is not None
    return ("C", line.items[first].value) if told else None


NAMED = {"eastern": -300, "central": -360, "mountain": -420, "pacific": -480, "local": None}
"""Minutes ahead of UTC, in standard time."""
ZONES = Stage("C", Rule(r"CZ?\(CZ?\)", _elsewhere), Rule("CZ", _zoned), Rule("Cxx?x", _zone_in_words))
