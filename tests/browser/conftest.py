"""A Chromium for the tests of the HTML report: found on this machine, never downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker import report
from tests.report.big import big
from tests.report.sample import comparison

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--font-render-hinting=none", "--disable-lcd-text",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def absent(reason: str) -> None:
    """Skip; where a browser is promised (`CHECKER_REQUIRE_BROWSER=1`, in CI) fail instead."""
    if os.environ.get("CHECKER_REQUIRE_BROWSER") == "1":
        pytest.fail(f"CHECKER_REQUIRE_BROWSER=1, and {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright is not installed: pip install playwright")
    path = os.environ.get("CHECKER_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        absent(f"no Chromium on PATH ({', '.join(NAMES)}): install one, or set CHECKER_CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Open]:
    """Opens a page offline; at the end, nothing may have been asked for and nothing said on the console."""
    contexts: list[Any] = []
    said: list[str] = []

    def opened(address: str, **options: Any) -> Page:
        wanted: dict[str, Any] = {"viewport": {"width": 1100, "height": 800}, "offline": True} | options
        context = chromium.new_context(**wanted)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe-core finds wrong with a page, and the elements that it names."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
    found = axe.Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(tmp_path_factory.mktemp("report") / "report.html", report.render(comparison(), "html"))


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(tmp_path_factory.mktemp("large") / "report.html", report.render(big(), "html"))


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return path.as_uri()
