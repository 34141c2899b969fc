"""Every format of the sample, whole, against `tests/golden/report.<name>`.

The files are never edited by hand: `CHECKER_UPDATE_GOLDEN=1 pytest tests/report/test_golden.py` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker import report
from checker.report import _version
from tests.report.sample import comparison

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("name", report.formats())
def test_the_sample_gives_the_golden_report(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_version, "version", lambda: "0.0.0")
    text, path = report.render(comparison(), name), GOLDEN / f"report.{name}"
    if os.environ.get("CHECKER_UPDATE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", report.formats())
def test_the_same_run_gives_the_same_bytes(name: str) -> None:
    assert report.render(comparison(), name) == report.render(comparison(), name)


@pytest.mark.parametrize("name", report.formats())
def test_a_report_ends_with_one_line_end(name: str) -> None:
    text = report.render(comparison(), name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(report.UnknownFormat, match="did you mean html"):
        report.render(comparison(), "htm")
