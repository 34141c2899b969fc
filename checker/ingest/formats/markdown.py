"""Markdown: the text that a reader sees, each line at the line of the source where it stands.

Emphasis, link targets and images are left out of the text; a heading, list item, table row and paragraph is a
paragraph each; code is kept, as no article. Front matter gives the date, title, publisher, address and authority.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.ingest import frontmatter
from checker.ingest.authority import NO_AUTHORITY, of_number
from checker.ingest.days import NO_DATE, in_stamp, of_iso
from checker.ingest.decode import decode
from checker.ingest.document import Draft
from checker.ingest.suppressions import in_comments
from checker.model.document import Failure, Span, Suppression

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown")
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)


def read(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """One document."""
    source = decode(data)
    if source is None:
        yield Failure(path, "The file holds NUL bytes, so it is no Markdown; save it as UTF-8.")
    elif not source.strip():
        yield Failure(path, "The file holds no text.")
    else:
        yield _document(source, path)


def _document(source: str, path: str) -> Draft | Failure:
    known, start = frontmatter.read(source)
    if known is None:
        return Failure(path, "The front matter cannot be read; write one `key: value` a line.", place="line 1")
    day = known.pop("published", None)
    published = (of_iso(day) or in_stamp(day)) if day else None
    if day and not published:
        return Failure(path, f"The front matter's date is {day!r}, {NO_DATE}", place="line 1")
    weighed = known.pop("authority", "1")
    authority = of_number(weighed)
    if authority is None:
        return Failure(path, f"The front matter's authority is {weighed!r}, {NO_AUTHORITY}", place="line 1")
    page = _Page(source.split("\n"), skipped=source.count("\n", 0, start))
    page.write(source[start:])
    return Draft(
        "".join(page.text),
        published=published,
        title=known.pop("title", None) or page.title,
        publisher=known.pop("publisher", None),
        url=known.pop("url", None),
        meta=known,
        furniture=tuple(page.furniture),
        line_starts=page.line_starts(),
        suppressions=tuple(page.suppressions),
        authority=authority,
    )


@dataclass(slots=True)
class _Page:
    """The text as it grows, and where in it each line of the source begins."""

    source: Sequence[str]  # its lines
    skipped: int
    text: list[str] = field(default_factory=list)
    length: int = 0
    begins: dict[int, int] = field(default_factory=dict)
    furniture: list[Span] = field(default_factory=list)
    title: str | None = None
    suppressions: list[Suppression] = field(default_factory=list)

    def write(self, body: str) -> None:
        from markdown_it import MarkdownIt

        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
        row: list[str] | None = None
        line = 0
        for before, token in zip([None, *tokens], tokens, strict=False):
            line = token.map[0] if token.map else line
            if token.type == "tr_open":
                row = []
            elif token.type == "tr_close" and row is not None:
                self._paragraph([" | ".join(row)], line)
                row = None
            elif token.type == "inline":
                written = self._inline(token.children or (), line)
                if row is not None:
                    row.append(" ".join(written))
                    continue
                self._paragraph(written, line)
                if self.title is None and before is not None and before.type == "heading_open":
                    self.title = " ".join(written).strip() or None
            elif token.type in {"fence", "code_block"}:
                self._paragraph(token.content.rstrip("\n").split("\n"), line + (token.type == "fence"), furniture=True)
            elif token.type == "html_block":
                self._hidden(token.content, line)
                self._paragraph([_untagged(one) for one in _untagged(token.content).strip("\n").split("\n")], line)

    def _inline(self, children: Sequence[Token], first: int) -> list[str]:
        """The visible text, one string for each line of the source."""
        lines = [""]
        for child in children:
            if child.type in {"text", "code_inline"}:
                lines[-1] += child.content
            elif child.type in {"softbreak", "hardbreak"}:
                lines.append("")
            elif child.type == "html_inline":
                self._hidden(child.content, first + len(lines) - 1)
                lines += [""] * child.content.count("\n")
        return lines

    def _hidden(self, html: str, line: int) -> None:
        self.suppressions += in_comments(html, self.skipped + line + 1, self.source)

    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line of the source; a line without text of its own begins where the next one does."""
        starts: list[int] = []
        offset = self.length
        for number in reversed(range(len(self.source))):
            offset = min(offset, self.begins.get(number, offset))
            starts.append(offset)
        return tuple(reversed(starts))

    def _paragraph(self, lines: Sequence[str], first: int, *, furniture: bool = False) -> None:
        if not any(line.strip() for line in lines):
            return
        if self.length:
            self._put("\n\n")
        start = self.length
        for number, line in enumerate(lines):
            if number:
                self._put("\n")
            self.begins.setdefault(self.skipped + first + number, self.length)
            self._put(line)
        if furniture:
            self.furniture.append((start, self.length))

    def _put(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)


def _untagged(html: str) -> str:
    """The text of a piece of HTML, its line breaks kept."""
    from html import unescape

    return unescape(_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), html))
