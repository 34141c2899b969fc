"""The parts of a Word file (Office Open XML, ECMA-376, part 2): a zip that may be damaged, or made to do harm."""

from __future__ import annotations

import io
import lzma
import posixpath
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from checker.ingest.formats.docx.markup import DAMAGED, Unusable, local, tree, value
from checker.ingest.made import made

LARGEST = 50_000_000  # bytes of XML in one part; a novel is a tenth of that
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of files with a password, and of Word's older format
_TEMPLATE = "2013-12-23T23:15:00Z"  # in every file that python-docx writes, whenever it does


class Properties(NamedTuple):
    """What a file says of itself; `made` is an ISO 8601 minute."""

    title: str | None
    made: str | None


class Package:
    """An open file. Raises Unusable where it is none."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_COMPOUND):
            raise Unusable(
                "The file has a password, or is of Word's older format; save it as .docx without a password."
            )
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, OSError, ValueError, RuntimeError) as error:
            raise Unusable(
                "The file is no Word document, or is damaged; open it in Word and save it as .docx."
            ) from error
        self._main = next((target for kind, target in self._links("") if kind == "officeDocument"), "word/document.xml")
        self._beside = dict(self._links(self._main))

    def main(self) -> bytes:
        """The XML of the text."""
        if not (found := self._part(self._main)):
            raise Unusable("The file holds no Word document; open it in Word and save it as .docx.")
        return found

    def beside(self, kind: str) -> bytes:
        """The XML of the part of this kind (`footnotes`) that goes with the text, empty where there is none."""
        return self._part(self._beside.get(kind, ""))

    def styles(self) -> dict[str, str]:
        """The names of styles by id, in lower case; those of Word's own are the same in every language."""
        found = {}
        if data := self.beside("styles"):
            for style in tree(data):
                for child in style:
                    if local(child.tag) == "name":
                        found[value(style.attrib, "styleId")] = value(child.attrib, "val").lower()
        return found

    def properties(self) -> Properties:
        """Its title and when it was written, where its properties agree on that."""
        part = next((target for kind, target in self._links("") if kind == "core-properties"), "docProps/core.xml")
        data = self._part(part)
        known = {local(one.tag): (one.text or "").strip() for one in tree(data)} if data else {}
        return Properties(" ".join(known.get("title", "").split()) or None, _made(known))

    def _links(self, part: str) -> Iterator[tuple[str, str]]:
        """The kind and name of each part that a part points to; "" is the file itself."""
        folder, name = posixpath.split(part)
        if data := self._part(posixpath.join(folder, "_rels", f"{name}.rels")):
            for link in tree(data):
                kind, target = link.get("Type", "").rpartition("/")[2], link.get("Target", "")
                yield kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    def _part(self, name: str) -> bytes:
        try:
            found = self._zip.getinfo(name)
        except KeyError:
            return b""
        if found.file_size > LARGEST:
            raise Unusable(f"A part of the file unpacks to {found.file_size // 10**6:,} MB, more than any text needs.")
        if found.flag_bits & 1:
            raise Unusable("The file has a password; save it without one.")
        try:
            return self._zip.read(found)
        except (BadZipFile, EOFError, OSError, ValueError, RuntimeError, lzma.LZMAError, zlib.error) as error:
            raise Unusable(DAMAGED) from error


def _made(known: dict[str, str]) -> str | None:
    """The minute of its last change, as far as its two stamps can be believed."""
    created, modified = known.get("created", ""), known.get("modified", "")
    if created == _TEMPLATE:
        return None
    try:
        return made(datetime.fromisoformat(created), datetime.fromisoformat(modified))
    except (ValueError, TypeError, OverflowError):
        return None
