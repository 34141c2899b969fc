"""Every wrong file is told at its place, with a mend, and in no time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker.rulebook import InvalidRules, format_problems, load
from tests.limits import HANG
from tests.rulebook import cases

ALL = {
    f"{group.lower()}: {name}": wrong
    for group in ("YAML", "SHAPE", "PATTERNS", "NAMES", "RELATIONS")
    for name, wrong in getattr(cases, group).items()
}


def test_there_are_many() -> None:
    assert len(ALL) >= 120


@pytest.mark.parametrize("name", ALL)
def test_told_at_its_place(name: str, tmp_path: Path) -> None:
    wrong = ALL[name]
    assert wrong.text.count("«") == 1
    before, _, after = wrong.text.partition("«")
    path = tmp_path / "wrong.yaml"
    path.write_text(before + after, encoding="utf-8")
    start = time.process_time()
    with pytest.raises(InvalidRules) as caught:
        load([str(path)], [])
    took = time.process_time() - start
    first = next((p for p in caught.value.problems if wrong.message in p.message), None)
    told = format_problems(caught.value.problems)
    assert first is not None, told
    assert (first.place.line, first.place.column) == (
        before.count("\n") + 1,
        len(before) - (before.rfind("\n") + 1) + 1,
    ), told
    assert wrong.mend in first.mend, told
    assert f"wrong.yaml:{first.place.line}:{first.place.column}: error: " in told
    assert took < HANG


@pytest.mark.parametrize("name", ALL)
def test_nothing_else_is_told(name: str, tmp_path: Path) -> None:
    """One mistake is one error: what follows from it is not told as well."""
    path = tmp_path / "wrong.yaml"
    path.write_text(ALL[name].text.replace("«", ""), encoding="utf-8")
    with pytest.raises(InvalidRules) as caught:
        load([str(path)], [])
    allowed = 2 if name == "names: no number" else 1
    assert len(caught.value.problems) == allowed, format_problems(caught.value.problems)
