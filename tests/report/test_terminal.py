from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from checker import report
from checker.model.comparison import Comparison, Fixed
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


def test_in_a_narrow_window_a_fact_has_two_lines_and_no_columns() -> None:
    assert re.search(r"^✓ agree  People on board\n    212  3 sources$", render(width=40), re.MULTILINE)
    assert re.search(r"^✓ agree +People on board +212 +3 sources$", render(width=100), re.MULTILINE)


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


def test_of_a_value_that_many_state_some_places_are_listed_and_all_where_asked() -> None:
    run = comparison()
    fact = next(each for each in run.facts if len(each.sides) > 1)
    many = [replace(run.assertions[0], id=f"many-{n}", line=1000 + n) for n in range(30)]
    side = replace(fact.sides[0], assertions=tuple(each.id for each in many))
    facts = tuple(replace(one, sides=(side, *one.sides[1:])) if one is fact else one for one in run.facts)
    run = replace(run, facts=facts, assertions=(*run.assertions, *many))
    assert len(re.findall(r":10[0-2]\d:", render(run))) == 8
    assert re.search(r"\n +and 22 more places: -v lists them\n", render(run))
    assert len(re.findall(r":10[0-2]\d:", render(run, verbose=True))) == 30


def test_facts_that_no_source_states_share_a_line_and_are_all_named_where_asked() -> None:
    run = comparison()
    one = next(each for each in run.facts if each.verdict == "missing")
    many = tuple(replace(one, id=f"none-{n}", title=f"Lifeboat {n}", assertions=()) for n in range(9))
    text = " ".join(render(replace(run, facts=(*run.facts, *many))).split())
    assert "No source states Lifeboat 0, Lifeboat 1," in text
    assert "Lifeboat 5 and 3 more: -v lists them" in text
    assert "Lifeboat 8" in render(replace(run, facts=(*run.facts, *many)), verbose=True)


def test_a_path_too_long_for_its_line_keeps_its_end() -> None:
    run = comparison()
    longer = tuple(replace(each, path=f"{'far-' * 30}{each.path}", publisher=None) for each in run.documents)
    assert "herald.txt:3:89" in re.sub(r"\n +", "", render(replace(run, documents=longer)))


def test_a_reason_that_the_message_gives_is_said_once() -> None:
    run = comparison()
    fact = next(each for each in run.facts if len(each.sides) > 1)
    why = "the sources are evenly split"
    findings = tuple(replace(one, message=f"{one.message}: {why}") for one in run.findings if one.fact == fact.id)
    facts = tuple(replace(one, reason=why, wrong=()) if one is fact else one for one in run.facts)
    assert " ".join(render(replace(run, facts=facts, findings=findings)).split()).count(why) == 1


@pytest.mark.parametrize(("number", "said"), [(1, "takes it out"), (2, "takes them out")])
def test_what_is_fixed_is_told_in_its_number(number: int, said: str) -> None:
    gone = tuple(Fixed(f"f{n}", "ferry/aboard", "two against three") for n in range(number))
    run = replace(comparison(), fixed=gone)
    assert f"`checker baseline prune` {said} of the baseline" in render(run)
    assert f"</code> {said} of the baseline" in report.render(run, "html")


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
