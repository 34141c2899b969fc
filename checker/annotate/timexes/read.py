"""The reading of one chunk: stages in their order, and the readings that are left at the end."""

from __future__ import annotations

from checker.annotate.timexes import (
    clocks,
    compounds,
    dayparts,
    days,
    hours,
    joins,
    lengths,
    lone_years,
    nows,
    offsets,
    pieces,
    portions,
    relative,
    spoken,
    stamps,
    together,
    zones,
)
from checker.annotate.timexes.folding import Item
from checker.annotate.timexes.grammar import Cascade, Made, Rule, Stage
from checker.annotate.timexes.signs import Line
from checker.annotate.tokens import Chunk


def _ordinal(line: Line, first: int, last: int) -> Made:
    """`its fourth year`, `the 30th anniversary`, `21st birthday`: which one in a row, in units of time."""
    word = line.word(last - 1)
    if word in ("anniversary", "birthday"):
        return "L", (float(line.items[first].value), "year")
    if line.signs[last - 1] != "U" or word not in ("day", "week", "month", "year"):
        return None
    return "L", (float(line.items[first].value), word)


ORDINALS = Stage("oO", Rule("[oO]-?[Ux]", _ordinal))
CASCADE = Cascade(
    clocks.CLOCKS, lone_years.YEAR_WORDS, joins.DAY_RANGES, clocks.TIMES, spoken.PAST, zones.ZONES, lengths.LENGTHS, compounds.HALVES,
    compounds.COMPOUNDS, days.DATES, stamps.STAMPS, together.TOGETHER, relative.PARTIALS, offsets.BEFORE,
    relative.RELATIVE, nows.NOWS, pieces.SETS, pieces.NTHS,
    portions.MODS, offsets.COUNTED, pieces.YEARS, dayparts.PARTS, dayparts.TODAYS, hours.HOURS, hours.CLOCK_PARTS, dayparts.EARLY_HOURS, dayparts.DAY_TIMES,
    hours.DAY_HOURS, joins.RANGES, hours.DAY_HOURS, joins.LIMITS, ORDINALS,
)  # fmt: skip


def items(chunk: Chunk) -> tuple[Item, ...]:
    """What a chunk says of dates (sign `D`, `I`, `Q`), times (`C`, `T`), lengths (`P`) and places in a row of units of
    time (`L`), in order."""
    line = Line(chunk)
    CASCADE.run(line)
    return tuple([item for item in line.items if item.sign in "DIQCTPL" and item.value is not None])
