"""Reports as they look: against the pictures that are kept, and in what must hold with any font."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open
from tests.browser.pictures import DRAWN_BY, EXACT, EXAMPLE, PICTURES, ROOT, ROUGH, drawn_by, pages, take

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.sync_api import Browser

UNLIKE = 48  # of 255, what counts as a difference behind the smoothing of edges


def differing(one: Image, other: Image) -> float:
    """The share of pixels that differ between two pictures of one size, 1 where the sizes do; edges are smoothed first,
    since the same letters are not drawn alike to the last shade everywhere."""
    from PIL import ImageChops, ImageFilter

    if one.size != other.size:
        return 1.0
    smooth = ImageFilter.GaussianBlur(1)
    found = ImageChops.difference(one.convert("L").filter(smooth), other.convert("L").filter(smooth))
    return sum(found.histogram()[UNLIKE:]) / (one.width * one.height)


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return pages(tmp_path_factory.mktemp("pages"))


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(chromium: Browser, addresses: dict[str, str], name: str, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image", reason="pillow is not installed: pip install pillow")
    here, kept = drawn_by(chromium), DRAWN_BY.read_text(encoding="utf-8")
    if here != kept:
        pytest.skip(f"the pictures were drawn with other fonts or another browser ({kept!r}, here {here!r})")
    taken = take(chromium, addresses[PICTURES[name].page], PICTURES[name])
    share, mine = differing(image.open(io.BytesIO(taken)), image.open(ROOT / name)), tmp_path / Path(name).name
    mine.write_bytes(taken)
    assert share <= PICTURES[name].share, f"{share:.1%} of {name} differ from {mine}; `make pictures` takes them anew"


def test_what_is_missing_is_a_difference() -> None:
    image = pytest.importorskip("PIL.Image", reason="pillow is not installed: pip install pillow")
    kept = image.open(ROOT / "docs" / "report.png").convert("RGB")
    line, table = kept.copy(), kept.copy()
    line.paste(kept.getpixel((5, 5)), (95, 385, 520, 425))  # the first clashing value
    table.paste(kept.getpixel((5, 5)), (95, 560, 1005, 885))
    assert differing(kept, kept.copy()) == 0
    assert differing(kept, line) > EXACT
    assert differing(kept, table) > ROUGH
    assert differing(kept, kept.crop((0, 0, 100, 100))) == 1


FITS = """() => [...document.querySelectorAll('h1, h3, .big, blockquote, .say th, .say td, .tags, .because dd, .chip')]
  .filter(each => each.offsetParent && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
  .map(each => each.outerHTML.slice(0, 120))"""

APART = """() => { const boxes = [...document.querySelectorAll('.card:first-of-type .clash > div, .card:first-of-type .say tr')]
  .map(each => each.getBoundingClientRect()); const lost = [];
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b, j) => {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) lost.push([i, i + 1 + j]); }));
  return lost; }"""


SQUEEZED = """() => [...document.querySelectorAll('summary, p, li, dd, td, th, blockquote')]
  .filter(each => each.offsetParent && each.clientWidth > 0 && each.clientWidth < 40 && each.textContent.trim().length > 12)
  .map(each => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", [name for name, picture in PICTURES.items() if not picture.anchor])
def test_with_any_font_nothing_is_cut_off_or_lies_over_another(
    visit: Open, addresses: dict[str, str], name: str
) -> None:
    picture = PICTURES[name]
    page = visit(
        addresses[picture.page],
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
    )
    page.emulate_media(media=picture.media)  # type: ignore[arg-type]
    assert page.evaluate(FITS) == []
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate(SQUEEZED) == []
    assert page.evaluate(APART) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= picture.width


def test_what_conflicts_is_seen_before_anything_is_scrolled(visit: Open) -> None:
    page = visit(EXAMPLE.as_uri(), viewport={"width": 1100, "height": 800})
    assert all(each["y"] < 600 for each in (box.bounding_box() for box in page.locator(".big").all()) if each)
    assert page.locator(".big").all_inner_texts() == ["May 16, 2025", "March 2025"]
