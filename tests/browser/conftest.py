"""A Chromium for the tests of the HTML report: found on this machine, never downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import report
from tests.report.big import big
from tests.report.sample import comparison

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
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


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(tmp_path_factory.mktemp("report") / "report.html", report.render(comparison(), "html"))


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(tmp_path_factory.mktemp("large") / "report.html", report.render(big(), "html"))


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return path.as_uri()
