"""YAML as a tree of text that knows its place.

Every scalar stays the text its author wrote (`no`, `1:30`, `010`, `2025-05-16`); the models decide what is a number.
The tree is built from libyaml's events one at a time, so that depth, anchors and tags are refused before they cost
anything: nothing here recurses, expands or constructs.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml

from checker.model.rule import Place, Problem
from checker.rulebook.text import Block, Items, Source, Text, make_text

DEPTH = 16  # the deepest rule needs nine
SIZE = 8_000_000  # bytes; 5,000 facts are about three million
TWICE = 50  # duplicate keys that are told one by one
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class MalformedError(Exception):
    """A file that is no YAML, or uses what rule files may not."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def read_tree(path: str, data: bytes) -> tuple[Source, Any, list[Problem]]:
    """The root of a rule file (None where it is empty) and its duplicate keys; raises MalformedError for all else."""
    source = Source(path, _decode(path, data))
    try:
        return _build(source)
    except yaml.YAMLError as error:
        raise MalformedError(_syntax(source, error)) from None


def _decode(path: str, data: bytes) -> str:
    if len(data) > SIZE:
        raise MalformedError(
            Problem(
                Place(path, 1, 1),
                f"the file is larger than {SIZE // 1_000_000} MB",
                "split it: a pack is a folder of files",
            )
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        source = Source(path, data.decode("utf-8-sig", "replace"))
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise MalformedError(source.problem(line, column, "this byte is no UTF-8", "save the file as UTF-8")) from None


def _build(source: Source) -> tuple[Source, Any, list[Problem]]:
    """Events to tree. `stack` holds the open containers, `keys` the key that waits for its value in each."""
    twice: list[Problem] = []
    root: Any = None
    stack: list[Block | Items] = []
    keys: list[Text | None] = []
    event: Any  # the stubs of PyYAML leave the marks of events untyped
    for event in yaml.parse("\n".join(source.lines), Loader=yaml.CSafeLoader):
        kind = type(event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            keys.pop()
            continue
        top = stack[-1] if stack else None
        is_key = top.__class__ is Block and keys[-1] is None
        mark = event.start_mark
        node: Any
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse(source, event)
            node = make_text(event.value, source, mark.line + 1, mark.column + 1)
            if not event.style and event.value in _NULLS and not is_key:
                node = None
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None or is_key or len(stack) >= DEPTH:
                _refuse(source, event, len(stack))
            node = Block() if kind is yaml.MappingStartEvent else Items()
            node.line, node.column = mark.line + 1, mark.column + 1
            stack.append(node)
            keys.append(None)
        elif kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and root is not None):
            _refuse(source, event)
        else:
            continue
        if top is None:
            root = node
        elif isinstance(top, Items):
            top.append(node)
        elif is_key:
            keys[-1] = node
            if node in top and len(twice) < TWICE:
                first = next(key for key in top if key == node)
                message = f"`{node}` stands here twice; first on line {first.line}"
                twice.append(node.problem(message, "keep one of the two, or merge them"))
        else:
            level = -2 if stack[-1] is node else -1  # a container has just been put on top of its own parent
            key = keys[level]
            assert key is not None  # a value only ever follows its key
            top.setdefault(key, node)
            keys[level] = None
    return source, root, twice


def _refuse(source: Source, event: Any, depth: int = 0) -> NoReturn:
    """Says which of YAML's means a rule file may not use, and what to do instead."""
    anchor = getattr(event, "anchor", None)
    if isinstance(event, yaml.AliasEvent):
        message = f"`*{anchor}` is an alias, and rule files have none"
        mend = "write the words out, quote a leading `*`, or name them under `vocabulary`"
    elif anchor is not None:
        message = f"`&{anchor}` is an anchor, and rule files have none"
        mend = "write the words out, quote a leading `&`, or name them under `vocabulary`"
    elif isinstance(event, yaml.DocumentStartEvent):
        message = "a second document begins here"
        mend = "one file holds one document: remove the `---` or split the file"
    elif event.tag is not None:
        message = f"`{event.tag}` is a tag, and rule files have none"
        mend = "leave it out; quote text that begins with `!`"
    elif depth >= DEPTH:
        message = f"nested deeper than {DEPTH} levels"
        mend = "no rule needs that: look for a stray bracket"
    else:
        message = "a key must be plain text"
        mend = "quote text that begins with `{`, `[`, `<` or `*`"
    raise MalformedError(source.problem(event.start_mark.line + 1, event.start_mark.column + 1, message, mend))


_NO_COLON = re.compile(r"\s*(?:- (?=[^:]*[\[{]))?([a-z][\w-]*)(?: +[\[{]| +[^\s\[{:][^:]*$|:[^\s:])")
"""A line that names a key and leaves its colon out, or the space behind it: `title Height`, `mast {value: date}`."""
_OPENING = re.compile(r"\s*(?:- |[\w-]+: )(\{[^{}:,]*\}) *[^\s#].*$")
"""A line of words that begins with a slot, and so looks like a mapping to YAML: `match: {date} of the talks`."""


def _syntax(source: Source, error: yaml.YAMLError) -> Problem:
    """A libyaml error in words of the trade that rule authors know."""
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).split("\n")[0]
    if mark is None:
        return _unreadable(source, error, said)
    line, column = min(mark.line, len(source.lines) - 1), mark.column
    text = source.lines[line]
    if "\t" in text[: len(text) - len(text.lstrip())] or "'\\t'" in said:
        return source.problem(
            line + 1,
            max(text.find("\t"), 0) + 1,
            "a tab indents this line",
            "YAML is indented with spaces: replace the tab by two",
        )
    context = getattr(error, "context", None)
    opened = getattr(error, "context_mark", None)
    message = f"no valid YAML: {said}"
    if context and opened is not None and (opened.line, opened.column) != (mark.line, mark.column):
        message += f" ({context}, begun on line {opened.line + 1})"
    if any(words in said for words in ("mapping values", "expected key", "expected ':'")):
        for number in (line, max(line - 1, 0)):
            if bare := _NO_COLON.match(source.lines[number]):
                told = f"no valid YAML: no `: ` behind `{bare[1]}`"
                return source.problem(number + 1, bare.end(1) + 1, told, f"write `{bare[1]}: …`")
    if opening := _OPENING.match(text):
        mend = f'quote what begins with `{{`: `"{opening[1]} …"`'
        return source.problem(line + 1, opening.start(1) + 1, message, mend)
    return source.problem(line + 1, column + 1, message, _hint(said, text[column : column + 1]))


def _unreadable(source: Source, error: yaml.YAMLError, said: str) -> Problem:
    """A character that YAML does not allow; libyaml gives its place in bytes."""
    position = getattr(error, "position", 0) or 0
    before = "\n".join(source.lines).encode()[:position].decode("utf-8", "ignore")
    line = before.count("\n") + 1
    return source.problem(
        line, len(before) - before.rfind("\n"), f"no valid YAML: {said}", "remove the character; it is often invisible"
    )


def _hint(said: str, at: str) -> str:
    """The likeliest mend, by libyaml's words and the character that it stopped at."""
    if at and at in "}])":
        return "remove the bracket: nothing before it is left to close"
    if "mapping values are not allowed" in said:
        return "quote text that holds `: `; several keys stand on a line each, or in `{…}`"
    if "did not find expected ',' or ']'" in said or "did not find expected ',' or '}'" in said:
        return "close the bracket, and quote text that holds `,`, `[`, `{` or `: `"
    if "expected key" in said or "block end" in said or "could not find expected ':'" in said:
        return "line it up with the keys above, end every key with `:`, and quote text that begins with a sign"
    if "cannot start any token" in said:
        return "quote the text: " + "it begins with a character that YAML keeps for itself"
    if "end of stream" in said or "quoted scalar" in said:
        return "close the quotes; inside double quotes write `\\\\` for a backslash"
    if "escape" in said:
        return "use single quotes: they leave backslashes alone"
    return "quote the text, or look at the brackets and quotes before this place"
