"""Why words allow what they do."""

from __future__ import annotations

import pytest

from checker.api import extract
from checker.report.html.why import why


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was on May 3, 2025.", None),
        ("It was on May 3.", "no year is written"),
        ("It was in mid-May 2024.", "the middle of the time that is named"),
        ("It was in early 2024.", "the first part of the time"),
        ("There were 47 boats.", None),
        ("It weighs 3.5 kg.", "as precise as it is written"),
        ("It weighs about 3 kg.", "alone it allows 2.5–3.5 kg"),
        ("It took more than two hours.", "alone it allows 1.5–2.5 hours"),
        ("It costs between 3 and 5 euros.", "a range is written"),
        ("Dozens of boats came.", "words stand for the number"),
    ],
)
def test_the_reason_is_in_the_value(text: str, reason: str | None) -> None:
    (mention,) = extract(text, published="2025-06-01")
    found = list(why(mention.value, text[mention.start : mention.end]))
    assert bool(found) == (reason is not None)
    assert all(reason is not None and reason in each for each in found)
