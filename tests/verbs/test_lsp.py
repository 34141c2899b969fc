"""The language server, asked as an editor asks it."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.verbs.story import ended, write_story

pytest.importorskip("pygls")

from lsprotocol import types as lsp
from pygls import uris
from pygls.lsp.client import LanguageClient

ENOUGH = 60  # seconds after which it hangs
CONFIG = 'sources = ["news"]\nrules = ["harbour.yaml"]\n'


def test_it_ends_with_0_when_the_editor_leaves() -> None:
    said = b""
    for message in (
        {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        said += b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    command = [sys.executable, "-m", "checker", "lsp"]
    done = subprocess.run(command, input=said, capture_output=True, timeout=ENOUGH, check=False)
    assert (done.returncode, done.stderr) == (0, b"checker: exit 0: the editor has left\n")


class Editor(LanguageClient):
    """Keeps what the server publishes."""

    def __init__(self, folder: Path) -> None:
        super().__init__("editor", "1")
        self.folder = folder
        self.shown: dict[str, list[lsp.Diagnostic]] = {}
        self.messages: list[str] = []
        self.news = asyncio.Event()

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]  # so pygls has it
        def _published(params: lsp.PublishDiagnosticsParams) -> None:
            path = Path(uris.to_fs_path(params.uri) or "").relative_to(self.folder)
            self.shown[str(path)] = list(params.diagnostics)
            self.news.set()

        @self.feature(lsp.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]  # the same
        def _told(params: lsp.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self.news.set()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what the server is to say."""
        while not holds():
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), ENOUGH)

    def write(self, path: str, text: str) -> None:
        """Save a file, and say so."""
        (self.folder / path).write_text(text, encoding="utf-8")
        uri = uris.from_fs_path(str(self.folder / path)) or ""
        saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri))
        self.text_document_did_save(saved)


def edited(folder: Path, story: Callable[[Editor], Awaitable[None]]) -> None:
    """An editor's session in a folder, from its first word to its last."""

    async def session() -> None:
        editor = Editor(folder)
        await editor.start_io(sys.executable, "-m", "checker", "lsp")
        root = uris.from_fs_path(str(folder))
        await editor.initialize_async(lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), root_uri=root))
        editor.initialized(lsp.InitializedParams())
        await story(editor)
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()  # type: ignore[no-untyped-call]  # pygls gives it no types

    # A browser test before this one, in the same process, leaves its own loop running in the main thread.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, session()).result()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_story(tmp_path)
    (tmp_path / "checker.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def at(diagnostic: lsp.Diagnostic) -> tuple[int, int, int]:
    return diagnostic.range.start.line, diagnostic.range.start.character, diagnostic.range.end.character


def test_findings_are_shown_where_they_are_and_go_when_mended(folder: Path) -> None:
    async def story(editor: Editor) -> None:
        await editor.until(lambda: {"news/post.txt", "news/radio.txt", "news/wire.txt"} <= set(editor.shown))
        (found,) = editor.shown["news/wire.txt"]
        assert at(found) == (2, 18, 20)
        assert (found.code, found.severity) == ("harbour/aboard", lsp.DiagnosticSeverity.Error)
        assert found.message.startswith("People on the ferry: 90 (2 sources) against 64")
        assert [one.message for one in found.related_information or ()] == ["“90”", "“90”"]
        editor.write("news/wire.txt", "Published June 5, 2025\n\nOn the ferry were 90 passengers.\n")
        await editor.until(lambda: editor.shown["news/radio.txt"] == [])

    edited(folder, story)


def test_markup_and_wide_characters_move_no_mark(folder: Path) -> None:
    text = "Published June 5, 2025\n\nIt **was** 😀 said: on [the](http://x) *ferry* were 64 passengers.\n"
    (folder / "news" / "wire.txt").rename(folder / "news" / "wire.md")
    (folder / "news" / "wire.md").write_text(text, encoding="utf-8")

    async def story(editor: Editor) -> None:
        await editor.until(lambda: bool(editor.shown.get("news/wire.md")))
        line, start, end = at(editor.shown["news/wire.md"][0])
        units = text.splitlines()[line].encode("utf-16-le")
        assert units[2 * start : 2 * end].decode("utf-16-le") == "64"

    edited(folder, story)


def test_a_rule_file_shows_what_is_wrong_with_it(folder: Path) -> None:
    rule = (folder / "harbour.yaml").read_text("utf-8")

    async def story(editor: Editor) -> None:
        await editor.until(lambda: "news/wire.txt" in editor.shown)
        editor.write("harbour.yaml", rule.replace("kind: count, noun: sailor", "kind: cuont, noun: sailor"))
        await editor.until(
            lambda: any(one.severity == lsp.DiagnosticSeverity.Error for one in editor.shown.get("harbour.yaml", ()))
        )
        found = next(one for one in editor.shown["harbour.yaml"] if one.severity == lsp.DiagnosticSeverity.Error)
        assert at(found) == (9, 18, 23)
        assert "did you mean `count`?" in found.message
        assert editor.shown["news/wire.txt"]
        editor.write("harbour.yaml", rule)
        await editor.until(
            lambda: all(one.severity != lsp.DiagnosticSeverity.Error for one in editor.shown["harbour.yaml"])
        )

    edited(folder, story)


def test_what_keeps_it_from_checking_is_said(folder: Path) -> None:
    async def story(editor: Editor) -> None:
        await editor.until(lambda: "news/wire.txt" in editor.shown)
        editor.write("checker.toml", CONFIG + "pakcs = []\n")
        await editor.until(lambda: bool(editor.messages))
        assert "did you mean `packs`?" in editor.messages[0]
        assert editor.shown["news/wire.txt"]

    edited(folder, story)


def test_without_its_library_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    code, _, last = ended(capsys, "lsp")
    assert code == 2
    assert "install checker with its extra `lsp`" in last
