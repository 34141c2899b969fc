"""A bar for those who wait at a terminal, and for nobody else."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from checker.verbs import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


Make = Callable[[], Terminal]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Make:
    """Make standard error a terminal; within the test, since pytest puts its own there before each."""

    def make() -> Terminal:
        stream = Terminal()
        monkeypatch.setattr(sys, "stderr", stream)
        for name in ("CI", "TERM"):
            monkeypatch.delenv(name, raising=False)
        return stream

    return make


def test_it_is_wanted_at_a_terminal_alone(terminal: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal()
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


def test_a_long_run_shows_a_bar_and_takes_it_away(terminal: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal()
    monkeypatch.setattr(progress, "PATIENCE", 0)
    assert list(progress.shown("abc", 3)) == ["a", "b", "c"]
    assert "reading" in stream.getvalue()
    assert stream.getvalue().rstrip().endswith("\x1b[2K")  # the line is wiped at the end


def test_a_short_run_shows_nothing(terminal: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal()
    monkeypatch.setattr(progress, "PATIENCE", 3600)
    assert list(progress.shown("abc", 3)) == ["a", "b", "c"]
    assert stream.getvalue() == ""


def test_a_bar_goes_where_the_run_breaks_off(terminal: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal()
    monkeypatch.setattr(progress, "PATIENCE", 0)
    for one in (running := progress.shown("abc", 3)):
        assert one == "a"
        break
    running.close()  # type: ignore[attr-defined]  # it is a generator
    assert stream.getvalue().rstrip().endswith("\x1b[2K")
