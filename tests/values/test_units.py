"""The tables of units and currencies are what pint and ISO 4217 say."""

from __future__ import annotations

from importlib.resources import files

import pytest

from checker.values import units
from checker.values.currencies import currencies


def test_the_table_is_what_pint_says() -> None:
    """`python -m checker.values.units` was run after the last change of pint."""
    assert files("checker.values").joinpath("units.tsv").read_text("utf-8").splitlines() == units.defined_by_pint()


def test_every_surface_form_has_its_unit() -> None:
    """No line of `units.txt` names what the table lacks."""
    names, symbols = units.surfaces()
    for expression in {*names.values(), *symbols.values()}:
        assert units.expression(expression).factor > 0


@pytest.mark.parametrize(
    ("written", "factor", "base"),
    [
        ("kilometres", 1000.0, "meter"),
        ("square foot", 0.09290304, "meter ** 2"),
        ("nautical miles", 1852.0, "meter"),
        ("teraelectronvolt", 1.602176634e-07, "kilogram * meter ** 2 / second ** 2"),
        ("kibibytes", 8192.0, "bit"),
    ],
)
def test_names(written: str, factor: float, base: str) -> None:
    """Plurals, prefixes and powers come from the same table."""
    unit = units.named(written)
    assert unit is not None
    assert unit.factor == pytest.approx(factor)
    assert unit.base == base


@pytest.mark.parametrize(
    ("written", "factor", "base"),
    [
        ("kWh", 3.6e6, "kilogram * meter ** 2 / second ** 2"),
        ("µg", 1e-9, "kilogram"),
        ("mGy", 0.001, "meter ** 2 / second ** 2"),
    ],
)
def test_symbols(written: str, factor: float, base: str) -> None:
    """Symbols are read as they stand, prefixes included."""
    unit = units.symbol(written)
    assert unit is not None
    assert unit.factor == pytest.approx(factor)
    assert unit.base == base


@pytest.mark.parametrize("word", ["people", "hands", "counts", "months", "dogs", "points", "chains"])
def test_what_is_no_unit(word: str) -> None:
    """Things that are counted, and times, are no units, whatever pint calls them."""
    assert units.named(word) is None


def test_temperature_has_a_shift() -> None:
    """Degrees Celsius begin at another zero."""
    celsius = units.named("celsius")
    assert celsius is not None
    assert (celsius.factor, celsius.shift, celsius.base) == (1.0, 273.15, "kelvin")


def test_codes() -> None:
    """Codes are three capitals, and each is a mark for itself."""
    table = currencies()
    codes = {currency.code for names in table.peoples.values() for currency in names.values()}
    assert len(codes) > 150
    assert all(len(code) == 3 and code.isupper() and code in table.marks for code in codes)


@pytest.mark.parametrize(
    ("people", "name", "code"),
    [
        ("canadian", "dollars", "CAD"),
        ("swiss", "francs", "CHF"),
        ("kuwaiti", "dinars", "KWD"),
        ("egyptian", "pounds", "EGP"),
    ],
)
def test_countries(people: str, name: str, code: str) -> None:
    """The country before a name decides."""
    assert currencies().peoples[people][name].code == code
