"""Pictures of a report for the README: `python -m tests.browser.pictures REPORT.html docs`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, NAMES

PICTURES: dict[str, dict[str, Any]] = {
    "report.png": {"viewport": {"width": 1100, "height": 1000}, "color_scheme": "light"},
    "report-dark.png": {"viewport": {"width": 1100, "height": 1000}, "color_scheme": "dark"},
    "report-narrow.png": {"viewport": {"width": 390, "height": 1000}, "color_scheme": "light"},
}


def main(report: str, folder: str) -> None:
    path = next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        for name, options in PICTURES.items():
            page = browser.new_page(**options)
            page.goto(Path(report).resolve().as_uri())
            page.screenshot(path=Path(folder) / name)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
