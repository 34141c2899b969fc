"""What a rule accepts: every side listed, and not for longer than it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import pipeline, rulebook
from checker.model.comparison import Finding

RULES = """
schema: 1
pack: sample
facts:
  boats:
    value: {kind: count, noun: boat}
    find: [sank]
    known: [{values: [%s], reason: first reports, until: 2026-06-30}]
"""


def found(tmp_path: Path, values: str, *texts: str, published: str = "2026-06-01") -> Finding:
    file = tmp_path / "sample.yaml"
    file.write_text(RULES % values)
    run = pipeline.compare_texts(texts, [published] * len(texts), rulebook.load([str(file)], []))
    assert len(run.findings) == 1
    return run.findings[0]


@pytest.mark.parametrize("values", ["3, 5", "three, 5", '"5", "3"'])
def test_every_side_listed_is_known(tmp_path: Path, values: str) -> None:
    finding = found(tmp_path, values, "Three boats sank.", "It sank 5 boats.")
    assert (finding.state, finding.severity) == ("known", "error")
    assert finding.message.endswith("(known: first reports)")


def test_a_third_value_is_news(tmp_path: Path) -> None:
    assert found(tmp_path, "3, 5", "Three boats sank.", "It sank 5 boats.", "Nine boats sank.").state == "new"


def test_a_source_behind_the_last_day_makes_it_news_again(tmp_path: Path) -> None:
    finding = found(tmp_path, "3, 5", "Three boats sank.", "It sank 5 boats.", published="2026-07-01")
    assert finding.state == "new"
