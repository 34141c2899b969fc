"""Pictures of reports, to compare with: those in `docs/` are of the example report, those in `golden/` of the sample.

The example changes with every rule and fixture, so that its pictures hold only roughly; the sample is written by hand.
`make pictures` takes all of them anew. They hold for the fonts and the Chromium that drew them: `golden/drawn-by.txt`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.report.html import render_index
from checker.report.html.index import Saved
from tests.report.sample import comparison
from tests.report.test_index import moved, without

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "reports" / "example.html"
SAMPLE = ROOT / "tests" / "golden" / "report.html"
DRAWN_BY = ROOT / "tests" / "browser" / "golden" / "drawn-by.txt"
ROUGH, EXACT = 0.012, 0.0012
FAMILIES = ("system-ui", "sans-serif", "serif", "monospace", "Georgia", "Arial", "Menlo")


class Picture(NamedTuple):
    """What is pictured: the page, at which anchor, how wide and high, in which colours, on screen or on paper."""

    page: str = "example"
    anchor: str = ""
    width: int = 1100
    height: int = 1000
    scheme: str = "light"
    media: str = "screen"
    share: float = ROUGH  # of its pixels that may differ: an id or a date if it is exact, else what a few rows change


PICTURES = {
    "docs/report.png": Picture(),
    "docs/report-dark.png": Picture(scheme="dark"),
    "docs/report-narrow.png": Picture(width=390),
    "docs/report-print.png": Picture(width=794, height=1123, media="print"),
    "docs/report-source.png": Picture(anchor="#source-fixtures-istanbul-talks-explainer-url-only.txt", height=700),
    "docs/report-index.png": Picture(page="index", height=800, share=EXACT),
    "tests/browser/golden/light.png": Picture(page="sample", share=EXACT),
    "tests/browser/golden/dark.png": Picture(page="sample", scheme="dark", share=EXACT),
    "tests/browser/golden/narrow.png": Picture(page="sample", width=390, share=EXACT),
    "tests/browser/golden/print.png": Picture(page="sample", width=794, height=1123, media="print", share=EXACT),
}


def pages(folder: Path) -> dict[str, str]:
    """The address of each page that is pictured; those that no command writes are written into a folder."""
    ferry = comparison(known=False)
    runs = [without(ferry, "f-77e0b2c4"), ferry, without(ferry, "f-3d1c07aa"), ferry, moved(ferry, "harvest")]
    index = folder / "index.html"
    index.write_text(render_index([Saved(f"{at}.json", run) for at, run in enumerate(runs)]), encoding="utf-8")
    return {"example": EXAMPLE.as_uri(), "sample": SAMPLE.as_uri(), "index": index.as_uri()}


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """One picture as PNG."""
    options: dict[str, Any] = {"viewport": {"width": picture.width, "height": picture.height}}
    context = browser.new_context(**options, color_scheme=picture.scheme, reduced_motion="reduce", offline=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.emulate_media(media=picture.media)  # type: ignore[arg-type]
    page.goto(address + picture.anchor)
    page.wait_for_load_state()
    taken = page.screenshot(animations="disabled")
    context.close()
    return taken


def drawn_by(browser: Browser) -> str:
    """What pictures depend on beside the page: the fonts of this machine, and the browser's version."""
    found = [f"Chromium {browser.version.split('.')[0]}"]
    if shutil.which("fc-match"):
        ask = ["fc-match", "--format=%{family} %{style} %{fontversion}"]
        told = (subprocess.run([*ask, name], capture_output=True, text=True, check=False).stdout for name in FAMILIES)
        found += [f"{name}: {font}" for name, font in zip(FAMILIES, told, strict=True)]
    return "\n".join(found) + "\n"


def main() -> None:
    """Take all pictures anew."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import FLAGS, NAMES

    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        sys.exit(f"no Chromium on PATH ({', '.join(NAMES)}): install one to take pictures")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        addresses = pages(Path(folder))
        for name, picture in PICTURES.items():
            (ROOT / name).write_bytes(take(browser, addresses[picture.page], picture))
        DRAWN_BY.write_text(drawn_by(browser), encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    main()
