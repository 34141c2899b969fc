"""`checker completion`: the script that makes a shell complete the command, names of packs and facts included."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any

from checker.verbs import Outcome
from checker.verbs.common import write_text

SHELLS = {
    "bash": 'eval "$(checker completion -q bash)" in ~/.bashrc',
    "zsh": 'eval "$(checker completion -q zsh)" in ~/.zshrc',
    "fish": "checker completion -q fish | source in ~/.config/fish/config.fish",
}


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "completion",
        help="print the script that makes a shell complete this command",
        description="Print the script that makes a shell complete this command, to be read when the shell starts: "
        + "; ".join(SHELLS.values())
        + ".",
    )
    parser.add_argument("shell", choices=sorted(SHELLS), help="the shell to complete in")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing on standard error")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Print it; the outcome says where it belongs."""
    from argcomplete.shell_integration import shellcode

    write_text("-", shellcode(["checker"], shell=args.shell))
    return Outcome(0, f"put {SHELLS[args.shell]}")


def answer(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that asks how a command line goes on, and end the process; the script above asks."""
    import argcomplete

    _name(parser)
    argcomplete.autocomplete(parser)


def _name(parser: argparse.ArgumentParser) -> None:
    """Say which arguments have names of ours, the arguments of every verb and action among them."""
    for action in parser._actions:  # noqa: SLF001  argparse offers no other way to its arguments
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for below in action.choices.values():
                _name(below)
        elif action.dest in _NAMES:
            action.completer = _NAMES[action.dest]  # type: ignore[attr-defined]  # where argcomplete looks


def _packs(**_: object) -> Iterable[str]:
    from checker import rulebook

    return sorted(rulebook.built_in())


def _facts(parsed_args: argparse.Namespace, **_: object) -> Iterable[str]:
    """The facts of the packs and rules that the line names already, and of the configuration; else of every pack."""
    from checker import api, config

    settings = config.load(getattr(parsed_args, "config", None))
    rules = [*settings.rules, *getattr(parsed_args, "rules", [])]
    packs = [*settings.packs, *getattr(parsed_args, "pack", [])]
    return [fact.id for fact in api.load_rules(rules, packs if rules or packs else list(_packs())).facts]


def _formats(**_: object) -> Iterable[str]:
    from checker import report

    return report.formats()


_NAMES: dict[str, Callable[..., Iterable[str]]] = {"pack": _packs, "only": _facts, "name": _facts, "out": _formats}
