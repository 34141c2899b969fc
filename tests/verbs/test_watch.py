"""The check goes on while its sources change, tells mistakes, and ends with the keyboard."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.verbs.story import CHECK, edit, ended, write_story

pytest.importorskip("watchfiles")
ENOUGH = 60  # seconds after which it hangs


class Watcher:
    """The command in a process of its own, and its lines as they come."""

    def __init__(self, *more: str) -> None:
        command = [sys.executable, "-m", "checker", *CHECK, "--watch", *more]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", env=environment
        )
        self.lines: queue.Queue[str] = queue.Queue()
        assert self.process.stdout is not None
        self.reader = threading.Thread(target=self._read, args=(self.process.stdout,), daemon=True)
        self.reader.start()

    def _read(self, stream: IO[str]) -> None:
        with stream:
            for line in stream:
                self.lines.put(line.rstrip("\n"))
        self.lines.put("that was all")

    def until(self, words: str) -> list[str]:
        """All lines up to the first with these words."""
        found: list[str] = []
        while not found or words not in found[-1]:
            found.append(self.lines.get(timeout=ENOUGH))
            assert found[-1] != "that was all", "\n".join(found)
        return found

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(ENOUGH)


@pytest.fixture
def watcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)
    one = Watcher("--out", "terminal", "--out", "json=news/run.json")
    yield one
    one.process.kill()
    one.process.wait(ENOUGH)
    one.reader.join(ENOUGH)


def test_it_checks_again_what_changes_until_it_is_interrupted(watcher: Watcher) -> None:
    watcher.until("checker: 1 error in 3 documents; watching, Ctrl-C ends it")
    edit("wire.txt", "64", "90")
    watcher.until("checker: no findings in 3 documents; watching")
    Path("news/late").mkdir()
    watcher.until("checker: no findings in 3 documents; watching")
    Path("news/late/log.txt").write_text("The ferry had 8 sailors.\n", encoding="utf-8")
    watcher.until("checker: 1 error in 4 documents; watching")
    rule = Path("harbour.yaml").read_text("utf-8")
    Path("harbour.yaml").write_text(rule.replace("[ferry]", "[ferry"), encoding="utf-8")
    watcher.until("harbour.yaml:8:7: error: no valid YAML")
    watcher.until("1 error in 1 file; watching")
    Path("news/late/log.txt").unlink()
    Path("harbour.yaml").write_text(rule, encoding="utf-8")
    watcher.until("checker: no findings in 3 documents; watching")
    assert watcher.interrupt() == 0
    assert watcher.until("exit 0: ")[-1] == "checker: exit 0: stopped watching; no findings in 3 documents"


def test_what_did_not_change_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker import pipeline
    from checker.cli import main

    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)
    examined: list[str] = []
    examine = pipeline.examine

    def seen(document: object, **more: object) -> object:
        examined.append(document.id)  # type: ignore[attr-defined]
        return examine(document, **more)  # type: ignore[arg-type]

    rounds: list[list[str]] = []

    def watch(check: object, *_: object) -> object:
        for name in ("", "wire.txt", "harbour.yaml"):
            if name == "wire.txt":
                edit(name, "64", "90")
            elif name:
                Path(name).write_text(Path(name).read_text("utf-8").replace("Crew of", "Crew aboard"), encoding="utf-8")
            outcome = check()  # type: ignore[operator]
            rounds.append(list(examined))
            examined.clear()
        return outcome

    monkeypatch.setattr(pipeline, "examine", seen)
    monkeypatch.setattr("checker.verbs.watch.watch", watch)
    assert main([*CHECK, "--watch", "--jobs", "1"]) == 0
    everything = ["news/post.txt", "news/radio.txt", "news/wire.txt"]
    assert rounds == [everything, ["news/wire.txt"], everything]


def test_standard_input_cannot_be_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, last = ended(capsys, "check", "-", "--watch")
    assert code == 2
    assert "name files" in last


def test_without_its_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    write_story(tmp_path)
    code, _, last = ended(capsys, *CHECK, "--watch")
    assert code == 2
    assert "install checker with its extra `watch`" in last
