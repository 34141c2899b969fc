"""What is read by an extra says so where the extra is not installed; the other sources are read all the same."""

import sys
from pathlib import Path

import pytest

from checker.cli import main

SAMPLES = Path(__file__).parents[2] / "fixtures" / "formats"


@pytest.mark.parametrize(("suffix", "library"), [("html", "trafilatura"), ("pdf", "pypdfium2")])
def test_a_missing_extra_is_named_with_the_command_that_installs_it(
    suffix: str, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    code = main(["check", str(SAMPLES / f"sample.{suffix}"), str(SAMPLES / "sample.txt"), "--pack", "general"])
    told = capsys.readouterr()
    assert code == 3
    assert f"`pip install {library}`, or install checker with its extra `{suffix}`" in " ".join(
        (told.out + told.err).split()
    )
    assert "1 source" in told.out


@pytest.mark.parametrize("name", ["sample.txt", "sample.md", "sample.jsonl", "sample.docx"])
def test_what_needs_no_extra_loads_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("lxml", "trafilatura", "pypdfium2", "docx"):
        monkeypatch.setitem(sys.modules, library, None)
    assert main(["check", str(SAMPLES / name), "--pack", "general"]) == 0
