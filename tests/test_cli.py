"""The command from outside: exit codes, the last line on standard error, and what is written where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main

ROOT = Path(__file__).parents[1]
STORY = str(ROOT / "fixtures/istanbul-talks")
PACK = ("--pack", "istanbul-talks")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def ended(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    """The exit code, and the last line on standard error."""
    code = main(args)
    lines = capsys.readouterr().err.strip().splitlines()
    assert not any("Traceback" in line for line in lines)
    return code, lines[-1] if lines else ""


def test_a_conflict_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(capsys, "check", STORY, *PACK) == (1, "checker: exit 1: 1 error in 5 documents")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("--fail-on", "never"), 0),
        (("--fail-on", "warning"), 1),
        (("--exit-zero",), 0),
        (("--only", "swap-size"), 0),
        (("--only", "negotiations-began", "--only", "first-talks-date"), 1),
    ],
)
def test_the_gate(capsys: pytest.CaptureFixture[str], args: tuple[str, ...], code: int) -> None:
    assert ended(capsys, "check", STORY, *PACK, *args)[0] == code


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("check", "nosuch.txt"), "nothing readable in nosuch.txt"),
        (("check", "."), "nothing readable in ."),
        (("check",), "nothing to read"),
        (("check", STORY, "--pack", "istanbul-tlks"), "1 error in what names the rules"),
        (("check", STORY, "--out", "pdf"), "no such format"),
        (("check", STORY, "--out", "html="), "no file is named; write --out html=FILE"),
        (("check", STORY, "--published", "2025-13-40"), "no day of the calendar"),
        (("check", STORY, "--jobs", "0"), "no whole number"),
        (("check", STORY, *PACK, "--only", "swap-siz"), "did you mean `swap-size`?"),
        (("check", STORY, "--config", "nosuch.toml"), "nosuch.toml"),
        (("report", "nosuch.json"), "nosuch.json"),
        (("extract", STORY, "--out", "xml"), "no such format; the formats here are jsonl, terminal"),
        (("explain", "swap-siz", STORY, *PACK), "did you mean `swap-size`?"),
        (("chek",), "invalid choice"),
    ],
)
def test_what_cannot_run_ends_with_2(capsys: pytest.CaptureFixture[str], args: tuple[str, ...], says: str) -> None:
    code, last = ended(capsys, *args)
    assert code == 2
    assert last.startswith("checker: exit 2: ")
    assert says in last


def test_a_broken_rule_file_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    Path("broken.yaml").write_text(
        "schema: 1\nfacts:\n  a:\n    value: {kind: quantity, unit: kilometr}\n    find: [length]\n"
    )
    code = main(("check", STORY, "--rules", "broken.yaml"))
    said = capsys.readouterr().err
    assert code == 2
    assert "broken.yaml:4:35: error: `kilometr` is no unit of a quantity" in said
    assert "did you mean `kilometer`?" in said


def test_an_output_that_cannot_be_written_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    Path("taken").write_text("a file where a folder is wanted")
    code, last = ended(capsys, "check", STORY, *PACK, "--out", "json=taken/run.json")
    assert code == 2
    assert "cannot write taken/run.json" in last


def test_a_source_that_cannot_be_read_ends_with_3_and_the_rest_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    code, last = ended(capsys, "check", STORY, "nosuch.txt", *PACK, "--out", "json=run.json")
    run = json.loads(Path("run.json").read_text())
    assert code == 3
    assert "1 source could not be read; 1 error" in last
    assert run["summary"]["unread"] == 1
    assert run["summary"]["findings"]["error"] == 1


def test_an_unmet_require_ends_with_3_under_strict(capsys: pytest.CaptureFixture[str]) -> None:
    rule = "schema: 1\nfacts:\n  boats: {value: {kind: count, noun: boat}, find: [sank], require: {sources: 2}}\n"
    Path("boats.yaml").write_text(rule)
    Path("a.txt").write_text("Three boats sank.")
    assert ended(capsys, "check", "a.txt", "--rules", "boats.yaml")[0] == 0
    assert ended(capsys, "check", "a.txt", "--rules", "boats.yaml", "--strict")[0] == 3


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(capsys, "check", STORY, *PACK, "-q") == (1, "")


def test_the_same_run_gives_the_same_bytes_whatever_the_jobs(capsys: pytest.CaptureFixture[str]) -> None:
    for name, jobs in (("one.json", "1"), ("two.json", "2")):
        ended(capsys, "check", STORY, *PACK, "--jobs", jobs, "--out", f"json={name}")
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_a_saved_run_gives_the_same_report(capsys: pytest.CaptureFixture[str]) -> None:
    ended(capsys, "check", STORY, *PACK, "--out", "json=run.json", "--out", "html=first.html")
    ended(capsys, "report", "run.json", "--out", "html=again.html", "--out", "json=again.json")
    assert Path("first.html").read_bytes() == Path("again.html").read_bytes()
    assert Path("run.json").read_bytes() == Path("again.json").read_bytes()


def test_mentions_are_written_as_the_contract_says(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("Their second meeting in just over two weeks was short.")
    assert main(("extract", "a.txt", "--out", "jsonl")) == 0
    line = next(json.loads(line) for line in capsys.readouterr().out.splitlines() if "weeks" in line)
    assert line["text"] == "just over two weeks"
    assert (line["document"], line["kind"], line["line"], line["column"]) == ("a.txt", "duration", 1, 25)
    assert line["value"]["lower"] == 1209600
    assert line["value"]["upper"] == 1330560
    assert line["value"]["unit"] == "second"
    assert line["value"]["as_written"] == {"number": 2, "low": None, "high": None, "unit": "week"}
    assert line["hedge"] == "just over"


@pytest.mark.parametrize(
    "args",
    [
        ("check", f"{STORY}/agency-june-4.txt", *PACK, f"{STORY}/explainer-url-only.txt"),
        ("check", *PACK, f"{STORY}/agency-june-4.txt", "-q", f"{STORY}/explainer-url-only.txt"),
        ("explain", "negotiations-began", *PACK, STORY),
    ],
)
def test_paths_may_stand_anywhere(capsys: pytest.CaptureFixture[str], args: tuple[str, ...]) -> None:
    main(args)
    out = capsys.readouterr().out
    assert "agency-june-4.txt" in out
    assert "explainer-url-only.txt" in out


@pytest.mark.parametrize(
    "args",
    [("check", STORY, "--nosuch"), ("check", STORY, "--nosuch", "a"), ("diff", "a", "b", "c"), ("check", "-x", STORY)],
)
def test_what_nobody_knows_ends_with_2(capsys: pytest.CaptureFixture[str], args: tuple[str, ...]) -> None:
    code, last = ended(capsys, *args)
    assert code == 2
    assert "unrecognized arguments" in last
