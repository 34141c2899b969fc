"""The examples of `docs/discover.md` are what the program does: its command is run, its tables are tried row by row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker import pipeline
from checker.cli import main
from checker.ingest import from_text
from checker.model.document import Sources
from checker.model.rule import Rulebook

PATH = Path(__file__).parents[2] / "docs" / "discover.md"
PAGE = PATH.read_text(encoding="utf-8")
FILES = re.findall(r"^```text (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n\$ checker (.*)\n((?:.*\n)*?)```$", re.MULTILINE)
ROWS = re.findall(r"^\| ([A-Z1].*?\.) \| (.*?\.) \| (.*?) \|$", PAGE, re.MULTILINE)


def found(one: str, other: str) -> list[str]:
    documents = tuple(from_text(text, id=name) for name, text in (("one", one), ("other", other)))
    run = pipeline.run(Sources(documents), Rulebook(), jobs=1, discover=True)
    assert all(finding.kind == "discovered" for finding in run.findings)
    return [assertion.text for assertion in run.assertions]


def test_both_tables_are_tried() -> None:
    assert [len(re.findall(r"^\|", part, re.MULTILINE)) for part in PAGE.split("\n## ")[1:3]] == [6, 9]
    assert len(ROWS) == 11


@pytest.mark.parametrize(("one", "other", "said"), ROWS)
def test_row(one: str, other: str, said: str) -> None:
    in_first_table = PAGE.index(f"| {one} | {other} |") < PAGE.index("## What is no clash")
    assert ", ".join(found(one, other)) == (said if in_first_table else "")


def test_the_command_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in FILES:
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = CONSOLE.search(PAGE)
    assert shown is not None
    code = main(shown[1].split())
    printed = capsys.readouterr()
    assert code == 0
    assert printed.out + printed.err == shown[2]
