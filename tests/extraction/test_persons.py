"""Of whom an age is said."""

from __future__ import annotations

import pytest

from checker.annotate import annotate
from checker.extraction.identities import Identities
from checker.extraction.persons import Persons
from checker.ingest import from_text


def said_of(text: str, age: str) -> tuple[str, ...]:
    at = text.index(age)
    return Persons(text, [(0, len(text))]).beside((at, at + len(age)))


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
        ("A 25-year-old Norby man was hurt.", "25-year-old", None),
        ("A 25-year-old Norby man, Ian Petrie, was hurt.", "25-year-old", "Ian Petrie"),
    ],
)
def test_the_name_beside_an_age(text: str, age: str, name: str | None) -> None:
    assert said_of(text, age) == (() if name is None else (name,))


def test_who_does_something_is_named_before_it() -> None:
    text = "Ann Roe had won 40 votes, her rival Tom Lee 30."
    persons = Persons(text, [(0, len(text))])
    assert persons.subject((12, 20)) == ("Ann Roe",)
    assert persons.subject((16, 20)) == ()
    assert persons.subject((44, 46)) == ("Tom Lee",)


def test_an_age_of_several() -> None:
    assert said_of("Ann Roe and Tom Lee, both 23, fled.", "23") == ("Ann Roe", "Tom Lee")
    assert said_of("Ann Roe, Ida Moss and Tom Lee, all 23, fled.", "23") == ("Ann Roe", "Ida Moss", "Tom Lee")
    assert said_of("Ann Roe and Tom Lee, 23, fled.", "23") == ("Tom Lee",)


def test_a_last_name_alone_is_the_one_longer_name() -> None:
    text = "Rita Sandoval fled. Sandoval, 22, was found."
    assert Persons(text, [(0, 19), (20, len(text))]).beside((30, 32)) == ("Rita Sandoval",)
    text = "Rita Sandoval and Luis Sandoval fled. Sandoval, 22, was found."
    assert Persons(text, [(0, 37), (38, len(text))]).beside((48, 50)) == ("Sandoval",)
    assert Persons(text, [(0, 37), (38, len(text))]).is_shared("Sandoval")
    assert not Persons(text, [(0, 37), (38, len(text))]).is_shared("Rita Sandoval")
    # Who is named only later is not meant, and a possessive or another apostrophe makes nobody else.
    text = "Rita Sandoval fled. Sandoval, 22, was found. Luis Sandoval wept."
    assert Persons(text, [(0, 19), (20, 44), (45, len(text))]).beside((30, 32)) == ("Rita Sandoval",)
    text = "Rita O’Dell fled. Rita O'Dell's car stood. O'Dell, 22, was found."
    assert Persons(text, [(0, 17), (18, 42), (43, len(text))]).beside((51, 53)) == ("Rita O'Dell",)


@pytest.mark.parametrize(
    ("text", "age", "names"),
    [
        # Named in the next sentence, of which the name is the subject.
        ("A 46-year-old woman was hit by a tram. Ida Moss was on her way home.", "46-year-old", ["Ida Moss"]),
        ("Police said a 46-year-old woman was hit. Ida Moss died at noon.", "46-year-old", ["Ida Moss"]),
        ("A 46-year-old woman was hit. It happened near the mill. Ida Moss died.", "46-year-old", ["Ida Moss"]),
        ("A 46-year-old woman was hit. Ida Moss said it was loud.", "46-year-old", []),
        ("A 46-year-old woman was hit. Sergeant Ida Moss was there first.", "46-year-old", []),
        ("A 46-year-old woman was hit. Ida Moss, 50, was with her.", "46-year-old", []),
        ("The tram hit a 46-year-old woman. Ida Moss was the driver.", "46-year-old", []),
        ("A 46-year-old woman was hit. Norby Hospital was full.", "46-year-old", []),
        ("A 46-year-old woman was hit. Police say Ida Moss died at noon.", "46-year-old", ["Ida Moss"]),
        ("A 46-year-old woman was hit. The coroner said Ida Moss was killed at once.", "46-year-old", ["Ida Moss"]),
        ("A 46-year-old woman was hit. It was loud, said Ida Moss.", "46-year-old", []),
        ("A 46-year-old woman was hit. Police say Ida Moss was the driver.", "46-year-old", []),
        (
            "A 46-year-old woman was hit. It was at noon. Ida Moss died. A 9-year-old saw it.",
            "46-year-old",
            ["Ida Moss"],
        ),
        ("A 46-year-old woman was hit. A 9-year-old saw it. Ida Moss died.", "46-year-old", []),
        # Called the victim, the boy, the suspect.
        (
            "Police charged a 20-year-old man. A tram hit a 17-year-old. The victim, named as Tom Lee, is well.",
            "17-year-old",
            ["Tom Lee"],
        ),
        (
            "Police charged a 20-year-old man. A tram hit a 17-year-old. The suspect, Tom Lee, fled.",
            "20-year-old",
            ["Tom Lee"],
        ),
        ("Police charged a 20-year-old man. A tram hit a 17-year-old. The suspect, Tom Lee, fled.", "17-year-old", []),
        (
            "A girl of 14 fell: a 14-year-old girl was hit, a 14-year-old boy is suspected. The victim is named as Ida Moss.",
            "14-year-old",
            ["Ida Moss"],
        ),
        ("A tram hit a 9-year-old boy. The victim, identified as Tom Lee, is well.", "9-year-old", ["Tom Lee"]),
        ("A tram hit a 9-year-old boy. Police identified the boy as Tom Lee.", "9-year-old", ["Tom Lee"]),
        ("The 9-year-old boy whom a tram hit was identified by the coroner as Tom Lee.", "9-year-old", ["Tom Lee"]),
        ("A 19-year-old was arrested over a theft. The victim, Tom Lee, was glad.", "19-year-old", []),
        ("A tram hit his 9-year-old son. The victim, Tom Lee, is well.", "9-year-old", []),
        ("A tram hit a 9-year-old and an 11-year-old. The victim, Tom Lee, is well.", "9-year-old", []),
        ("Five people fell, including a 9-year-old. One of the victims was identified as Tom Lee.", "9-year-old", []),
        # She, he, the one and both.
        ("Ida Moss fell on Friday. She was 24 years old.", "24 years old", ["Ida Moss"]),
        ("Ida Moss fell on Friday. The 24-year-old is well.", "24-year-old", ["Ida Moss"]),
        ("Ida Moss hit Tom Lee on Friday. She was 24 years old.", "24 years old", []),
        ("Ida Moss said the dog ran off. It was hers. He was 24 years old.", "24 years old", []),
        ("The mourners of Ida Moss and Tom Lee wept. Both were 16 years old.", "16 years old", ["Ida Moss", "Tom Lee"]),
    ],
)
def test_the_name_in_another_sentence(text: str, age: str, names: list[str]) -> None:
    annotated = annotate(from_text(text, published=None))
    persons = Persons(text, annotated.sentences)
    at = text.index(age)
    assert not persons.beside((at, at + len(age)))
    assert Identities(persons).of((at, at + len(age))) == tuple(names)
