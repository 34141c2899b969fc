"""What only a whole text can show: discourse, tense, the reach of a date, and that nothing depends on the clock."""

from __future__ import annotations

import pytest

from checker.annotate import annotate
from checker.annotate.timexes import holidays
from checker.annotate.timexes.tense import lean
from checker.model.document import Document
from checker.model.mention import Timex
from checker.values.dates import parse


def dates(text: str, published: str | None) -> list[tuple[str | None, str | None, str]]:
    document = Document(id="t", text=text, path="t", sha256="", published=published)
    values = [mention.value for mention in annotate(document).mentions]
    return [(value.earliest, value.latest, value.timex) for value in values if isinstance(value, Timex)]


def test_without_a_publication_date_nothing_is_guessed() -> None:
    text = "Yesterday they met. On Monday they will vote. It began last year, in March, three weeks ago and at 5 p.m."
    assert {(earliest, latest) for earliest, latest, _ in dates(text, None)} == {(None, None)}


def test_a_publication_date_with_its_hour_anchors_hours() -> None:
    assert dates("They left three hours ago.", "2025-06-04T10:30")[0][0] == "2025-06-04T07:30"
    assert dates("They left three hours ago.", "2025-06-04T01:30")[0][0] == "2025-06-03T22:30"


def test_that_day_is_a_day_named_shortly_before() -> None:
    near = "The dam broke on March 9. That day nine people drowned."
    far = "The dam broke on March 9. Rain fell. Roads were cut. Nobody came. Nine people drowned that day."
    assert dates(near, "2025-06-04")[1][0] == "2025-03-09"
    assert dates(far, "2025-06-04")[1][0] is None


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("The board will meet on ", "", 1),
        ("The board met on ", "", -1),
        ("The board must be told on ", "", 1),
        ("The board would have met on ", "", -1),
        ("Once the board decided, it said it would meet on ", "", 1),
        ("On ", ", the board met.", -1),
        ("On ", ", the board will meet.", 1),
        ("A quiet ", "", 0),
        ("The talks, postponed until ", "", 1),
        ("They may meet on ", "", 1),
    ],
)
def test_tense(before: str, after: str, way: int) -> None:
    text = f"{before}Friday{after}"
    assert lean(text, len(before), len(before) + 6, 0, len(text)) == way


def test_feasts_are_found_and_fall_on_their_days() -> None:
    assert holidays.match(["thanksgiving", "day", "2018"], 0) == ("11-4x4", 2)
    assert str(holidays.days("11-4x4", 2018)) == "(datetime.date(2018, 11, 22), datetime.date(2018, 11, 22))"
    ramadan = holidays.days("islamic.ramadan_beginning..30", 2024)
    assert ramadan is not None
    assert [day.isoformat() for day in ramadan] == ["2024-03-11", "2024-04-09"]


def test_other_notations_need_a_base_unless_complete() -> None:
    assert str(parse("29.02.2020 13.12")) == "2020-02-29 13:12:00"
    assert parse("Friday") is None
    assert parse("no date at all") is None


def test_a_decade_is_written_as_timeml_writes_it() -> None:
    document = Document("t", "It grew in the late 1980s, as in the 1960s.", "t", "")
    found = [mention.value for mention in annotate(document).mentions]
    assert [(value.timex, value.mod) for value in found if isinstance(value, Timex)] == [
        ("198X", "END"),
        ("196X", None),
    ]
