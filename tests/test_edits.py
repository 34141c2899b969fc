"""Changing one value of one source makes exactly its fact or relation conflict; rewording it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker import api, ingest, pipeline
from checker.model.comparison import Comparison
from checker.model.document import Sources
from checker.model.rule import Rulebook

ROOT = Path(__file__).parents[1]
EDITS: dict[str, dict[str, list[Any]]] = yaml.safe_load((ROOT / "tests/corpus/edits.yaml").read_text())


def rows() -> Iterator[Any]:
    for story, files in EDITS.items():
        for file, edits in files.items():
            for old, new, expect in edits:
                yield pytest.param(story, file, old, new, frozenset(expect), id=f"{file}: {old} -> {new}")


@cache
def rules(story: str) -> Rulebook:
    return api.load_rules([], [story])


@cache
def texts(story: str) -> dict[str, str]:
    folder = ROOT / "fixtures" / story
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def compared(story: str, changed: dict[str, str]) -> Comparison:
    documents = tuple(ingest.from_text(text, id=name) for name, text in (texts(story) | changed).items())
    return pipeline.run(Sources(documents), rules(story), jobs=1)


def loud(run: Comparison) -> set[str]:
    return {finding.fact for finding in run.findings if finding.severity in ("error", "warning")}


@cache
def before(story: str) -> frozenset[str]:
    return frozenset(loud(compared(story, {})))


@pytest.mark.parametrize(("story", "file", "old", "new", "expect"), list(rows()))
def test_edit(story: str, file: str, old: str, new: str, expect: frozenset[str]) -> None:
    text = texts(story)[file]
    at = text.index(old)
    run = compared(story, {file: text[:at] + new + text[at + len(old) :]})
    fresh = loud(run) - before(story)
    assert fresh <= expect
    assert bool(fresh) == bool(expect)
    if expect:
        known = {one.id: one for one in run.assertions}
        evidence = [known[i] for finding in run.findings if finding.fact in fresh for i in finding.evidence]
        assert any(one.document == file and one.start < at + len(new) and one.end > at for one in evidence)


@pytest.mark.parametrize("story", EDITS)
def test_the_story_has_one_conflict(story: str) -> None:
    assert len(before(story)) == 1
