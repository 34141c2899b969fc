"""`checker check --watch`: check again whenever a source, a rule, the configuration or the baseline changes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from checker import config
from checker.verbs import Outcome, Unusable
from checker.verbs.common import STANDARD_OUTPUT

CLEAR = "\x1b[2J\x1b[3J\x1b[H"  # ECMA-48: the screen, what was scrolled away, and the cursor at the top


def watch(check: Callable[[], Outcome], args: argparse.Namespace, written: Sequence[str]) -> Outcome:
    """Check and draw until the keyboard interrupts it; `written` are the paths of reports, whose change is none.

    A mistake that is made meanwhile (half a rule file) is told, and watching goes on.
    """
    if STANDARD_OUTPUT in args.paths:
        raise Unusable("--watch reads its sources again and again, which standard input cannot give; name files")
    own = frozenset(os.path.realpath(path) for path in written)
    places = _places(args)
    changes: Iterator[object] = iter(())
    watched: frozenset[str] = frozenset()
    last = Outcome(0, "nothing was checked")
    try:
        while True:
            if places != watched:
                watched, changes = places, _changes(places, own)
                next(changes)  # begins to watch, so that what changes during the check is not missed
            last = _checked(check)
            if not args.quiet:
                print(f"checker: {last.why}; watching, Ctrl-C ends it", file=sys.stderr, flush=True)
            while not next(changes):
                pass
            with suppress(config.InvalidConfig):  # the check tells what is wrong with it
                places = _places(args)
    except KeyboardInterrupt:
        *_, why = last.why.splitlines()  # of rules that are wrong, how many mistakes they have
        return Outcome(0, f"stopped watching; {why}")


def _changes(places: frozenset[str], own: frozenset[str]) -> Iterator[object]:
    """Without end, what changed since the last time it was asked, or nothing."""
    try:
        import watchfiles
    except ImportError as error:
        raise Unusable("--watch needs watchfiles: install checker with its extra `watch`") from error
    folders = {str(path if path.is_dir() else path.parent) for path in map(Path, places)}
    there = sorted(folder for folder in folders if Path(folder).is_dir())
    if not there:
        raise Unusable("nothing to watch: name a file or folder that exists")
    return watchfiles.watch(
        *there,
        watch_filter=lambda _, path: _counts(path, places, own),
        recursive=False,
        raise_interrupt=True,
        yield_on_timeout=True,
        rust_timeout=200,
    )


def _places(args: argparse.Namespace) -> frozenset[str]:
    """Every file and folder whose change matters, by its real path; each folder below them too, hidden ones not."""
    settings = config.load(args.config)
    named = [*(args.paths or settings.sources), *settings.rules, *args.rules]
    named += [path for path in (settings.path, args.baseline or settings.baseline) if path]
    return frozenset(place for path in named for place in _below(os.path.realpath(path)))


def _below(path: str) -> Iterator[str]:
    yield path
    for folder, folders, _ in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in folders)  # noqa: PTH118


def _counts(path: str, places: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a path that changed is one of those watched, or lies in such a folder, and is no report of ours."""
    real = Path(os.path.realpath(path))
    if str(real) in own or (real.name.startswith(".") and str(real) not in places):
        return False
    return str(real) in places or (str(real.parent) in places and real.parent.is_dir())


def _checked(check: Callable[[], Outcome]) -> Outcome:
    """One check, on a clean screen where there is one, and how it came out."""
    if sys.stdout.isatty():
        print(CLEAR, end="", flush=True)
    try:
        return check()
    except Exception as error:
        if not (isinstance(error, Unusable | OSError) or getattr(error, "for_users", False)):
            raise
        return Outcome(2, str(error))
    finally:
        sys.stdout.flush()
