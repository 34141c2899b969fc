"""Which names are one person's."""

from __future__ import annotations

import pytest

from checker.compare.names import joined


@pytest.mark.parametrize(
    "names",
    [
        ("John Smith", "J. R. Smith", "Smith"),
        ("John Robert Smith", "John Smith", "J. Smith"),
        ("José Álvarez", "Jose Alvarez"),
        ("Otto Lang Jr", "Otto Lang"),
        ("Maria del Carmen Ruiz", "Maria Ruiz"),
        ("Mr Ruiz", "Maria Ruiz"),
    ],
)
def test_one_person(names: tuple[str, ...]) -> None:
    assert set(joined(names).values()) == {max(names, key=lambda name: len(name.replace(".", "")))}


@pytest.mark.parametrize(
    "names",
    [
        ("John Smith", "Ann Smith"),
        ("John Smith", "J. Smith", "James Smith"),
        ("John Smith", "Ann Smith", "Smith"),
        ("Otto Lang Jr", "Otto Lang Sr", "Otto Lang"),
        ("John Smith", "John Smythe"),
        ("John R. Smith", "John T. Smith"),
    ],
)
def test_several_people(names: tuple[str, ...]) -> None:
    assert len(set(joined(names).values())) > 1


def test_a_name_that_may_be_either_stays_apart() -> None:
    assert joined(["John Smith", "James Smith", "J. Smith"])["J. Smith"] == "J. Smith"
