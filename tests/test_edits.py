"""Changing one value of one source makes exactly its fact or relation conflict; rewording it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from checker import api, ingest, pipeline
from checker.model.comparison import Comparison
from checker.model.document import Sources
from checker.model.rule import Rulebook

ROOT = Path(__file__).parents[1]
STORIES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "tests/corpus/edits.yaml").read_text())


def rows() -> Iterator[Any]:
    for story, told in STORIES.items():
        for file, edits in told["edits"].items():
            for old, new, expect in edits:
                yield pytest.param(story, file, old, new, frozenset(expect), id=f"{file}: {old} -> {new}")


@cache
def rules(pack: str) -> Rulebook:
    return api.load_rules([], [pack])


@cache
def texts(story: str) -> dict[str, str]:
    folder = ROOT / "fixtures" / story
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def compared(story: str, changed: dict[str, str]) -> Comparison:
    with TemporaryDirectory() as folder:
        for name, text in (texts(story) | changed).items():
            Path(folder, name).write_text(text, encoding="utf-8")
        read = ingest.read([folder])
    documents = tuple(replace(one, id=Path(one.path).name) for one in read.documents)
    return pipeline.run(Sources(documents), rules(STORIES[story]["pack"]), jobs=1)


def loud(run: Comparison) -> set[str]:
    return {finding.fact for finding in run.findings if finding.severity in ("error", "warning")}


def said(run: Comparison, file: str) -> set[tuple[str, str, str]]:
    """What one source states, with the sentence that states it."""
    return {(one.fact, one.text, one.sentence) for one in run.assertions if one.document == file}


@cache
def unchanged(story: str) -> Comparison:
    return compared(story, {})


@pytest.mark.parametrize(("story", "file", "old", "new", "expect"), list(rows()))
def test_edit(story: str, file: str, old: str, new: str, expect: frozenset[str]) -> None:
    text = texts(story)[file]
    at = text.index(old)
    run = compared(story, {file: text[:at] + new + text[at + len(old) :]})
    fresh = loud(run) - loud(unchanged(story))
    assert fresh <= expect
    assert bool(fresh) == bool(expect)
    if expect:
        known = {one.id: one for one in run.assertions}
        evidence = [known[i] for finding in run.findings if finding.fact in fresh for i in finding.evidence]
        changed = said(run, file) - said(unchanged(story), file)
        assert any(one.document == file and (one.fact, one.text, one.sentence) in changed for one in evidence)


@pytest.mark.parametrize("story", STORIES)
def test_the_story_has_one_conflict(story: str) -> None:
    assert len(loud(unchanged(story))) == 1


@pytest.mark.parametrize("pack", sorted({told["pack"] for told in STORIES.values()} - set(STORIES)))
@pytest.mark.parametrize("story", STORIES)
def test_rules_of_another_subject_stay_quiet(story: str, pack: str) -> None:
    if pack != STORIES[story]["pack"]:
        folder = ROOT / "fixtures" / story
        run = pipeline.run(ingest.read([str(folder)]), rules(pack), jobs=1)
        assert loud(run) <= loud(unchanged(story))
