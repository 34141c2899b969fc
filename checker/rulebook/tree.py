"""YAML as a tree of text that knows its place.

Every scalar stays the text its author wrote (`no`, `1:30`, `010`, `2025-05-16`); the models decide what is a number.
The tree is built from libyaml's events one at a time, so that depth, anchors and tags are refused before they cost
anything: nothing here recurses, expands or constructs.
"""

from __future__ import annotations

from typing import Any

import yaml

from checker.model.rule import Place, Problem

DEPTH = 16  # the deepest rule needs nine
SIZE = 8_000_000  # bytes; 5,000 facts are about three million
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Source:
    """One rule file: its path as people should see it, and its lines."""

    __slots__ = ("lines", "path")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")

    def problem(self, line: int, column: int, message: str, mend: str = "") -> Problem:
        """An error at a line and column, both from 1."""
        excerpt = self.lines[line - 1].rstrip("\r") if 0 < line <= len(self.lines) else ""
        return Problem(Place(self.path, line, column), message, mend, excerpt=excerpt)


class Text(str):
    """A scalar. `line` and `column` are those of its first character in the file, from 1."""

    __slots__ = ("column", "line", "source")
    source: Source
    line: int
    column: int

    def place(self, offset: int = 0) -> Place:
        """Where the character at `offset` stands in the file (the scalar's start where quoting moved it)."""
        return Place(self.source.path, self.line, self.column + self._shift(offset))

    def problem(self, message: str, mend: str = "", offset: int = 0) -> Problem:
        """An error about this scalar, marked at the character `offset`."""
        return self.source.problem(self.line, self.column + self._shift(offset), message, mend)

    def part(self, start: int, end: int) -> Text:
        """A piece of the scalar, with its own place."""
        return make_text(self[start:end], self.source, self.line, self.column + self._shift(start))

    def _shift(self, offset: int) -> int:
        written = self.source.lines[self.line - 1][self.column - 1 :]
        start = int(written[:1] in ('"', "'"))
        return start + offset if written.startswith(self[: offset + 1], start) else 0


class Block(dict[Text, Any]):
    """A mapping that knows where it begins."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Items(list[Any]):
    """A sequence that knows where it begins."""

    __slots__ = ("column", "line")
    line: int
    column: int


class MalformedError(Exception):
    """A file that is no YAML, or uses what rule files may not."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def make_text(value: str, source: Source, line: int, column: int) -> Text:
    """A scalar with its place."""
    text = Text(value)
    text.source, text.line, text.column = source, line, column
    return text


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
    problems: list[Problem] = []
    root: Any = None
    documents = 0
    stack: list[Block | Items] = []
    keys: list[Text | None] = []
    event: Any  # the stubs of PyYAML leave the marks of events untyped
    for event in yaml.parse("\n".join(source.lines), Loader=yaml.CSafeLoader):
        mark = event.start_mark
        node: Any
        if isinstance(event, yaml.ScalarEvent):
            _refuse(source, event, mark)
            node = make_text(event.value, source, mark.line + 1, mark.column + 1)
            if not event.style and event.value in _NULLS and not _is_key(stack, keys):
                node = None
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            _refuse(source, event, mark)
            if len(stack) >= DEPTH:
                raise MalformedError(
                    _at(
                        source,
                        mark,
                        f"nested deeper than {DEPTH} levels",
                        "no rule needs that: look for a stray bracket",
                    )
                )
            if _is_key(stack, keys):
                raise MalformedError(
                    _at(source, mark, "a key must be plain text", "quote text that begins with `{`, `[`, `<` or `*`")
                )
            node = Block() if isinstance(event, yaml.MappingStartEvent) else Items()
            node.line, node.column = mark.line + 1, mark.column + 1
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
            keys.pop()
            continue
        elif isinstance(event, yaml.AliasEvent):
            raise MalformedError(
                _at(
                    source,
                    mark,
                    f"`*{event.anchor}` is an alias, and rule files have none",
                    "write the words out, quote a leading `*`, or name them under `vocabulary`",
                )
            )
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise MalformedError(
                    _at(
                        source,
                        mark,
                        "a second document begins here",
                        "one file holds one document: remove the `---` or split the file",
                    )
                )
            continue
        else:
            continue
        if not stack:
            root = node
        elif isinstance(top := stack[-1], Items):
            top.append(node)
        elif (key := keys[-1]) is None:
            keys[-1] = node
            if node in top:
                first = next(k for k in top if k == node)
                problems.append(
                    node.problem(
                        f"`{node}` stands here twice; first on line {first.line}", "keep one of the two, or merge them"
                    )
                )
            continue
        else:
            top.setdefault(key, node)
            keys[-1] = None
        if isinstance(node, Block | Items):
            stack.append(node)
            keys.append(None)
    return source, root, problems


def _is_key(stack: list[Block | Items], keys: list[Text | None]) -> bool:
    return bool(stack) and isinstance(stack[-1], Block) and keys[-1] is None


def _refuse(source: Source, event: Any, mark: Any) -> None:
    if event.anchor is not None:
        raise MalformedError(
            _at(
                source,
                mark,
                f"`&{event.anchor}` is an anchor, and rule files have none",
                "write the words out, quote a leading `&`, or name them under `vocabulary`",
            )
        )
    if event.tag is not None:
        raise MalformedError(
            _at(
                source,
                mark,
                f"`{event.tag}` is a tag, and rule files have none",
                "leave it out; quote text that begins with `!`",
            )
        )


def _at(source: Source, mark: Any, message: str, mend: str) -> Problem:
    return source.problem(mark.line + 1, mark.column + 1, message, mend)


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
    return source.problem(line + 1, column + 1, message, _hint(said, text))


def _unreadable(source: Source, error: yaml.YAMLError, said: str) -> Problem:
    """A character that YAML does not allow; libyaml gives its place in bytes."""
    position = getattr(error, "position", 0) or 0
    before = "\n".join(source.lines).encode()[:position].decode("utf-8", "ignore")
    line = before.count("\n") + 1
    return source.problem(
        line, len(before) - before.rfind("\n"), f"no valid YAML: {said}", "remove the character; it is often invisible"
    )


def _hint(said: str, line: str) -> str:
    if "mapping values are not allowed" in said:
        return "quote text that holds `: `, and put every key on a line of its own"
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
    return "quote the text, or look at the brackets and quotes before this place" if line else ""
