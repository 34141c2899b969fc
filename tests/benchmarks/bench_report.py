"""The HTML report of 10,000 assertions in Chromium: opening and filtering, beside a bare page of as many bytes."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from checker import report
from tests.browser.conftest import FLAGS, NAMES
from tests.report.big import big


def main() -> None:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        print("no Chromium on PATH: install one to measure the report")
        return
    from playwright.sync_api import Page, sync_playwright

    def opened(page: Page, file: Path, selector: str) -> float:
        began = time.perf_counter()
        page.goto(file.as_uri())
        page.locator(selector).first.wait_for()
        return time.perf_counter() - began

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        text = report.render(big(), "html")
        full, bare = Path(folder, "full.html"), Path(folder, "bare.html")
        full.write_text(text, encoding="utf-8")
        bare.write_text("<!doctype html><title>bare</title>" + "<p>word word word word</p>\n" * (len(text) // 27))
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        floor = min(opened(browser.new_page(), bare, "p") for _ in range(3))
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(full.as_uri())
        page.locator(".card").first.wait_for()
        told = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
        ours = min(opened(page, full, ".card") for _ in range(3))
        began = time.perf_counter()
        page.fill("#search", "store 1999")
        page.locator("#shown").wait_for()
        filtered = time.perf_counter() - began
        browser.close()
    print(f"report of 10,000 assertions  {len(text) / 1e6:.1f} MB")
    print(f"opens in    {ours:.2f} s   {ours / floor:.1f} times a bare page of as many bytes ({floor:.2f} s)")
    print(f"of which    {told['TaskDuration']:.2f} s is the page's own work, whatever else the machine does")
    print(f"filters in  {filtered:.2f} s   {filtered / floor:.1f} times the same")


if __name__ == "__main__":
    main()
