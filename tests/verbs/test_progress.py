"""A bar for those who wait at a terminal, and for nobody else."""

from __future__ import annotations

import io
import sys

import pytest

from checker.verbs import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    for name in ("CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return stream


@pytest.mark.usefixtures("terminal")
def test_it_is_wanted_at_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert progress.is_wanted(quiet=False)
    assert not progress.is_wanted(quiet=True)
    with monkeypatch.context() as patch:
        patch.setenv("CI", "true")
        assert not progress.is_wanted(quiet=False)
    with monkeypatch.context() as patch:
        patch.setenv("TERM", "dumb")
        assert not progress.is_wanted(quiet=False)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not progress.is_wanted(quiet=False)


def test_a_long_run_shows_a_bar_and_takes_it_away(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    assert list(progress.shown("abc", 3)) == ["a", "b", "c"]
    assert "reading" in terminal.getvalue()
    assert terminal.getvalue().rstrip().endswith("\x1b[2K")  # the line is wiped at the end


def test_a_short_run_shows_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 3600)
    assert list(progress.shown("abc", 3)) == ["a", "b", "c"]
    assert terminal.getvalue() == ""


def test_a_bar_goes_where_the_run_breaks_off(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    for one in (running := progress.shown("abc", 3)):
        assert one == "a"
        break
    running.close()  # type: ignore[attr-defined]  # it is a generator
    assert terminal.getvalue().rstrip().endswith("\x1b[2K")
