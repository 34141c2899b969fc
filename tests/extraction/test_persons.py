"""Of whom an age is said."""

from __future__ import annotations

import pytest

from checker.extraction.persons import Persons


def said_of(text: str, age: str) -> str | None:
    at = text.index(age)
    return Persons(text, [(0, len(text))]).beside((at, at + len(age)), (0, len(text)))


@pytest.mark.parametrize(
    ("text", "age", "name"),
    [
        ("Rita Sandoval, 22, was asleep.", "22", "Rita Sandoval"),
        ("Otto Lang Jr., 31, ran off.", "31", "Otto Lang Jr"),
        ("On Friday Deputy Karl Voss (42) came home.", "42", "Karl Voss"),
        ("Mia Lund, who was 17, survived.", "17", "Mia Lund"),
        ("They met 38-year-old Hugo Brandt there.", "38-year-old", "Hugo Brandt"),
        ("The 25-year-old suspect, Ian Petrie, was held.", "25-year-old", "Ian Petrie"),
        ("A 25-year-old man identified as Ian Petrie was held.", "25-year-old", "Ian Petrie"),
        ("The 25-year-old victim has been identified as Ian Petrie.", "25-year-old", "Ian Petrie"),
        ("Killed were 19-year-old Ada Lund, 17-year-old Mia Moss and others.", "17-year-old", "Mia Moss"),
        ("Pavel Moreau, a 60-year-old from Lyme, fell.", "60-year-old", "Pavel Moreau"),
        ("A 25-year-old man shot Ian Petrie.", "25-year-old", None),
        ("A 25-year-old from Norby was hurt.", "25-year-old", None),
        ("The driver, who is 46, beat Tom Reis.", "46", None),
        ("Ann Roe and a girl of 12 were found.", "12", None),
    ],
)
def test_the_name_beside_an_age(text: str, age: str, name: str | None) -> None:
    assert said_of(text, age) == name


def test_a_last_name_alone_is_the_one_longer_name() -> None:
    assert said_of("Rita Sandoval fled. Sandoval, 22, was found.", "22") == "Rita Sandoval"
    assert said_of("Rita Sandoval and Luis Sandoval fled. Sandoval, 22, was found.", "22") == "Sandoval"
