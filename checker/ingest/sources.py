"""Paths to sources: files, folders and standard input, in an order that never changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import BinaryIO

from checker.ingest.document import Draft, complete
from checker.ingest.formats import readers
from checker.model.document import Document, Failure, Sources

STANDARD_INPUT = "-"
REPORT = b'<meta name="generator" content="checker '
"""What the HTML reports of checker say of themselves: a folder of sources may hold those of earlier runs."""
_TOP = 4096  # bytes of a page that hold it


class InvalidInput(Exception):
    """What makes a run impossible: two documents of one id, a file named twice."""

    for_users = True


@dataclass(frozen=True, slots=True)
class Entry:
    """What a manifest says of the documents whose id or path is `pattern`, or fits it as a glob.

    `published` is an ISO 8601 day and goes before every date that the source states; so do the other fields, None
    leaving a field as the source has it. `authority` is at least 0. `about` says what the document is about (`round`, `1`), as `about.round`.
    """

    pattern: str
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    about: tuple[tuple[str, str], ...] = ()
    authority: float | None = None

    def fits(self, document: Document | Draft, path: str) -> bool:
        """Whether the entry is for this document."""
        names = {document.id or path, path, PurePath(path).as_posix(), os.path.normpath(path)}
        return any(name == self.pattern or fnmatchcase(name, self.pattern) for name in names)


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: str | None = None,
    manifest: Sequence[Entry] = (),
    suffixes: Sequence[str] | None = None,
    stdin: BinaryIO | None = None,
) -> Sources:
    """Every document of these files and folders (walked recursively, hidden names left out); `-` is standard input.

    `published` is the ISO 8601 day for documents that state none. `suffixes` (`.txt`) limits what is taken from
    folders. A file that cannot be read is a failure; so is one of a format that no reader has, unless a folder holds
    it: then it is among `skipped`, as are checker's own reports.
    Raises `InvalidInput` where two documents have one id or one file is named twice.
    """
    failures: list[Failure] = []
    skipped: list[str] = []
    documents = tuple(
        each(
            paths,
            failures,
            skipped,
            published=published,
            manifest=manifest,
            suffixes=suffixes,
            stdin=stdin,
        )
    )
    return Sources(documents, tuple(failures), tuple(skipped))


def each(
    paths: Iterable[str | os.PathLike[str]],
    failures: list[Failure],
    skipped: list[str],
    *,
    published: str | None = None,
    manifest: Sequence[Entry] = (),
    suffixes: Sequence[str] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document]:
    """The documents of `read` one after another, none of them kept; what is no document is added to the two lists."""
    known = readers()
    taken: dict[str, str] = {}
    places: dict[str, str] = {}
    for path, in_folder in _files(paths, failures):
        suffix = "" if path == STANDARD_INPUT else PurePath(path).suffix.lower()
        reader = known.get(suffix)
        if in_folder and (not suffix or reader is None or (suffixes is not None and suffix not in suffixes)):
            skipped.append(path)
            continue
        _once(path, taken)
        if reader is None:
            failures.append(Failure(path, f"The format {suffix} is not among those that can be read: {_readable()}."))
            continue
        data = _bytes(path, stdin)
        if isinstance(data, Failure):
            failures.append(data)
            continue
        if in_folder and REPORT in data[:_TOP]:
            skipped.append(path)
            continue
        for draft in reader(data, path):
            if isinstance(draft, Failure):
                failures.append(draft)
            else:
                document = _document(draft, path, data, published, manifest)
                _distinct(document, places)
                yield document


def _files(paths: Iterable[str | os.PathLike[str]], failures: list[Failure]) -> Iterator[tuple[str, bool]]:
    """Each file, and whether a folder's walk found it."""
    for given in paths:
        path = os.fspath(given)
        if path == STANDARD_INPUT:
            yield path, False
        elif os.path.isdir(path):  # noqa: PTH112  the path stays as it was given
            for folder, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from ((os.path.join(folder, name), True) for name in sorted(names) if not name.startswith("."))  # noqa: PTH118
        elif os.path.exists(path):  # noqa: PTH110
            yield path, False
        else:
            failures.append(Failure(path, "There is no such file or folder."))


def _bytes(path: str, stdin: BinaryIO | None) -> bytes | Failure:
    try:
        return (stdin or sys.stdin.buffer).read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        return Failure(path, f"The file cannot be read: {error.strerror or error}.")


def _document(draft: Draft, path: str, data: bytes, published: str | None, manifest: Sequence[Entry]) -> Document:
    override = None
    for entry in manifest:
        if entry.fits(draft, path):
            override = entry.published or override
            draft = replace(
                draft,
                title=entry.title or draft.title,
                publisher=entry.publisher or draft.publisher,
                url=entry.url or draft.url,
                authority=draft.authority if entry.authority is None else entry.authority,
                meta={**draft.meta, **{f"about.{name}": value for name, value in entry.about}},
            )
    return complete(draft, path=path, data=data, override=override, default=published)


def _once(path: str, taken: dict[str, str]) -> None:
    real = path if path == STANDARD_INPUT else os.path.realpath(path)
    if real in taken:
        same = f"{path} is named twice" if taken[real] == path else f"{taken[real]} and {path} are one file"
        raise InvalidInput(f"{same}; name it once.")
    taken[real] = path


def _distinct(document: Document, places: dict[str, str]) -> None:
    """Note where the document is, by its id, which no other has."""
    place = _place(document)
    other = places.setdefault(document.id, place)
    if other is not place:
        raise InvalidInput(f"Two documents have the id {document.id!r}: {other} and {place}; rename one.")


def _place(document: Document) -> str:
    return f"{document.path}, record {document.record}" if document.record is not None else document.path


def _readable() -> str:
    return ", ".join(sorted(suffix for suffix in readers() if suffix))
