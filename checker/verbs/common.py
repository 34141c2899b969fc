"""What several verbs share: the options that say what to read, and writing a file whole or not at all."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from errno import EACCES, ENOTDIR
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from checker.verbs import Unusable

if TYPE_CHECKING:
    from checker.config import Settings
    from checker.model.document import Document, Failure, Sources
    from checker.model.rule import Rulebook

STANDARD_OUTPUT = "-"
_MOST_FAILURES = 20
"""Failures told on standard error: more would scroll away what matters."""


def reading_options(parser: argparse.ArgumentParser) -> None:
    """The options of every verb that reads sources."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder (walked) or `-` for standard input")
    parser.add_argument("--published", type=day, metavar="DATE", help="publication date of documents that state none")
    parser.add_argument(
        "--jobs", type=positive, default=None, metavar="N", help="processes to use (default: as many as pay)"
    )
    parser.add_argument(
        "--engine", choices=["local"], help="what runs them: `local`, this machine's processes (default)"
    )
    parser.add_argument("--config", metavar="FILE", help="configuration to use instead of checker.toml")
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="keep nothing between runs; nothing is kept yet, so this changes nothing",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing on standard error")
    parser.add_argument("-v", "--verbose", action="store_true", help="say what is passed over, and list every place")


def rule_options(parser: argparse.ArgumentParser) -> None:
    """The options of every verb that applies rules."""
    parser.add_argument("--rules", action="append", default=[], metavar="PATH", help="a rule file or a folder of them")
    parser.add_argument("--pack", action="append", default=[], metavar="NAME", help="a built-in rule pack")


def rules_of(args: argparse.Namespace, settings: Settings) -> Rulebook:
    """The rules of the configuration and of the arguments."""
    from checker import api

    return api.load_rules([*settings.rules, *args.rules], [*settings.packs, *args.pack])


def positive(text: str) -> int:
    """A whole number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is no whole number of at least 1")
    return int(text)


def plural(number: int, noun: str) -> str:
    """`1 document`, `2 documents`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def day(text: str) -> str:
    """An ISO 8601 day, as it is."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no day of the calendar; write it as 2025-06-04") from None


def read_sources(args: argparse.Namespace) -> Sources:
    """The documents named by the arguments, else by the configuration.

    Raises Unusable where there is nothing to read at all.
    """
    from checker import config, ingest

    settings = config.load(args.config)
    paths = _paths(args, settings)
    sources = ingest.read(
        paths,
        published=args.published or settings.published,
        manifest=settings.manifest,
    )
    _say_skipped(args, sources.skipped)
    if not sources.documents:
        raise _nothing(args, paths, sources.failures)
    return sources


def each_source(args: argparse.Namespace, failures: list[Failure]) -> Iterator[Document]:
    """The documents of `read_sources` one after another, none of them kept; what cannot be read is added to the list.

    Raises Unusable where there is nothing to read at all.
    """
    from checker import config, ingest

    settings = config.load(args.config)
    paths = _paths(args, settings)
    document = None
    skipped: list[str] = []
    for document in ingest.each(
        paths, failures, skipped, published=args.published or settings.published, manifest=settings.manifest
    ):
        yield document
    _say_skipped(args, skipped)
    if document is None:
        raise _nothing(args, paths, failures)


def _paths(args: argparse.Namespace, settings: Settings) -> Sequence[str]:
    paths: Sequence[str] = args.paths or settings.sources
    if not paths:
        raise Unusable("nothing to read: name a file or folder, or set `sources` in checker.toml")
    return paths


def _say_skipped(args: argparse.Namespace, skipped: Sequence[str]) -> None:
    if args.verbose and not args.quiet:
        for path in skipped:
            print(f"checker: passed over {path}: its format is none that can be read", file=sys.stderr)


def _nothing(args: argparse.Namespace, paths: Sequence[str], failures: Sequence[Failure]) -> Unusable:
    say_failures(failures, quiet=args.quiet)
    return Unusable(f"nothing readable in {', '.join(paths)}; give files in a format that checker reads")


def say_failures(failures: Sequence[Failure], *, quiet: bool) -> None:
    """One line on standard error for each source that could not be read."""
    if not quiet:
        for failure in failures[:_MOST_FAILURES]:
            where = f"{failure.path}, {failure.place}" if failure.place else failure.path
            print(f"checker: could not read {where}: {failure.reason}", file=sys.stderr)
        if len(failures) > _MOST_FAILURES:
            print(f"checker: and {len(failures) - _MOST_FAILURES} more; a report lists them all", file=sys.stderr)


def write_text(path: str, text: str) -> None:
    """Write one text as `write_texts` does."""
    write_texts([(path, text)])


def write_texts(texts: Iterable[tuple[str, str]]) -> None:
    """Write whole texts as `write_files` does."""
    write_files([(path, BytesIO(encoded(text))) for path, text in texts])


def encoded(text: str) -> bytes:
    """As it is written; names of files may hold what is no UTF-8."""
    return text.encode("utf-8", "backslashreplace")


def write_files(files: Sequence[tuple[str, IO[bytes]]]) -> None:
    """Write what was gathered, each file or nothing of it: a reader never meets half a report. `-` is standard output.

    One that cannot be written keeps no other from being written. Raises Unusable, which names all of these.
    """
    failed: list[OSError] = []
    # Standard output comes last: where its reader leaves early (`| head`), no file is missing.
    for path, data in sorted(files, key=lambda one: one[0] == STANDARD_OUTPUT):
        data.seek(0)
        try:
            if path == STANDARD_OUTPUT:
                _print(data)
            else:
                _write(Path(os.path.realpath(path)), data)
        except OSError as error:
            if path == STANDARD_OUTPUT and isinstance(error, BrokenPipeError):
                raise
            error.filename = "standard output" if path == STANDARD_OUTPUT else path
            failed.append(error)
    if failed:
        told = "; ".join(f"cannot write {error.filename}: {(error.strerror or str(error)).lower()}" for error in failed)
        raise Unusable(f"{told}; choose another path" + (", the others are written" if len(files) > 1 else ""))


def _print(data: IO[bytes]) -> None:
    sys.stdout.flush()
    shutil.copyfileobj(data, sys.stdout.buffer)
    sys.stdout.flush()


def _write(target: Path, data: IO[bytes]) -> None:
    if target.exists() and not target.is_file():
        with target.open("wb") as device:  # a pipe or a device, which nothing may replace
            shutil.copyfileobj(data, device)
        return
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(EACCES, "it is read-only")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(ENOTDIR, f"{target.parent.name} is a file and no folder") from error
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".checker-")
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(data, file)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(mode)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
