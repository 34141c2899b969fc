"""Sources, rules and values that no rule claims, as the HTML page has them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checker import report
from checker.model.comparison import Comparison, Fixed
from checker.report.html import sources
from checker.report.html.page import Page, build
from tests.report.big import big
from tests.report.sample import comparison
from tests.report.texts import POST, RADIO, TEXTS, WIRE


@pytest.fixture(scope="module")
def page() -> Page:
    return build(comparison())


def text_of(page: Page, document: str) -> str:
    """The text of a source put together from its pieces."""
    (found,) = (each for each in page.sources if each.document.id == document)
    return "\n".join("".join(piece.text for piece in line.pieces) for line in found.lines)


@pytest.mark.parametrize("document", TEXTS)
def test_the_pieces_of_a_source_are_its_whole_text(page: Page, document: str) -> None:
    assert text_of(page, document) == re.sub(r"\n+", "\n", TEXTS[document]).strip("\n")


def test_every_assertion_has_its_place_and_the_place_its_facts(page: Page) -> None:
    run = comparison()
    links = [link for each in page.sources for line in each.lines for piece in line.pieces for link in piece.links]
    assert {each.id for each in run.assertions} == {link.id for link in links if link.id}
    html = report.render(run, "html")
    assert all(f'id="{link.to}"' in html for link in links if link.to)


def test_two_facts_at_one_place_are_two_links(page: Page) -> None:
    (radio,) = (each for each in page.sources if each.document.id == RADIO)
    several = [piece for line in radio.lines for piece in line.pieces if len(piece.links) > 1]
    assert several == []
    (wire,) = (each for each in page.sources if each.document.id == WIRE)
    assert {piece.text for line in wire.lines for piece in line.pieces if piece.links} >= {"in 1994", "31 years ago"}


def test_a_value_under_one_that_a_rule_takes_is_not_listed_again(page: Page) -> None:
    free = {each.document.id: [one.text for one in each.free] for each in page.sources}
    assert free[POST] == ["Sunday"]
    assert free[RADIO] == free[WIRE] == []


def test_sources_that_are_too_long_are_cut_to_what_they_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "WHOLE", 100)
    cut = build(comparison())
    assert "Good evening" not in text_of(cut, RADIO)
    assert "We count 63 neighbours in hospital beds tonight." in text_of(cut, RADIO)
    html = report.render(comparison(), "html")
    assert "too long to be shown whole" in html
    lost = set(re.findall(r'href="#([^"]+)"', html)) - set(re.findall(r'id="([^"]+)"', html))
    assert lost == set()


def test_the_rule_is_shown_with_its_examples_and_near_misses(page: Page) -> None:
    (rule,) = (each for each in page.rules if each.rule == "ferry/in-hospital")
    assert rule.lines[0] == ("value", "count, of <people>")
    assert [each.expect for each in rule.examples] == ["consistent", "conflicting"]
    assert [(each.source, each.place, each.stopped) for each in rule.misses] == [
        ("Northwire", "line 3", "`in hospital` is missing")
    ]


def test_how_each_value_was_read_says_what_it_allows_why_and_when_it_was_published() -> None:
    html = report.render(comparison(), "html")
    card = html[html.index('id="finding-f-77e0b2c4"') : html.index('id="finding-f-5a6e8810"')]
    for words in (
        "October 5, 2025, from the file name", "October 6, 2025, from the file’s metadata", "no date is known",
        "a past Saturday: the latest one not after publication", "(struck|hit|ran onto) ... {date}",
    ):  # fmt: skip
        assert words in card
    assert "<dt>allows</dt><dd>2.5–3 hours</dd>" in html


def test_what_accepts_a_finding_is_there_to_copy_and_only_where_it_is_not_accepted() -> None:
    html = report.render(comparison(), "html")
    new = html[html.index('id="finding-f-3d1c07aa"') : html.index('id="finding-f-77e0b2c4"')]
    known = html[html.index('id="finding-f-77e0b2c4"') : html.index('id="finding-f-5a6e8810"')]
    assert "known: [{values: [&#34;47&#34;, &#34;63&#34;], reason: &#34;…&#34;}]" in new
    assert "&lt;!-- checker: ignore f-3d1c07aa reason=&#34;…&#34; --&gt;" in new
    assert "checker: ignore" not in known


def test_what_is_fixed_and_why_something_is_known_are_told() -> None:
    run = comparison()
    run = replace(
        run,
        fixed=(Fixed("abc", "ferry/aboard", "People on board: 212 against 214"),),
        findings=tuple(
            replace(each, known_by="baseline", reason="first reports") if each.state == "known" else each
            for each in run.findings
        ),
        changed=((POST, ((1, 2),)),),
    )
    html = report.render(run, "html")
    assert "People on board: 212 against 214" in html
    assert '<a href="#fixed">1 fixed</a>' in html
    assert "Accepted in the baseline: first reports" in html
    assert "only what touches 1 changed source is reported" in html


def test_a_run_without_pages_has_no_text_and_no_link_into_one() -> None:
    run = replace(comparison(), pages=(), rules=())
    html = report.render(run, "html")
    assert 'class="text"' not in html
    assert 'href="#a-' not in html
    assert not set(re.findall(r'href="#([^"]+)"', html)) - set(re.findall(r'id="([^"]+)"', html))


@pytest.mark.parametrize("run", [comparison(), big()], ids=["sample", "big"])
def test_every_anchor_is_there_once_and_every_link_leads_somewhere(run: Comparison) -> None:
    html = report.render(run, "html")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert not set(re.findall(r'href="#([^"]+)"', html)) - set(ids)
