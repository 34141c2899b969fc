"""Arguments in, exit code out. Nothing else catches errors."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from errno import ENOSPC
from pathlib import Path

from checker.verbs import Outcome, Unusable

VERBS = ("check", "extract", "explain", "rules", "suggest", "baseline", "diff", "report", "init", "completion", "lsp")

EPILOG = """\
exit codes:
  0  every source was read and nothing at or above --fail-on was found
  1  such findings exist
  2  could not run: usage, configuration or rule error, nothing to read, output not writable
  3  ran, but some evidence is missing: a source could not be read, or a `require:` is unmet under --strict
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code of the contract and never raises."""
    quiet = not {"-q", "--quiet"}.isdisjoint(sys.argv[1:] if argv is None else argv)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # whoever closed it (`>&-`) gives nothing, and wants nothing
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - it stays open
    try:
        outcome = _run(argv)
        if not sys.stdout.closed:  # as an editor leaves it that has said goodbye to the language server
            sys.stdout.flush()
    except _Stop as stop:
        return stop.code
    except KeyboardInterrupt:
        outcome = Outcome(2, "stopped by the keyboard; nothing was judged")
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); closing quietly is what every filter does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches a user
        told, _, why = _explain(error).rpartition("\n")
        if told:
            print(told, file=sys.stderr)
        outcome = Outcome(2, why)
    if not quiet:
        print(f"checker: exit {outcome.code}: {outcome.why}", file=sys.stderr)
    return outcome.code


class _Stop(Exception):
    """`--help` and `--version` have printed all there is to say."""

    def __init__(self, code: int) -> None:
        self.code = code


class _Parser(argparse.ArgumentParser):
    """argparse, but usage errors come back as values of ours and end in the one last line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise Unusable(f"{message} (see `{self.prog} --help`)")

    def exit(self, status: int = 0, message: str | None = None) -> None:  # type: ignore[override]
        if message:
            print(message, end="", file=sys.stderr)
        raise _Stop(status)


def _run(argv: Sequence[str] | None) -> Outcome:
    parser = _Parser(
        prog="checker",
        description="Find the numbers and dates on which sources of one story cannot agree.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    subparsers = parser.add_subparsers(metavar="VERB", required=True, parser_class=_Parser)
    for verb in VERBS:
        importlib.import_module(f"checker.verbs.{verb}").register(subparsers)
    if "_ARGCOMPLETE" in os.environ:
        from checker.verbs.completion import answer

        answer(parser)
    args, rest = parser.parse_known_args(argv)
    if rest and (not hasattr(args, "paths") or any(one.startswith("-") and one != "-" for one in rest)):
        raise Unusable(f"unrecognized arguments: {' '.join(rest)} (see `checker --help`)")
    if rest:
        args.paths = [*args.paths, *rest]  # argparse takes no paths behind an option once it has seen some before it
    outcome: Outcome = args.run(args)
    return outcome


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from checker import __version__

        print(f"checker {__version__}")
        parser.exit(0)


def _explain(error: Exception) -> str:
    """One line, or several for rule files: what is wrong, where, and the mend."""
    if os.environ.get("CHECKER_DEBUG"):
        raise error
    if isinstance(error, Unusable) or getattr(error, "for_users", False):
        return str(error)
    if isinstance(error, OSError) and (error.filename is not None or error.errno == ENOSPC):
        return f"{error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}"
    return (
        f"internal error ({type(error).__name__}: {error}); please report it, with CHECKER_DEBUG=1 set it shows where"
    )
