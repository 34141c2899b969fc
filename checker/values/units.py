"""Units of measurement, from a table that is made from pint once: reading a text never imports pint.

`units.tsv` has every unit of pint with its factor to the SI base unit (`python -m checker.values.units` writes it
again), `units.txt` what people write for them. Prefixes are taken off as they are met, so `megagrays` and `TeV` need
no line anywhere.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

Dimension = tuple[tuple[str, float], ...]
"""Base units and their powers, in order of name: `(("meter", 1.0), ("second", -1.0))`."""


class Unit(NamedTuple):
    """`value * factor + shift` is in the base unit; `written` is the unit as written, in the singular."""

    written: str
    factor: float
    shift: float
    dimension: Dimension

    @property
    def base(self) -> str:
        """The base unit as pint spells it: `meter / second ** 2`."""
        return _spelled(self.dimension)


PREFIXES = {
    "quecto": 1e-30, "ronto": 1e-27, "yocto": 1e-24, "zepto": 1e-21, "atto": 1e-18, "femto": 1e-15, "pico": 1e-12,
    "nano": 1e-9, "micro": 1e-6, "milli": 1e-3, "centi": 1e-2, "deci": 1e-1, "deca": 1e1, "deka": 1e1, "hecto": 1e2,
    "kilo": 1e3, "mega": 1e6, "giga": 1e9, "tera": 1e12, "peta": 1e15, "exa": 1e18, "zetta": 1e21, "yotta": 1e24,
    "ronna": 1e27, "quetta": 1e30, "kibi": 2.0**10, "mebi": 2.0**20, "gibi": 2.0**30, "tebi": 2.0**40,
    "pebi": 2.0**50, "exbi": 2.0**60,
}  # fmt: skip
_PREFIX_NAMES = tuple(PREFIXES)
SYMBOL_PREFIXES = {
    "a": 1e-18, "f": 1e-15, "p": 1e-12, "n": 1e-9, "µ": 1e-6, "μ": 1e-6, "u": 1e-6, "m": 1e-3, "c": 1e-2, "d": 1e-1,
    "h": 1e2, "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18, "Ki": 2.0**10, "Mi": 2.0**20,
    "Gi": 2.0**30, "Ti": 2.0**40,
}  # fmt: skip
_PREFIXED = frozenset(
    "meter metre gram gramme liter litre byte bit watt joule newton pascal volt ampere amp ohm hertz second calorie "
    "electronvolt electron_volt tonne ton sievert becquerel gray tesla farad henry coulomb mole molar parsec bar "
    "annum year pixel watt_hour watthour siemens weber katal lumen lux candela curie rad poise barn baud dyne".split()
)
_PREFIXED_SYMBOLS = frozenset(
    "m g l L B b W J N Pa V A Ω Hz s cal eV t Sv Bq Gy T F H C mol M pc bar a Wh S Wb lm lx cd Ci b bit K Ah Da yr Torr".split()
)
_ELEMENTS = frozenset(("Pb",))
"""What would be a unit with its prefix, and is hardly ever one: `206Pb`."""
_COUNTED_IN_TWOS = frozenset(("B", "bit"))
"""What the prefixes that are powers of two stand before."""
NOT_UNITS = frozenset(
    "bag bags candle candles chain chains count counts cycle cycles fifth fifths grade grades hand hands link links particle particles point points "
    "pole poles rod rods shot shots strain strains league leagues shake shakes slug slugs mole moles barn "
    "barns drop drops second seconds minute minutes hour hours day days week weeks fortnight fortnights month months "
    "year years decade decades century centuries millennium millennia eon eons are ares lambda gamma jute unit_pole "
    "pi perch perches sack sacks ream reams pica picas stilb didot langley franklin fermi faraday gauss gal "
    "nit nits bel bels neper octave octaves percent permille scruple line lines rydberg hartree debye mil mils thou "
    "galileo tex reyn darcy biot cicero therm_EC square_degree entropy_unit enzyme_unit dozen gross kip kips number_english "
    "peck pecks denier deniers grain grains minim minims gill gills weber-person rem rems cables_length "
    "ton_TNT".split()
)
"""Names in pint that in a text are things that are counted, times (read as durations), or other words."""


@cache
def _table() -> dict[str, Unit]:
    table = {}
    text = files(__package__).joinpath("units.tsv").read_text("utf-8")
    for line in text.splitlines():
        name, factor, shift, base, _ = line.split("\t")
        table[name] = Unit(name, float(factor), float(shift), _parsed(base))
    return table


@cache
def _pint_symbols() -> dict[str, str]:
    """Symbols and other names that pint gives, by what is written."""
    found: dict[str, str] = {}
    for line in files(__package__).joinpath("units.tsv").read_text("utf-8").splitlines():
        name, *_, others = line.split("\t")
        for other in others.split():
            found.setdefault(other, name)
    return found


@cache
def surfaces() -> tuple[dict[str, str], dict[str, str]]:
    """Names (lower case) and symbols (as they stand) of `units.txt`, to the expression they stand for."""
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for line in files(__package__).joinpath("units.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        form, _, written = line.partition(":")
        plain, _, marks = written.partition("|")
        for name in filter(None, (n.strip().lower() for n in plain.split(","))):
            names[name] = form
        for mark in filter(None, (n.strip() for n in marks.split(","))):
            symbols[mark] = form
    return names, symbols


@cache
def phrases() -> tuple[tuple[str, ...], ...]:
    """The names of more than one word in `units.txt` and pint, each as its words."""
    names, _ = surfaces()
    written = {name for name in names if " " in name}
    written |= {name.replace("_", " ") for name in _table() if "_" in name and name.islower() and len(name) < 24}
    return tuple(sorted(tuple(name.split()) for name in written))


@lru_cache(maxsize=16384)
def named(surface: str) -> Unit | None:
    """The unit that a name stands for: lower case, singular or plural, words set apart by one space."""
    names, symbols = surfaces()
    for name in _singulars(surface):
        form = names.get(name)
        if form:
            short = name.removesuffix("s")
            alike = form in (names.get(short), symbols.get(short))
            return expression(form)._replace(written=short if alike else name)
    if surface in NOT_UNITS:
        return None
    table = _table()
    for name in _singulars(surface):
        key = name.replace(" ", "_").replace("-", "_")
        if key in NOT_UNITS:
            return None
        unit = table.get(key) or (table.get(_pint_symbols().get(key, "")) if len(key) > 4 else None)
        if unit and len(key) > 2:
            return unit._replace(written=name)
    if not surface.startswith(_PREFIX_NAMES):
        return None
    for name in _singulars(surface):
        for prefix, factor in PREFIXES.items():
            rest = name[len(prefix) :]
            if name.startswith(prefix) and rest in _PREFIXED:
                unit = (
                    expression(names[rest])
                    if rest in names
                    else table.get(rest) or table.get(_pint_symbols().get(rest, ""))
                )
                if unit:
                    return Unit(name, unit.factor * factor, 0.0, unit.dimension)
    return None


@lru_cache(maxsize=4096)
def symbol(surface: str) -> Unit | None:
    """The unit that a symbol stands for, as written: `kWh`, `mGy`, `µm`."""
    names, symbols = surfaces()
    form = symbols.get(surface) or names.get(surface)
    if surface in _ELEMENTS:
        return None
    if form:
        return expression(form)._replace(written=surface)
    for prefix, factor in SYMBOL_PREFIXES.items():
        rest = surface[len(prefix) :]
        if rest in (_PREFIXED_SYMBOLS if len(prefix) < 2 else _COUNTED_IN_TWOS) and surface.startswith(prefix):
            unit = symbol(rest) or _table().get(_pint_symbols().get(rest, ""))
            if unit:
                return Unit(surface, unit.factor * factor, 0.0, unit.dimension)
    name = _pint_symbols().get(surface)
    if name and name not in NOT_UNITS and surface not in NOT_UNITS and len(surface) > 1:
        return _table()[name]._replace(written=surface)
    return None


def _singulars(surface: str) -> tuple[str, ...]:
    """The word itself and what it may be the plural of; only the last word (`barrels of oil`: the first) changes."""
    if surface.endswith("feet"):
        return (surface[:-4] + "foot",)
    if surface.endswith("es") and len(surface) > 4:
        return surface, surface[:-1], surface[:-2]
    if surface.endswith("s") and len(surface) > 3:
        return surface, surface[:-1]
    return (surface,)


@cache
def expression(text: str) -> Unit:
    """`mile / hour`, from the table. Raises KeyError for a unit that the table lacks."""
    unit = Unit(text, 1.0, 0.0, ())
    power = 1.0
    parts = text.split()
    if len(parts) == 1:
        return _simple(text)
    for part in parts:
        if part in "*/":
            power = 1.0 if part == "*" else -1.0
        else:
            unit = times(unit, _simple(part), power)
    return unit._replace(written=text)


def _simple(name: str) -> Unit:
    table = _table()
    if name in table:
        return table[name]
    for prefix, factor in PREFIXES.items():
        if name.startswith(prefix) and name[len(prefix) :] in table:
            unit = table[name[len(prefix) :]]
            return Unit(name, unit.factor * factor, 0.0, unit.dimension)
    raise KeyError(f"units.txt names a unit that units.tsv lacks: {name}")


def times(one: Unit, other: Unit, power: float = 1.0) -> Unit:
    """The product of a unit and a power of another."""
    powers = dict(one.dimension)
    for base, exponent in other.dimension:
        powers[base] = powers.get(base, 0.0) + exponent * power
    dimension = tuple(sorted((base, exponent) for base, exponent in powers.items() if exponent))
    return Unit(one.written, one.factor * other.factor**power, 0.0, dimension)


def _parsed(base: str) -> Dimension:
    powers: dict[str, float] = {}
    sign = 1.0
    tokens = base.split()
    for at, token in enumerate(tokens):
        if token == "/":
            sign = -1.0
        elif token == "*":
            sign = 1.0
        elif token not in ("**", "1", "dimensionless") and tokens[at - 1] != "**":
            power = float(tokens[at + 2]) if tokens[at + 1 : at + 2] == ["**"] else 1.0
            powers[token] = sign * power
    return tuple(sorted(powers.items()))


@cache
def _spelled(dimension: Dimension) -> str:
    def power(base: str, exponent: float) -> str:
        return base if exponent == 1 else f"{base} ** {exponent:g}"

    above = " * ".join(power(base, exponent) for base, exponent in dimension if exponent > 0)
    below = "".join(f" / {power(base, -exponent)}" for base, exponent in dimension if exponent < 0)
    return (above or "1") + below if dimension else "dimensionless"


def defined_by_pint() -> list[str]:
    """The lines of `units.tsv`: name, factor, shift, base, other names and symbols; imports pint.

    Constants of nature are left out, and so are scales that are no multiple of a base unit, which keep their own name
    as base (decibels).
    """
    import pint

    registry: Any = pint.UnitRegistry()
    constant = re.compile(r"constant|quantum|planck_|_mass$|_number$|_factor$|number_|^pi$|ln10|wien|magneton|absorbance|"
                          r"atomic_unit|conventional|delta_|impedance|standard_gravity|speed_of_light|tansec|eulers|_radius|"
                          r"vacuum|fine_struct|permitt|water_density|mercury_density|cross_section|refractive|x_unit")  # fmt: skip
    found = {definition.name: definition for definition in registry._units.values()}  # noqa: SLF001  (pint has no other list of its units)
    lines = []
    for name, definition in found.items():
        if constant.search(name) or name == "avogadro_number":
            continue
        try:
            zero = registry.Quantity(0.0, name).to_base_units()
            one = registry.Quantity(1.0, name).to_base_units()
        except Exception:  # noqa: BLE001, S112  (pint raises many kinds for units that it cannot convert)
            continue
        others = [other for other in (definition.defined_symbol or "", *definition.aliases) if other and other != name]
        factor, shift, base = one.magnitude - zero.magnitude, zero.magnitude, str(one.units)
        if not definition.is_multiplicative and shift and "kelvin" not in base:
            factor, shift, base = 1.0, 0.0, name
        lines.append("\t".join((name, f"{factor:.12g}", f"{shift:.12g}", base, " ".join(others))))
    return sorted(lines)


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name("units.tsv").write_text("\n".join(defined_by_pint()) + "\n", encoding="utf-8")
