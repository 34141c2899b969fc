"""The words and marks around units that the reader of quantities tells apart."""

from __future__ import annotations

from typing import NamedTuple

from checker.values.units import Unit

TIMES = {
    "second": 1.0, "sec": 1.0, "s": 1.0, "minute": 60.0, "min": 60.0, "hour": 3600.0, "hr": 3600.0, "h": 3600.0,
    "day": 86400.0, "d": 86400.0, "night": 86400.0, "week": 604800.0, "month": 2629800.0, "year": 31557600.0,
    "yr": 31557600.0, "quarter": 7889400.0, "decade": 315576000.0, "annum": 31557600.0,
}  # fmt: skip
"""Units of time that a rate may be per, in seconds (months and years as pint has them)."""
POWERS = {"square": 2.0, "sq": 2.0, "cubic": 3.0, "cu": 3.0}
RAISED = {"squared": 2.0, "cubed": 3.0}
DEGREE = ("degree", "degrees", "°", "º", "deg")
SCALES = {
    "c": "celsius", "celsius": "celsius", "celcius": "celsius", "centigrade": "celsius", "centigrate": "celsius",
    "f": "fahrenheit", "fahrenheit": "fahrenheit", "farenheit": "fahrenheit", "k": "kelvin", "kelvin": "kelvin",
}  # fmt: skip
LONG = frozenset("thick long wide tall high deep across diameter by x × in apart".split())
OPENING = frozenset("of in on at and or for by to from with per is was were than".split())
TEMPERATURE = frozenset(
    "temperature temperatures degrees degree heat hot hotter cold colder warm warmer weather oven thermostat freezing boil "
    "boils fever celsius fahrenheit ° high highs low lows cool cooler bake cook heatwave mercury thermometer".split()
)
COSTS = frozenset(
    "cost costs costing pay pays paid paying price prices priced worth spend spent spending fine fined budget debt debts "
    "profit profits sales revenue bill earn earned earns salary wage wages loan loans owed owe bought sold buy sell value "
    "valued fee fees charge charged compensation damages funding fund investment invested raised raise bonus tax euros "
    "dollars pence rand fell rose share shares sterling cash money £".split()
)
"""Words of payment, near which `pounds` and `R500` are money."""
INCHES = frozenset("0 1 2 3 4 5 6 7 8 9 10 11 one two three four five six seven eight nine ten eleven".split())
"""Those of a foot, as in `6ft 4`."""
TURNING = frozenset("rotate rotated rotates rotating rotation spin spun turn turned twist make wind".split())
KNOWN = frozenset(
    "km kg ml mm cm ft in mph lb oz mi mg kph kmh sqm sqft ha psi hp bhp rpm bpm mpg fps nm kn kt kts yd pt qt gal "
    "bbl bbls bpd tpd tpa cal kcal kw kwh mol cd lm lx px ksi gph gpm mb gb tb kbps mbps gbps mcg ug um pm am fm cl dl hl dm "
    "tbsp tsp db hz bar ct nmi ly gm ms ns mmol nmol pmol mbar kbar nbar atm ppb ppt ka kyr byr".split()
)
"""Lower-case symbols that are read after a space; any other must be glued to its number or have a prefix."""
KNOWN_UPPER = frozenset(
    "MW GW TW KW MB GB TB PB KB KM CM MM KG ML MPH KPH RPM PSI HP BHP BTU MPG AU NM KWH MV GV TV VDC VAC MT L W V K A J N T M B".split()
) - {"TV"}


class Measured(NamedTuple):
    """A unit at tokens up to `last`; what a rate is per is part of the unit."""

    last: int
    unit: Unit
