"""Reports are written whole or not at all, several at once, and the same run gives the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker import report
from checker.engine import local
from tests.verbs.story import CHECK, ended, write_story

ALL = tuple(one for name in report.formats() for one in ("--out", f"{name}=out/run.{name}"))


@pytest.fixture(autouse=True)
def _story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)


def written() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path("out").iterdir())}


def test_one_run_writes_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ended(capsys, *CHECK, *ALL)
    assert (code, out) == (1, "")
    assert set(written()) == {f"run.{name}" for name in report.formats()}


def test_the_same_run_gives_the_same_bytes_in_every_format() -> None:
    """Whatever order Python's hashes put things in, and whatever the number of processes."""
    calm = "The sea was calm and the sky was grey. " * (local.WORTH // 30)
    Path("news/calm.txt").write_text(f"Published June 5, 2025\n\n{calm}\n", encoding="utf-8")
    found = []
    for seed, jobs in (("0", "1"), ("1", "2"), ("4711", "3")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "NO_COLOR": "1"}
        command = [sys.executable, "-m", "checker", *CHECK, *ALL, "--discover", "--jobs", jobs]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 1, done.stderr
        found.append(written())
    assert len(found[0]) == len(report.formats())
    for name, data in found[0].items():
        assert [other[name] == data for other in found] == [True] * 3, name


def test_one_that_cannot_be_written_loses_none_of_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("taken").write_text("a file where a folder is wanted")
    wanted = ("--out", "json=taken/run.json", "--out", "sarif=run.sarif", "--out", "terminal", "--out", "csv=.")
    code, out, last = ended(capsys, *CHECK, *wanted)
    assert code == 2
    assert last == (
        "checker: exit 2: cannot write taken/run.json: taken is a file and no folder; cannot write .: is a directory; "
        "choose another path, the others are written"
    )
    assert json.loads(Path("run.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert "1 fact conflicts" in out
    assert Path("taken").read_text() == "a file where a folder is wanted"
    assert not list(Path().rglob(".checker-*"))


def test_what_was_there_stays_until_the_whole_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("run.json").write_text("the run before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("checker.verbs.common.os.fsync", full)
    code, _, last = ended(capsys, *CHECK, "--out", "json=run.json")
    assert (code, last) == (2, "checker: exit 2: cannot write run.json: no space left on device; choose another path")
    assert Path("run.json").read_text() == "the run before"
    assert not list(Path().glob(".checker-*"))


def test_a_file_that_may_not_be_written_stays(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("run.json").write_text("kept")
    monkeypatch.setattr("checker.verbs.common.os.access", lambda *_: False)
    assert ended(capsys, *CHECK, "--out", "json=run.json")[2].endswith("run.json: it is read-only; choose another path")
    assert Path("run.json").read_text() == "kept"


def test_links_pipes_and_modes_stay_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    Path("real.json").write_text("")
    Path("real.json").chmod(0o600)
    Path("link.json").symlink_to("real.json")
    os.mkfifo("pipe")
    reader = subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE)
    ended(capsys, *CHECK, "--out", "json=link.json", "--out", "csv=pipe")
    assert b"harbour" in reader.communicate(timeout=30)[0]
    assert Path("pipe").is_fifo()
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text("utf-8"))["schema_version"] == 1
    assert Path("real.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("first", "second"), [("json=a", "html=a"), ("json=a", "json=./a"), ("csv=b/../a", "json=a")])
def test_two_reports_in_one_file_are_a_slip(capsys: pytest.CaptureFixture[str], first: str, second: str) -> None:
    code, _, last = ended(capsys, *CHECK, "--out", first, "--out", second)
    assert code == 2
    assert "give each report a file of its own" in last
    assert not Path("a").exists()


def test_a_name_that_is_no_text_keeps_no_report_from_being_written(capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"news/caf\xe9.txt")
    try:
        Path(name).write_text("The ferry had 8 sailors.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")
    code, _, _ = ended(capsys, *CHECK, *ALL)
    assert code == 1
    assert json.loads(written()["run.json"])["documents"][0]["id"] == name


def test_where_packs_are_installed_is_no_part_of_a_run(capsys: pytest.CaptureFixture[str]) -> None:
    ended(capsys, *CHECK, "--pack", "istanbul-talks", "--out", "json=run.json")
    rules = json.loads(Path("run.json").read_text("utf-8"))["rules"]
    assert {rule["place"].split(":")[0] for rule in rules} >= {"istanbul-talks/dates.yaml", "harbour.yaml"}
    assert not any(Path(rule["place"]).is_absolute() for rule in rules)


def test_a_stream_that_is_no_utf8_gets_utf8() -> None:
    Path("news/wire.txt").write_text("On the ferry were 64 passengers – “all wet”.\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "checker", *CHECK, "--out", "json"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "– “all wet”" in json.loads(done.stdout.decode("utf-8"))["assertions"][-1]["sentence"]


def test_a_reader_that_leaves_costs_no_file() -> None:
    command = f"{sys.executable} -m checker {' '.join(CHECK)} --out json --out json=run.json | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    assert json.loads(Path("run.json").read_text("utf-8"))["schema_version"] == 1


@pytest.mark.parametrize(
    ("command", "streams", "code", "says"),
    [
        ("check -", "<&-", 2, "nothing readable in -"),
        (" ".join(CHECK), ">&-", 1, "exit 1"),
        (" ".join(CHECK), "2>&-", 1, "People on the ferry"),
        (" ".join(CHECK), ">/dev/full", 2, "cannot write standard output: no space left on device"),
        ("rules list", ">/dev/full", 2, "standard output: no space left on device"),
    ],
)
def test_a_stream_that_is_closed_or_full_is_no_crash(command: str, streams: str, code: int, says: str) -> None:
    if "/dev/full" in streams and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    line = f"{sys.executable} -m checker {command} {streams}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code
    assert says in done.stdout + done.stderr
    assert "internal error" not in done.stderr
    assert "Traceback" not in done.stderr


def test_mentions_are_written_whole_or_not_at_all_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, last = ended(capsys, "extract", "news", "--out", "jsonl=a", "--out", "xml=b")
    assert (code, Path("a").exists()) == (2, False)
    assert "--out xml: no such format" in last
    code, _, last = ended(capsys, "extract", "news", "--out", "jsonl=news", "--out", "jsonl=a")
    assert (code, Path("a").exists()) == (2, True)


@pytest.mark.parametrize("command", [("extract", "news"), ("explain", "aboard", "news"), ("check", "news")])
def test_no_terminal_obeys_a_source(capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
    Path("news/wire\x1b[2J.txt").write_text("On the ferry \x1b[31m\u202e were 64 passengers.\n", encoding="utf-8")
    rules = () if "extract" in command else ("--rules", "harbour.yaml")
    _, out, _ = ended(capsys, *command, *rules)
    assert "64" in out
    assert not set("\x1b\u202e") & set(out)
