"""A Word file made a document: its text and notes, what it says of itself, and where each paragraph begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from checker.ingest.document import Draft
from checker.ingest.formats.docx.markup import Unusable, parse
from checker.ingest.formats.docx.package import Package
from checker.ingest.formats.docx.story import Block, Story
from checker.model.document import Failure


def outcomes(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """One document."""
    try:
        yield _document(Package(data))
    except Unusable as error:
        yield Failure(path, str(error))


def _document(package: Package) -> Draft:
    styles = package.styles()
    story = Story(styles)
    parse(package.main(), story)
    blocks = [(f"paragraph {number}", block) for number, block in enumerate(story.blocks, 1)]
    for kind in ("footnote", "endnote"):
        blocks += _notes(package.beside(f"{kind}s"), kind, story, styles)
    if not blocks:
        raise Unusable("The file holds no text; if it shows pictures of text, give the text that they show.")
    known = package.properties()
    starts = accumulate((len(block.text) + 2 for _, block in blocks), initial=0)
    return Draft(
        "\n\n".join(block.text for _, block in blocks),
        made=known.made,
        title=known.title or next((block.text for block in story.blocks if block.style == "title"), None),
        parts=tuple((start, place) for start, (place, _) in zip(starts, blocks, strict=False)),
    )


def _notes(data: bytes, kind: str, story: Story, styles: dict[str, str]) -> Iterator[tuple[str, Block]]:
    """The notes that the text refers to, in its order."""
    if not data:
        return
    notes = Story(styles)
    parse(data, notes)
    for number, name in enumerate(dict.fromkeys(name for one, name in story.referred if one == kind), 1):
        yield from ((f"{kind} {number}", block) for block in notes.blocks if block.note == name)
