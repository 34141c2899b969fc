"""The page over many runs in a real browser."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.report.html import render_index
from checker.report.html.index import Saved
from tests.browser.conftest import Open, violations, write
from tests.report.sample import comparison
from tests.report.test_index import moved, without


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    ferry = comparison(known=False)
    calm = moved(replace(ferry, facts=ferry.facts[2:3]), "harvest")
    runs = [without(ferry, "f-3d1c07aa"), without(ferry, "f-77e0b2c4"), ferry, calm]
    saved = [Saved(f"{at}.json", run, f"{at}.html") for at, run in enumerate(runs)]
    return write(tmp_path_factory.mktemp("index") / "index.html", render_index(saved))


def test_what_conflicts_is_the_first_heading_and_the_first_story(visit: Open, index: str) -> None:
    page = visit(index)
    assert page.inner_text("h1").startswith("1 of 2 stories conflicts.")
    first = page.locator(".card").first
    assert first.locator("h2").inner_text() == "Ferry"
    assert first.locator(".trend svg").get_attribute("aria-label") == "Open findings, run by run: 7 → 7 → 8"
    assert first.locator(".open a").first.get_attribute("href") == "2.html#finding-f-3d1c07aa"


def test_stories_are_filtered_searched_and_walked(visit: Open, index: str) -> None:
    page = visit(index + "#show=consistent")
    assert page.locator(".card:visible h2").all_inner_texts() == ["Harvest"]
    page.keyboard.press("Escape")
    page.fill("#search", "reef")
    page.wait_for_url("**#q=reef")
    assert page.locator(".card:visible h2").all_inner_texts() == ["Ferry"]
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert page.locator(".card.current h2").inner_text() == "Ferry"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(visit: Open, index: str, scheme: str) -> None:
    page = visit(index, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert violations(page) == []


def test_a_narrow_page_does_not_scroll_sideways(visit: Open, index: str) -> None:
    page = visit(index, viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
