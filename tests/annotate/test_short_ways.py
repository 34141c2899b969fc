"""Short ways come to what the long ways come to: over every text of the corpus, alone and among other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.annotate import choose, plain, segments
from checker.annotate.timexes.read import CASCADE
from checker.annotate.timexes.reader import readings
from checker.annotate.tokens import Chunk, Reading

CORPUS = Path(__file__).parents[1] / "corpus"


def strings(value: Any) -> Iterator[str]:
    """Every string of a YAML file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in strings(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in strings(one))


@cache
def texts() -> list[str]:
    """What the corpus has, as it is and in the middle of a sentence."""
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(CORPUS.glob("*.yaml"))]
    found = sorted({text for text in strings(files) if any(sign.isalnum() for sign in text)})
    return found + [f"They told the harbour office that {text} and went home to Norby." for text in found[::3]]


def of_each() -> list[list[Reading]]:
    """The readings of every text, nothing kept from before."""
    segments._memo.cache_clear()
    return [list(choose.readings(Chunk(text))) for text in texts()]


@cache
def as_it_is() -> list[list[Reading]]:
    return of_each()


def test_a_number_joined_to_its_unit_of_time_is_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = as_it_is()
    monkeypatch.setattr(choose, "_of_time", lambda *_: False)
    assert of_each() == expected


def test_plain_numbers_are_what_the_long_way_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = as_it_is()
    monkeypatch.setattr(plain, "amount", lambda *_: None)
    differ = [text for text, one, other in zip(texts(), of_each(), expected, strict=True) if one != other]
    assert differ == []


def test_a_rule_has_no_group_of_its_own_for_the_groups_behind_rules_tell_them_apart() -> None:
    patterns = [pattern for stage in CASCADE._stages for pattern in stage._patterns]
    assert [pattern for pattern in patterns if re.compile(pattern).groups] == []


def test_a_stage_that_is_passed_over_would_match_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    chunks = [Chunk(text) for text in texts()]
    expected = [readings(chunk) for chunk in chunks]
    CASCADE._next.cache_clear()
    monkeypatch.setattr(CASCADE, "_possible", lambda _: (1 << len(CASCADE._stages)) - 1)
    assert [readings(chunk) for chunk in chunks] == expected
    CASCADE._next.cache_clear()
