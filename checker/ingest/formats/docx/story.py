"""The text of one part of a Word file, paragraph by paragraph, from the stream of its elements (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.ingest.formats.docx.markup import Target, local, value
from checker.ingest.raised import raised
from checker.ingest.rows import LONGEST_CELL, row

_SKIPPED = frozenset("del moveFrom oMath rt sectPr".split())
_HIDING = frozenset("vanish webHidden strike dstrike".split())  # struck out by hand is deleted, too
_OFF = frozenset(("0", "false", "off"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = dict(zip((0x6D, 0xA3, 0xB0, 0xB1, 0xB3, 0xB4, 0xBB), "µ≤°±≥×≈", strict=True))  # of Adobe's font Symbol
_CONTENTS = "Table of Contents"


class Block(NamedTuple):
    """A paragraph or row of a table. `style` is its style's name in lower case, `note` the id of the note it is in."""

    text: str
    style: str = ""
    note: str = ""


@dataclass(slots=True)
class _Paragraph:
    text: list[str]
    style: str = ""
    ends: bool = True  # its end is not deleted: what comes next is another
    boxed: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    cells: list[list[Block]] = field(default_factory=list)
    deleted: bool = False
    labelled: bool = False  # its first cell goes on from the row above


class Story(Target):
    """Hears of elements and gathers `blocks`, and in `referred` the kind and id of each note that the text refers to.

    `styles` are the names of styles by id.
    """

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.blocks: list[Block] = []
        self.referred: list[tuple[str, str]] = []
        self._styles = styles
        self._path: list[str] = [""]
        self._skipped = 0  # open elements of what is not read
        self._into = [self.blocks]
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[_Row] = []
        self._label: list[Block] = []  # the first cell of the row above
        self._carried: list[str] = []
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self._choices: list[int] = []
        self._note = ""
        self._writes = self._hidden = self._raised = self._placeholder = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        name, above = local(tag), self._path[-1]
        if self._skipped or self._skips(name, above):
            self._skipped += 1
            return
        self._path.append(name)
        match name:
            case "t":
                self._writes = not self._hidden and all(self._fields)
            case "p":
                self._paragraphs.append(_Paragraph(self._carried))
                self._carried = []
            case "r":
                self._hidden = self._raised = False
            case "pStyle" if self._paragraphs:
                style = value(attributes, "val")
                self._paragraphs[-1].style = self._styles.get(style, style.lower())
            case "vertAlign":
                self._raised = value(attributes, "val") == "superscript"
            case "fldChar":
                self._field(value(attributes, "fldCharType"))
            case "tr":
                self._rows.append(_Row())
            case "tc":
                self._into.append([])
            case "vMerge" if self._rows and not self._rows[-1].cells:
                self._rows[-1].labelled = value(attributes, "val") != "restart"
            case "txbxContent":
                self._into.append(self._paragraphs[-1].boxed if self._paragraphs else self.blocks)
            case "AlternateContent":
                self._choices.append(0)
            case "footnoteReference" | "endnoteReference":
                self.referred.append((name.removesuffix("Reference"), value(attributes, "id")))
            case "footnote" | "endnote":
                self._note = value(attributes, "id")
            case "showingPlcHdr":
                self._placeholder = True
            case "docPartGallery":
                self._placeholder = value(attributes, "val") == _CONTENTS
            case "sym" if value(attributes, "font") == "Symbol":
                self._write(_symbol(value(attributes, "char")))
            case _ if above == "r" and name in _SIGNS:
                self._write(_SIGNS[name])
            case _ if above == "rPr" and name in _HIDING and self._path[-3] == "r":
                self._hidden = self._hidden or value(attributes, "val") not in _OFF

    def end(self, tag: str) -> None:
        """An element closes."""
        if self._skipped:
            self._skipped -= 1
            return
        self._path.pop()
        match local(tag):
            case "t":
                self._writes = False
            case "p":
                self._close_paragraph(self._paragraphs.pop())
            case "tc":
                cell = self._into.pop()
                if self._rows:
                    self._rows[-1].cells.append(cell)
            case "tr":
                closed = self._rows.pop()
                if closed.labelled and closed.cells:
                    closed.cells[0] = self._label
                self._label = closed.cells[0] if closed.cells else []
                if not closed.deleted:
                    self._into[-1].extend(_row(closed.cells))
            case "txbxContent":
                self._into.pop()
            case "AlternateContent":
                self._choices.pop()

    def data(self, text: str) -> None:
        """Characters."""
        if self._writes and not self._skipped:
            self._paragraphs[-1].text.append(raised(text) if self._raised and text.isdecimal() else text)

    def close(self) -> Story:
        """All is told."""
        if text := "".join(self._carried).strip():
            self.blocks.append(Block(text))
        return self

    def _skips(self, name: str, above: str) -> bool:
        """Whether the element is none that is read; of some, that it is there says something."""
        if name == "del" and above == "rPr" and self._path[-2] == "pPr" and self._paragraphs:
            self._paragraphs[-1].ends = False
        elif name == "del" and above == "trPr" and self._rows:
            self._rows[-1].deleted = True
        if above == "AlternateContent":
            self._choices[-1] += 1
            return self._choices[-1] > 1  # the others say the same for other programs
        if name == "sdtContent" and self._placeholder:
            self._placeholder = False
            return True
        return name in _SKIPPED or name.endswith("Change")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _write(self, text: str) -> None:
        if self._paragraphs and not self._hidden and all(self._fields):
            self._paragraphs[-1].text.append(text)

    def _close_paragraph(self, paragraph: _Paragraph) -> None:
        if not paragraph.ends:
            self._carried = paragraph.text
        elif (text := "".join(paragraph.text).strip()) and not paragraph.style.startswith("toc "):
            self._into[-1].append(Block(text, paragraph.style, self._note))
        self._into[-1].extend(paragraph.boxed)


def _row(cells: list[list[Block]]) -> list[Block]:
    """A row as one block, or the blocks of its cells where they are paragraphs that a table only lays out."""
    blocks = [block for cell in cells for block in cell]
    if not blocks or any(_is_prose(cell) for cell in cells):
        return blocks
    return [Block(row(" ".join(block.text for block in cell) for cell in cells), note=blocks[0].note)]


def _is_prose(cell: list[Block]) -> bool:
    length = sum(len(block.text) for block in cell)
    return length > LONGEST_CELL or (len(cell) > 1 and length > LONGEST_CELL / 3)


def _symbol(char: str) -> str:
    try:
        return _SYMBOLS.get(int(char, 16) & 0xFF, "")
    except ValueError:
        return ""
