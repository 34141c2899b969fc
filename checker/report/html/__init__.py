"""The run as one HTML page: it opens from disk, asks for nothing, and can be read without JavaScript.

The style sheet and the script are inline, and a Content-Security-Policy allows these two by their hashes and nothing
else, so that a script in a source could not run even if a template forgot to escape it.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from checker.model.comparison import Comparison
from checker.report import _version, _words
from checker.report._version import NAME
from checker.report.html.index import Saved
from checker.report.html.index import build as overview
from checker.report.html.page import OPEN, build

_TICKED = re.compile(r"`([^`\n]+)`")


def render(comparison: Comparison) -> str:
    """The page as one text; the same comparison and version give the same bytes."""
    return _drawn("report.html.j2", page=build(comparison), run=comparison)


def render_index(saved: Sequence[Saved]) -> str:
    """A page over many runs, those of one story in the order of time."""
    return _drawn("index.html.j2", page=overview(saved))


def _drawn(template: str, **shown: object) -> str:
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return _templates().get_template(template).render(
        **shown,
        policy=policy,
        style=Markup(style),  # noqa: S704 - a file of this package
        script=Markup(script),  # noqa: S704 - the same
        name=NAME,
        version=_version.version(),
    )  # fmt: skip


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, which Jinja needs a fifth of a small run to make, kept where and when Python keeps compiled
    modules. Those of another source or version are passed over, and so is a place that nobody may write to."""

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "%s.j2c")

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(f"{jinja2.__version__} {_version.version()} {source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, EOFError, UnpicklingError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        bytecode_cache=_Compiled(),
    )
    environment.filters["ticked"] = _ticked
    environment.globals.update(words=_words.WORDS, plural=_words.plural, shown_in_full=OPEN)
    return environment


def _ticked(text: str) -> Markup:
    """Words between backticks as code; all of it escaped."""
    return Markup(_TICKED.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped in the same line


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
