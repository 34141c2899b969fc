"""Sources as pages in a real browser: what is marked leads to its fact, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

RADIO, POST, WIRE = (f"source-ferry-{name}" for name in ("radio-skerry.txt", "evening-post.txt", "northwire.md"))


def test_every_mention_is_marked_and_nothing_else(visit: Open, sample: str) -> None:
    text = visit(sample + f"#{RADIO}").locator(f"[id='{RADIO}'] .text")
    assert text.locator(".c").all_inner_texts() == [
        "on Saturday night",
        "63 neighbours",
        "two or three hours",
        "6 knots",
        "11 knots",
    ]
    text = visit(sample + f"#{POST}").locator(f"[id='{POST}'] .text")
    assert text.locator(".u").all_inner_texts() == ["Sunday"]
    assert text.locator(".u").get_attribute("title") == "Nov 9, 2025"


def test_links_lead_from_a_card_to_the_words_and_back(visit: Open, sample: str) -> None:
    page = visit(sample)
    card = page.locator("#finding-f-3d1c07aa")
    card.locator("blockquote").nth(1).locator("cite a").click()
    words = page.locator(":target")
    assert words.inner_text() == "63 neighbours"
    assert in_view(page, ":target")
    words.click()
    assert page.locator(".card.current").get_attribute("id") == "finding-f-3d1c07aa"


def test_a_near_miss_leads_to_its_sentence(visit: Open, sample: str) -> None:
    page = visit(sample + "#rule-ferry-in-hospital")
    rule = page.locator("#rule-ferry-in-hospital")
    assert "is missing" in rule.inner_text()
    assert rule.locator(".examples q").count() == 4
    rule.locator(".near a").click()
    assert in_view(page, f"[id='{WIRE}'] .text")


def test_the_text_of_a_source_can_be_searched(visit: Open, sample: str) -> None:
    page = visit(sample + "#q=bulletin")
    assert page.locator("details.source:visible").count() == 1
    assert page.locator("#shown").inner_text().endswith("and 1 of 5 sources")
    assert not page.locator("#rules").is_visible()


def test_without_javascript_a_source_opens_at_its_place(visit: Open, sample: str) -> None:
    page = visit(sample, java_script_enabled=False)
    page.locator("#finding-f-3d1c07aa blockquote cite a").first.click()
    assert page.locator("details.source[open]").count() == 1
    assert page.locator("details.source[open] .text").is_visible()


def in_view(page: Page, selector: str) -> bool:
    found: bool = page.evaluate(
        "selector => { const box = document.querySelector(selector).getBoundingClientRect();"
        " return box.bottom > 0 && box.top < innerHeight && box.height > 0; }",
        selector,
    )
    return found
