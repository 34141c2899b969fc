"""Currencies by the names, marks and codes that texts give them, from `currencies.txt`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Currency(NamedTuple):
    """`code` is the ISO 4217 code; `factor` 0.01 for cents; `written` the name in the singular; `sure` is False for
    names that are other words too (`won`, `mark`)."""

    code: str
    factor: float
    written: str
    sure: bool = True


class Currencies(NamedTuple):
    """`names` by lower-case name, singular and plural; `marks` as they stand; `peoples` to {name: currency}: what
    `dollar` is after `canadian`; `starts` the first words of peoples and names of more than one word."""

    names: dict[str, Currency]
    marks: dict[str, Currency]
    peoples: dict[str, dict[str, Currency]]


_IRREGULAR = {"penny": ("pennies",), "pence": (), "fen": (), "sen": (), "paise": (), "sterling": ()}


@cache
def currencies() -> Currencies:
    """The table, read once."""
    names: dict[str, Currency] = {}
    marks: dict[str, Currency] = {}
    peoples: dict[str, dict[str, Currency]] = {}
    for line in files(__package__).joinpath("currencies.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        code, _, rest = line.partition(":")
        countries, units, signs, hundredths = (
            [item.strip() for item in field.split(",") if item.strip()] for field in rest.split("|")
        )
        own: dict[str, Currency] = {}
        for name in units:
            plain = name.strip("[]")
            _add(own, plain, Currency(code, 1.0, plain, sure=plain == name))
        for name in hundredths:
            _add(own, name, Currency(code, 0.01, name))
        for name, currency in own.items():
            names.setdefault(name, currency)
        for country in countries:
            peoples.setdefault(country, {}).update({n: c._replace(sure=True) for n, c in own.items()})
        for mark in signs:
            marks.setdefault(mark, Currency(code, 1.0, mark))
        marks.setdefault(code, Currency(code, 1.0, code))
    for mark in ("¢", "c"):
        marks.setdefault(mark, Currency("USD", 0.01, mark))
    marks.setdefault("p", Currency("GBP", 0.01, "p"))
    return Currencies(names, marks, peoples)


def _add(table: dict[str, Currency], name: str, currency: Currency) -> None:
    table[name] = currency
    for plural in _IRREGULAR.get(name, (name + "s",)):
        table.setdefault(plural, currency)
