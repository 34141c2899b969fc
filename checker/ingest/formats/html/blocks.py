"""A page's tree as blocks of text: paragraphs, list items, table rows, each with the source's lines that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from checker.ingest.days import in_stamp, of_iso
from checker.ingest.raised import raised
from checker.ingest.rows import CELLS, LONGEST_CELL, gap

Kind = Literal["text", "title", "heading", "caption", "row", "code"]


class Block(NamedTuple):
    """One paragraph as it is seen. `begins` are the lines of the source, from 1, with the offset where each begins.

    `around` is a block of the page rather than of its article (navigation, a form, comments), as its markup says.
    `stamp` is the first day or minute that a `<time>` of it states, as ISO 8601.
    """

    text: str
    begins: tuple[tuple[int, int], ...]
    kind: Kind
    around: bool
    stamp: str | None


_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table caption"
    " tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "amp-ad amp-embed amp-sidebar applet area audio base button canvas datalist embed frame head iframe img input"
    " link map meta meter noframes noscript object optgroup option param picture progress script select source"
    " style svg template textarea title track video del s strike rp rt annotation annotation-xml".split()
)
_KINDS: dict[str, Kind] = {
    "h1": "title",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
    "figcaption": "caption",
    "caption": "caption",
    "pre": "code",
}
_AROUND = frozenset("nav aside dialog menu search".split())
_AROUND_ROLES = frozenset("alertdialog banner complementary contentinfo dialog navigation search".split())
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|breadcrumbs?|comments?|commentlist|consent|cookies?|disqus|gdpr"
    r"|most-?(?:read|popular)|newsletter|promos?|recirc|recommend\w*|related|respond|share|sharing|sidebar|social"
    r"|sponsored|subscribe|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore)", re.IGNORECASE)
_HIDDEN_NAMES = frozenset(
    "headerlink mw-editsection navbox reflist screen-reader-text sr-only toc visually-hidden visuallyhidden".split()
)
_SPACES = re.compile(r"[ \t\r\f]+")
_INVISIBLE = re.compile("[\x00\xad\u200b\u2060\ufeff]")
_NOTE = re.compile(r"\s*(?:\[\w{1,7}\]|[*†‡^↑↩#¶§]|[a-z])\s*")
_PARTS = "p div h1 h2 h3 h4 h5 h6 li blockquote".split()


def blocks(root: Any) -> list[Block]:
    """The blocks of a tree of lxml in the order of the page; what no reader sees is left out."""
    return list(_Walk().blocks(root))


class _Open(NamedTuple):
    """An element that is open: what of it holds for all that it holds."""

    name: str
    kind: Kind
    around: bool
    article: bool
    raised: bool
    row: bool  # within a row of values, where nothing parts paragraphs


_PAGE = _Open("", "text", around=False, article=False, raised=False, row=False)


@dataclass(slots=True)
class _Walk:
    """The block as it grows. What parts two words (`gap`) is written when the second comes."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    begins: list[tuple[int, int]] = field(default_factory=list)
    first: _Open = _PAGE
    stamp: str | None = None
    gap: str = ""
    line: int = 1
    spanning: int = 0  # rows that the open first cell of a row stands for, from its own on
    label: str = ""  # of the cell that stands for this row, too, and for so many more
    labelled: int = 0

    def blocks(self, root: Any) -> Iterator[Block]:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        path, tables = [self.first], [False]  # of each open table, whether its rows hold values
        for event, element in walk:
            name = element.tag.lower() if isinstance(element.tag, str) else ""
            if event == "end":
                closed = path.pop()
                if _parts(closed.name) and not path[-1].row:
                    yield from self._flush()
                elif _parts(closed.name) or "-" in closed.name:
                    self.gap = self.gap or " "
                if closed.name == "table":
                    tables.pop()
                    self.labelled = 0
                elif self.spanning > 1 and closed.name in {"td", "th"}:
                    self.label, self.labelled, self.spanning = "".join(self.pieces), self.spanning - 1, 0
                self._write(element.tail, path[-1])
                continue
            self.line = element.sourceline or self.line
            if event != "start":
                self._write(element.tail, path[-1])
            elif _unseen(element, name):
                path.append(path[-1]._replace(name=""))
                walk.skip_subtree()
            else:
                if name == "table":
                    tables.append(not _is_layout(element))
                path.append(_opened(element, name, path[-1], values=tables[-1]))
                yield from self._open(name, element, path[-2], path[-1])
                self._write(element.text, path[-1])
        yield from self._flush()

    def _open(self, name: str, element: Any, above: _Open, here: _Open) -> Iterator[Block]:
        if name == "br" and not here.row:
            if self.gap == "\n" and here.kind != "code":
                yield from self._flush()  # two in a row part paragraphs
            self.gap = "\n"
        elif _parts(name) and not above.row:
            yield from self._flush()
            if here.row and self.labelled:
                self.labelled -= 1
                self._put(self.label, here)
        elif name in {"td", "th"}:
            self.gap = CELLS
            self.spanning = 0 if self.pieces else _number(element.get("rowspan"))
        elif _parts(name) or name == "br" or "-" in name:  # with a hyphen: of the page's own making
            self.gap = self.gap or " "
        elif name == "time" and self.stamp is None:
            stated = element.get("datetime") or ""
            self.stamp = of_iso(stated) or in_stamp(stated)

    def _write(self, text: str | None, within: _Open) -> None:
        if not text:
            return
        text = _INVISIBLE.sub("", text)
        if within.raised and text.strip().isdecimal():
            text = raised(text)
        for number, line in enumerate(text.split("\n")):
            self.line += number > 0
            if within.kind == "code":
                self.gap += "\n" * (number > 0)
                self._put(line, within)
                continue
            words = _SPACES.sub(" ", line)
            if number or words[:1] == " ":
                self.gap = self.gap or " "
            self._put(words.strip(" "), within)
            if words[-1:] == " ":
                self.gap = self.gap or " "

    def _put(self, text: str, within: _Open) -> None:
        text = text if self.pieces else text.lstrip("\xa0")
        if not text:
            return
        if not self.pieces:
            self.first = within
        elif self.gap:
            self.gap = gap(self.pieces[-1], text) if self.gap == CELLS else self.gap
            self.pieces.append(self.gap)
            self.length += len(self.gap)
        self.gap = ""
        if not self.begins or self.line > self.begins[-1][0]:
            self.begins.append((self.line, self.length))
        self.pieces.append(text)
        self.length += len(text)

    def _flush(self) -> Iterator[Block]:
        if self.pieces:
            yield Block(
                "".join(self.pieces).rstrip(), tuple(self.begins), self.first.kind, self.first.around, self.stamp
            )
        self.pieces, self.begins, self.length = [], [], 0
        self.stamp, self.gap = None, ""


def _number(given: str | None) -> int:
    return int(given) if given and given.isdecimal() and len(given) < 4 else 0


def _opened(element: Any, name: str, above: _Open, *, values: bool) -> _Open:
    row = above.row or (values and name == "tr")
    return _Open(
        name=name,
        kind="row" if row else _KINDS.get(name, above.kind),
        around=above.around or _is_around(element, name, in_article=above.article),
        article=above.article or name in {"article", "main"},
        raised=name == "sup",
        row=row,
    )


def _parts(name: str) -> bool:
    """Whether an element parts paragraphs."""
    return name in _BLOCKS


def _unseen(element: Any, name: str) -> bool:
    if name in _UNSEEN or element.get("hidden") is not None or ":" in name:
        return name not in {"html", "body"}
    if _HIDDEN_STYLE.search(element.get("style") or ""):
        return name not in {"html", "body"}
    if not _HIDDEN_NAMES.isdisjoint((element.get("class") or "").split()):
        return True
    return name in {"sup", "a"} and _is_note(element, name)


def _is_note(element: Any, name: str) -> bool:
    """Whether what is raised or linked points to a note rather than being a part of the text: `[4]`, `↩`."""
    if name == "a":
        return (element.get("href") or "").startswith("#") and _NOTE.fullmatch("".join(element.itertext())) is not None
    return element.find(".//a[@href]") is not None or _NOTE.fullmatch("".join(element.itertext())) is not None


def _is_around(element: Any, name: str, *, in_article: bool) -> bool:
    if name in {"html", "body", "main", "article"}:
        return False
    if name in _AROUND or (name == "footer" and not in_article) or element.get("role") in _AROUND_ROLES:
        return True
    return any(_AROUND_NAMES.search(element.get(key) or "") for key in ("class", "id"))


def _is_layout(table: Any) -> bool:
    """Whether a table only lays the page out: a cell of it holds more than any cell of a table of values."""
    if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
        return True
    for cell in table.iter("td", "th"):
        length = sum(map(len, cell.itertext()))
        if length > LONGEST_CELL or (length > LONGEST_CELL / 3 and sum(1 for _ in cell.iter(*_PARTS)) > 1):
            return True
    return False
