"""A page made a document: its text, what it says of itself, and where its lines begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.ingest.decode import decode
from checker.ingest.document import Draft
from checker.ingest.formats.html.article import article
from checker.ingest.formats.html.blocks import Block, blocks
from checker.ingest.formats.html.head import head
from checker.ingest.suppressions import in_comments
from checker.model.document import Failure, Span

LARGEST = 30_000_000  # bytes; no article is a hundredth of that
NEAR = 3  # blocks above an article that may hold its date
_PARAGRAPH = re.compile(r"\s*\n\s*")
_MISSING = "HTML is read with trafilatura; run `pip install trafilatura`, or install checker with its extra `html`."
_EMPTY = "The page holds no text; give the article as text."
_SCRIPTED = "The page holds no text, since scripts write it once it is open; save it from a browser, or give the article as text."


def outcomes(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """One document."""
    if len(data) > LARGEST:
        yield Failure(
            path, f"The page has {len(data) // 10**6:,} MB, more than any article needs; give the article as text."
        )
        return
    source = decode(data, markup=True)
    if source is None:
        yield Failure(path, "The file holds NUL bytes, so it is no HTML; save it as UTF-8.")
    elif not source.strip():
        yield Failure(path, "The file holds no text.")
    else:
        yield _document(source, path)


def _document(source: str, path: str) -> Draft | Failure:
    try:
        from lxml import html
        from trafilatura import bare_extraction
    except ImportError:
        return Failure(path, _MISSING)
    try:
        root = html.document_fromstring(
            source.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except html.etree.LxmlError:
        return Failure(path, _EMPTY)
    known = head(root)
    whole = blocks(root)
    found = article(whole, source, bare_extraction)
    if sum(len(block.text) for block in found) * 3 < len(known.body or ""):
        found = [Block(text, (), "text", around=False, stamp=None) for text in _PARAGRAPH.split(known.body or "")]
    if not found:
        return Failure(path, _SCRIPTED if root.find(".//script") is not None else _EMPTY)
    text, starts = _joined(found, source.count("\n") + 1)
    return Draft(
        text,
        published=known.published or _stamp(whole, found),
        title=known.title,
        publisher=known.publisher,
        url=known.url,
        meta={"lang": known.language} if known.language else {},
        furniture=tuple(_code(found)),
        line_starts=starts,
        suppressions=tuple(in_comments(source, 1, source.split("\n"))),
    )


def _stamp(whole: Sequence[Block], found: Sequence[Block]) -> str | None:
    """What a `<time>` near the top of the article states, where nothing of it may be kept."""
    first, third = (next((at for at, one in enumerate(whole) if one is edge), 0) for edge in (found[0], found[:3][-1]))
    return next(
        (block.stamp for block in whole[max(first - NEAR, 0) : third + 1] if block.stamp and not block.around), None
    )


def _joined(found: Sequence[Block], lines: int) -> tuple[str, tuple[int, ...]]:
    """The text of the blocks, and the offset of each line of the source; one without text begins where the next does."""
    begins: dict[int, int] = {}
    start = 0
    for block in found:
        for line, offset in block.begins:
            begins.setdefault(line, start + offset)
        start += len(block.text) + 2
    end = start - 2
    starts = []
    for line in range(lines, 0, -1):
        end = min(end, begins.get(line, end))
        starts.append(end)
    return "\n\n".join(block.text for block in found), (0, *reversed(starts[:-1]))


def _code(found: Sequence[Block]) -> Iterator[Span]:
    """The spans of code; where there is little else, it is how the text itself is set."""
    code = sum(len(block.text) for block in found if block.kind == "code")
    if 2 * code >= sum(len(block.text) for block in found):
        return
    start = 0
    for block in found:
        if block.kind == "code":
            yield start, start + len(block.text)
        start += len(block.text) + 2
