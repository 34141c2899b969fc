"""`checker lsp`: findings in the editor, on sources and on rule files, by the Language Server Protocol (3.17).

Whenever a file is opened or saved the project is checked as `checker check` would check it, and what changed is
shown. Only files that changed are read again.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.verbs import Outcome, Unusable, checking

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

    from checker.config import Settings
    from checker.model.rule import Problem
    from checker.verbs.diagnostics import Diagnostics


def register(subparsers: Any) -> None:
    """Add the verb and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "lsp",
        help="show findings in an editor (Language Server Protocol)",
        description="Serve an editor over standard input and output. Without PATH, it checks the sources of "
        "checker.toml, else the editor's folder.",
    )
    checking.options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> Outcome:
    """Serve until the editor ends it."""
    try:
        from lsprotocol import types as lsp
        from pygls.lsp.server import LanguageServer
    except ImportError as error:
        raise Unusable("the language server needs pygls: install checker with its extra `lsp`") from error
    from checker import __version__

    args.quiet = True
    server = LanguageServer("checker", __version__)
    project = _Project(args)

    @server.feature(lsp.INITIALIZED)
    def _begun(_: lsp.InitializedParams) -> None:
        if root := server.workspace.root_path:
            os.chdir(root)
        project.show(server)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def _opened(_: lsp.DidOpenTextDocumentParams) -> None:
        project.show(server)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def _saved(_: lsp.DidSaveTextDocumentParams) -> None:
        project.show(server)

    server.start_io()
    return Outcome(0, "the editor has left")


class _Project:
    """What was shown last, and what documents brought."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.memory = checking.Memory()
        self.sources: Diagnostics = {}
        self.shown: Diagnostics = {}

    def show(self, server: LanguageServer) -> None:
        """Check, and publish the files whose diagnostics are other than they were."""
        from lsprotocol import types as lsp
        from pygls import uris

        found = self._found(server)
        for path in sorted({*found, *self.shown}):
            now = found.get(path, [])
            if now != self.shown.get(path, []):
                uri = uris.from_fs_path(path) or path
                server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=now))
        self.shown = found

    def _found(self, server: LanguageServer) -> Diagnostics:
        """Of sources and rules; what keeps the check from running is said in a message, and what was shown stays."""
        from lsprotocol import types as lsp

        from checker import config
        from checker.rulebook import InvalidRules
        from checker.verbs.diagnostics import of_problems, of_run

        try:
            settings = config.load(self.args.config)
            if not (self.args.paths or settings.sources):
                self.args.paths = ["."]
            problems = of_problems(_doubts(self.args, settings))
            accepted = checking.read_baseline(
                self.args.baseline or settings.baseline, required=self.args.baseline is not None
            )
            run = checking.check(self.args, settings, accepted, memory=self.memory)
        except InvalidRules as invalid:
            return {**self.sources, **of_problems(invalid.problems)}
        except Exception as error:
            if not (isinstance(error, Unusable | OSError) or getattr(error, "for_users", False)):
                raise
            message = lsp.ShowMessageParams(lsp.MessageType.Error, f"checker: {error}")
            server.window_show_message(message)
            return self.shown
        self.sources = of_run(run)
        return {**problems, **self.sources}


def _doubts(args: argparse.Namespace, settings: Settings) -> list[Problem]:
    """What `checker rules lint` would warn of in the project's own rule files."""
    from checker import rulebook
    from checker.compare import checks
    from checker.extraction.doubts import doubts
    from checker.rulebook.lint import lint, warning

    own = [*settings.rules, *args.rules]
    if not own:
        return []
    book = rulebook.load(own, [], checks=checks.names())
    found = [*lint(book), *(warning(*doubt) for doubt in doubts(book))]
    roots = [Path(path).resolve() for path in own]
    return [one for one in found if any(Path(one.place.path).resolve().is_relative_to(root) for root in roots)]
