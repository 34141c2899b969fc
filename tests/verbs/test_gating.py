"""The exit code: what counts, what goes before what, and that the configuration says it as the options do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.verbs.story import CHECK, edit, ended, write_story

NEEDED = (
    "schema: 1\npack: needed\nfacts:\n  dogs: {value: {kind: count, noun: dog}, find: [ferry], require: {sources: 2}}\n"
)


@pytest.fixture(autouse=True)
def _story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)
    Path("needed.yaml").write_text(NEEDED, encoding="utf-8")


@pytest.mark.parametrize(
    ("config", "options", "code"),
    [
        ("", (), 1),
        ('fail-on = "never"', (), 0),
        ('fail-on = "never"', ("--fail-on", "error"), 1),
        ('fail-on = "note"', ("--exit-zero",), 0),
        ('[facts."harbour/aboard"]\nseverity = "warning"', (), 0),
        ('[facts."harbour/aboard"]\nseverity = "warning"', ("--fail-on", "warning"), 1),
        ('fail-on = "warning"\n[facts."harbour/aboard"]\nseverity = "warning"', (), 1),
        ('fail-on = "warning"\n[facts."harbour/aboard"]\nseverity = "note"', (), 0),
        ('[facts."harbour/aboard"]\nenabled = false', ("--fail-on", "note"), 0),
    ],
)
def test_what_counts(capsys: pytest.CaptureFixture[str], config: str, options: tuple[str, ...], code: int) -> None:
    Path("checker.toml").write_text(f"{config}\n", encoding="utf-8")
    assert ended(capsys, *CHECK, *options)[0] == code


@pytest.mark.parametrize(
    ("config", "options", "code"),
    [
        ("", (), 0),
        ("", ("--fail-on", "warning"), 1),
        ("", ("--strict",), 3),
        ("strict = true", (), 3),
        ("strict = true", ("--exit-zero",), 3),
        ("strict = false", ("--strict",), 3),
        ("strict = true", ("--fail-on", "warning"), 3),
    ],
)
def test_an_unmet_require(capsys: pytest.CaptureFixture[str], config: str, options: tuple[str, ...], code: int) -> None:
    edit("wire.txt", "64", "90")
    Path("checker.toml").write_text(f"{config}\n", encoding="utf-8")
    assert ended(capsys, *CHECK, "--rules", "needed.yaml", *options)[0] == code


def test_an_unmet_require_can_be_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    rules = (*CHECK[1:], "--rules", "needed.yaml")
    ended(capsys, "baseline", "write", *rules)
    accepted = ("check", *rules, "--baseline", "checker-baseline.toml", "--strict")
    assert ended(capsys, *accepted)[2] == "checker: exit 0: no findings, 2 known in 3 documents"


def test_2_goes_before_3_and_3_before_1(capsys: pytest.CaptureFixture[str]) -> None:
    Path("news/wire.md").write_bytes(b"\x00")
    assert ended(capsys, *CHECK)[0] == 3
    assert ended(capsys, *CHECK, "--out", "json=.")[0] == 2
    assert ended(capsys, *CHECK, "--exit-zero")[0] == 3


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str], option: str) -> None:
    Path("news/wire.md").write_bytes(b"\x00")
    assert ended(capsys, *CHECK, option)[::2] == (3, "")


def test_the_engine_of_this_machine_has_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(capsys, *CHECK, "--engine", "local")[0] == 1
    assert ended(capsys, *CHECK, "--engine", "nosuch")[0] == 2
