from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from checker import report
from checker.model.comparison import Comparison
from checker.report.terminal import settings
from tests.report.sample import comparison
from tests.report.texts import HERALD


def render(run: Comparison | None = None, **options: object) -> str:
    return report.render(run or comparison(), "terminal", **options)


def test_findings_come_worst_first_and_the_verdict_last() -> None:
    lines = render(width=140).splitlines()
    heads = [line.split()[1] for line in lines if line[:1] in "✗!∅↑≈" and line[:1] and " f-" in line]
    assert heads == ["error"] * 3 + ["warning"] * 3 + ["note"] * 2
    assert lines[-2].startswith("2 facts conflict, 2 checks fail, 1 disputed")
    assert lines[-1].endswith("1 relation holds, 1 not read, 7 findings new, 1 known")


@pytest.mark.parametrize("width", [40, 60, 100, 140])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(len(line) for line in render(width=width).splitlines()) <= width


def test_without_color_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in render()
    assert "\x1b[" in render(color=True)


def test_plain_is_ascii() -> None:
    assert render(plain=True).isascii()


def test_an_escape_sequence_in_a_source_is_shown_and_not_obeyed() -> None:
    run = comparison()
    loud = tuple(replace(each, sentence="\x1b[31mred\x07 \u202eturned", text="red") for each in run.assertions)
    text = render(replace(run, assertions=loud))
    assert not set("\x1b\x07\u202e") & set(text)
    assert "␛[31mred␇" in text


def test_each_side_is_quoted_with_its_place() -> None:
    text = render()
    assert "ferry/harbour-herald.txt:3:89" in text
    assert "“Rescuers brought 47 passengers to hospital.”" in text
    assert "“We count 63 neighbours in hospital beds tonight.”" in text


def test_only_verbose_names_the_sources_of_facts_that_agree() -> None:
    assert re.search(r"People on board +212 +3 sources\n", render())
    assert re.search(
        r"People on board +212 +Harbour Herald, Northwire, Evening Post\n", render(verbose=True, width=140)
    )


def test_an_empty_run_says_so() -> None:
    assert render(Comparison()) == "No fact to compare\n0 sources read\n"


def test_a_document_of_another_run_does_not_break_it() -> None:
    run = comparison()
    rest = tuple(each for each in run.documents if each.id != HERALD)
    assert "ferry/harbour-herald.txt:3:89" in render(replace(run, documents=rest))


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "color", "plain"),
    [
        (Terminal(), {}, True, False),
        (Terminal(), {"NO_COLOR": "1"}, False, False),
        (Terminal(), {"NO_COLOR": ""}, True, False),
        (Terminal(), {"TERM": "dumb"}, False, True),
        (io.StringIO(), {}, False, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_settings_follow_the_stream_and_the_environment(
    stream: io.StringIO, environ: dict[str, str], color: bool, plain: bool
) -> None:
    found = settings(stream, environ)
    assert (found["color"], found["plain"]) == (color, plain)
