"""The HTML report in a real browser, opened from disk, with the network off."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker import report
from tests.browser.conftest import Open, violations, write
from tests.report.sample import comparison

if TYPE_CHECKING:
    from playwright.sync_api import Page


def current(page: Page) -> str | None:
    return page.locator(".card.current").get_attribute("id")


def test_the_verdict_is_the_first_heading(visit: Open, sample: str) -> None:
    page = visit(sample)
    assert page.inner_text("h1").startswith("2 facts conflict, 2 checks fail.")
    assert page.title() == "2 facts conflict – Ferry accident"
    assert page.locator("h1").bounding_box()["y"] < 120  # type: ignore[index]


def test_without_javascript_the_verdict_and_the_conflicts_are_there(visit: Open, sample: str) -> None:
    page = visit(sample, java_script_enabled=False)
    assert "2 facts conflict" in page.inner_text("h1")
    card = page.locator("#finding-f-3d1c07aa")
    assert card.locator(".big").all_inner_texts() == ["47", "63"]
    assert card.locator("blockquote mark").all_inner_texts() == ["47 passengers", "63 neighbours"]
    assert card.locator(".plot svg[aria-label]").count() == 3
    assert not page.locator("#search").is_visible()
    page.locator("#fact-ferry-aboard > summary").click()
    assert page.locator("#fact-ferry-aboard mark").first.is_visible()


def test_keys_walk_the_findings_both_ways_round(visit: Open, sample: str) -> None:
    page = visit(sample)
    ids = page.locator(".card").evaluate_all("cards => cards.map(card => card.id)")
    walked = []
    for _ in ids:
        page.keyboard.press("n")
        walked.append(current(page))
    assert walked == ids
    page.keyboard.press("n")
    assert current(page) == ids[0]
    page.keyboard.press("p")
    assert current(page) == ids[-1]
    assert page.evaluate("document.activeElement.id") == ids[-1]
    assert page.evaluate("location.hash") == f"#{ids[-1]}"


def test_tab_reaches_the_filters_and_focus_can_be_seen(visit: Open, sample: str) -> None:
    page = visit(sample)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.evaluate("document.activeElement.outerHTML")


def test_the_search_is_kept_in_the_address_and_read_from_it(visit: Open, sample: str) -> None:
    page = visit(sample)
    page.keyboard.press("/")
    page.keyboard.type("oil pumped")
    page.wait_for_url("**#q=oil%20pumped")
    assert page.locator("[data-v]:visible").count() == 1
    again = visit(sample + "#q=oil%20pumped&show=updated")
    assert again.input_value("#search") == "oil pumped"
    assert again.locator("[data-v]:visible").count() == 1
    assert again.locator(".chip[aria-pressed=true]").inner_text().startswith("Updated")
    again.keyboard.press("Escape")
    assert again.evaluate("location.hash") == ""
    assert not again.locator("#shown").is_visible()


def test_filters_add_up_and_come_off(visit: Open, sample: str) -> None:
    page = visit(sample)
    page.click(".chip[data-show=conflicting]")
    page.click(".chip[data-show=consistent]")
    assert page.evaluate("location.hash") == "#show=conflicting,consistent"
    assert page.locator("[data-v]:visible").count() == 6
    assert not page.locator("#h-single_source").is_visible()
    page.click(".chip[data-show=consistent]")
    page.click(".chip[data-state=new]")
    assert page.locator("[data-v]:visible").count() == 1


def test_a_deep_link_opens_what_it_names_even_behind_a_filter(visit: Open, sample: str) -> None:
    page = visit(sample + "#fact-ferry-freight&show=conflicting")
    assert page.locator("#fact-ferry-freight mark").first.is_visible()
    assert page.locator("#fact-ferry-freight").bounding_box()["y"] < 400  # type: ignore[index]
    assert current(visit(sample + "#finding-f-77e0b2c4")) == "finding-f-77e0b2c4"
    assert current(visit(sample + "#fact-ferry-grounding-date")) == "finding-f-77e0b2c4"


def test_every_link_within_the_page_has_its_anchor(visit: Open, sample: str) -> None:
    page = visit(sample)
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    assert lost == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_a_script_in_a_source_is_text(visit: Open, sample: str) -> None:
    page = visit(sample)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.locator("script").count() == 1
    assert "<script>alert(1)</script>" in page.inner_text("#fact-ferry-evacuation-length")
    assert page.locator("img").count() == 0


def test_the_theme_follows_the_system_and_the_button(visit: Open, sample: str) -> None:
    def paper(page: Page) -> str:
        found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return found

    light, dark = visit(sample, color_scheme="light"), visit(sample, color_scheme="dark")
    assert paper(light) != paper(dark)
    was = paper(dark)
    light.click("#theme")
    assert paper(light) == was
    assert light.inner_text("#theme") == "Light"


@pytest.mark.parametrize("width", [320, 390, 768])
def test_narrow_pages_do_not_scroll_sideways(visit: Open, sample: str, width: int) -> None:
    page = visit(sample, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_printed_page_is_no_wider_than_its_paper(visit: Open, tmp_path: Path) -> None:
    run = comparison()
    more = tuple(replace(run.documents[0], id=f"ferry/{n}.txt", publisher=f"Coastal Gazette {n}") for n in range(7))
    text = report.render(replace(run, documents=(*run.documents, *more)), "html")
    page = visit(write(tmp_path / "report.html", text), viewport={"width": 680, "height": 900})
    page.emulate_media(media="print")
    assert page.locator(".matrix thead th").count() == len(run.documents) + 8
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


def test_the_printed_page_has_the_conflicts(visit: Open, sample: str) -> None:
    reader = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: pip install pypdfium2")
    document = reader.PdfDocument(visit(sample).pdf(format="A4"))
    text = " ".join(re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document)
    for words in ("2 facts conflict", "Passengers taken to hospital", "63 neighbours", "Day the ferry struck the reef"):
        assert words in text
    assert "Search facts" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1100])
def test_axe_finds_no_violation(visit: Open, sample: str, scheme: str, width: int) -> None:
    page = visit(sample, color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert violations(page) == []


def test_ten_thousand_assertions_can_be_searched(visit: Open, large: str) -> None:
    page = visit(large)
    page.locator(".card").first.wait_for()
    page.fill("#search", "store 1999")
    page.locator("#shown").wait_for()
    assert page.locator("[data-v]:visible").count() < 5
