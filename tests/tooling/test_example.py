"""The example report that is kept in the repository is what the command writes today."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli import main

ROOT = Path(__file__).parents[2]


def test_the_example_report_is_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    fresh = tmp_path / "example.html"
    code = main(["check", "fixtures/istanbul-talks", "--pack", "istanbul-talks", "--out", f"html={fresh}", "-q"])
    assert code == 1
    kept = (ROOT / "reports/example.html").read_text(encoding="utf-8")
    assert fresh.read_text(encoding="utf-8") == kept, "run `make example` and look at the change"
