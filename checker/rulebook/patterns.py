"""A line of words to a pattern tree: `first (direct) <talks> ... {date}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import get_args

from checker.model.mention import Kind
from checker.model.pattern import Gap, Group, Node, Sequence, Slot, Vocabulary, Word
from checker.rulebook.kinds import mend_kind

KINDS: tuple[Kind, ...] = get_args(Kind)
DEPTH = 6  # brackets in brackets
SIZE = 20_000  # words that one pattern may stand for, its vocabularies put in place

_TOKEN = re.compile(
    r"""(?P<space>\s+)
    | (?P<gap>\.{3,}|…)
    | (?P<mark>[()|])
    | (?P<comma>,)
    | (?P<colon>:)
    | <(?P<vocabulary>[^<>{}()|]*)>
    | \{(?P<slot>[^{}]*)\}
    | (?P<word>=?(?:(?:[^\W_]\.){2,}|\w+(?:[-'’./&]\w+)*'?))
    | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)

_COLON = Group((Sequence((Word(":"),), ":"),), optional=True)
"""`:` in a pattern: that of a label (`Lanes: 4`), which running text does without."""


class PatternError(Exception):
    """A pattern that cannot be read; `offset` is the character in its line that is at fault."""

    def __init__(self, offset: int, message: str, mend: str = "") -> None:
        self.offset, self.message, self.mend = offset, message, mend
        super().__init__(message)


def parse_pattern(line: str, *, slots: bool = False, known: Callable[[str, int], None] | None = None) -> Sequence:
    """The tree of a pattern.

    `slots` allows `{…}`; `known` is called with every vocabulary name and its offset, and raises PatternError for a
    name that it does not know. Raises PatternError for everything else that is wrong.
    """
    return _Parser(line, slots, known).parse()


class _Parser:
    def __init__(self, line: str, slots: bool, known: Callable[[str, int], None] | None) -> None:
        self.line, self.slots, self.known = line, slots, known
        passed = ("space", "comma") if slots else ("space",)  # elsewhere a comma is a list without its brackets
        self.tokens = [m for m in _TOKEN.finditer(line) if m.lastgroup not in passed]
        self.at = 0

    def parse(self) -> Sequence:
        nodes = self._nodes(0)
        if self.at < len(self.tokens):  # only a closing bracket or a bar stops the outermost level
            token = self.tokens[self.at]
            if token[0] == "|":
                raise PatternError(token.start(), "`|` outside brackets", "put the alternatives in brackets: `(a|b)`")
            raise PatternError(token.start(), "`)` closes nothing", "remove it, or open the bracket before it")
        if not nodes:
            raise PatternError(0, "an empty pattern", "write the words that it should find")
        return Sequence(tuple(nodes), str(self.line))

    def _nodes(self, depth: int) -> list[Node]:
        nodes: list[Node] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token[0] in (")", "|"):
                break
            self.at += 1
            nodes.append(self._group(token, depth) if token[0] == "(" else self._node(token))
        self._check_gaps(nodes, depth)
        return nodes

    def _check_gaps(self, nodes: list[Node], depth: int) -> None:
        if depth == 0 and nodes and Gap() in (nodes[0], nodes[-1]):
            raise PatternError(
                max(0, self.line.find(".." if ".." in self.line else "…")),
                "`...` at an end of the pattern says nothing",
                "leave it out: a pattern may stand anywhere in a sentence",
            )
        if any(a == b == Gap() for a, b in pairwise(nodes)):
            raise PatternError(0, "two gaps in a row", "one `...` is enough")

    def _group(self, opening: re.Match[str], depth: int) -> Group:
        if depth >= DEPTH:
            raise PatternError(
                opening.start(), f"brackets deeper than {DEPTH}", "make it two patterns, or a vocabulary"
            )
        choices, empty = [], 0
        while True:
            start = self.tokens[self.at].start() if self.at < len(self.tokens) else len(self.line)
            nodes = self._nodes(depth + 1)
            if self.at >= len(self.tokens):
                raise PatternError(opening.start(), "`(` is never closed", "add the `)`")
            token = self.tokens[self.at]
            self.at += 1
            if nodes:
                choices.append(Sequence(tuple(nodes), self.line[start : token.start()].strip()))
            else:
                empty += 1
            if token[0] == ")":
                break
        if not choices:
            raise PatternError(opening.start(), "brackets with nothing in them", "remove them")
        return Group(tuple(choices), optional=bool(empty) or len(choices) == 1)

    def _node(self, token: re.Match[str]) -> Node:
        kind, text, offset = token.lastgroup, token[0], token.start()
        if kind == "word":
            return Word(text.lstrip("="), exact=text.startswith("="))
        if kind == "gap":
            return Gap()
        if kind == "colon":
            return _COLON
        if kind == "vocabulary":
            name = token["vocabulary"].strip()
            if self.known is not None:
                self.known(name, offset)
            return Vocabulary(name)
        if kind == "slot":
            return self._slot(token)
        raise PatternError(offset, *_stray(text))

    def _slot(self, token: re.Match[str]) -> Slot:
        offset = token.start()
        if not self.slots:
            raise PatternError(offset, f"`{token[0]}` cannot stand here", "only patterns under `match` have slots")
        name, _, noun = token["slot"].strip().partition(" ")
        kind = next((k for k in KINDS if k == name), None)
        if kind is None and name != "value":
            if name == "offset":
                raise PatternError(offset, "`{offset}` is no slot", "write `{value}`")
            shown = "{{{}}}"
            raise PatternError(offset, f"`{{{name}}}` is no kind of value", mend_kind(name, [*KINDS, "value"], shown))
        if not noun.strip():
            return Slot(kind)
        if kind not in (None, "count"):
            raise PatternError(offset, f"`{name}` takes no noun", f"write `{{{name}}}`, or `{{count {noun.strip()}}}`")
        try:
            return Slot(kind, parse_pattern(noun.strip(), known=self.known))
        except PatternError as error:
            inside = self.line.index(noun.strip(), offset) + error.offset
            raise PatternError(inside, error.message, error.mend) from None


def _stray(text: str) -> tuple[str, str]:
    if text in "<>":
        return f"a `{text}` that is no part of a `<name>`", "a vocabulary is written `<name>`"
    if text in "{}":
        return (
            f"a `{text}` that is no part of a `{{slot}}`",
            "a slot is written `{date}`, `{count prisoner}`, `{money}`",
        )
    if text == ",":
        return "`,` in a pattern", "make it a list, each phrase by itself: `[talks, round of talks]`"
    if text == ".":
        return "`.` in a pattern", "leave it out; a gap is three: `...`"
    if text == "=":
        return "`=` without a word right after it", "`=Word` matches the word exactly as it is written"
    if text in "$€£%":
        return f"`{text}` in a pattern", "values are slots: `{money}`, `{percent}`; give the unit under `value`"
    if text in "*+?[]^\\":
        return (
            f"`{text}` in a pattern of plain words",
            "brackets give choices, `...` a gap; a regular expression goes under `regex:`",
        )
    return f"`{text}` in a pattern", "leave it out: patterns are words, and skip over punctuation"


def written(node: Node) -> str:
    """A node as an author would write it."""
    match node:
        case Word(text, exact):
            return f"={text}" if exact else text
        case Vocabulary(name):
            return f"<{name}>"
        case Slot(kind, noun):
            return "{" + " ".join([kind or "value", *([noun.text] if noun else [])]) + "}"
        case Group() if node == _COLON:
            return ":"
        case Group(choices, optional):
            texts = [choice.text for choice in choices]
            return f"({'|'.join([*texts, ''] if optional and len(texts) > 1 else texts)})"
        case Gap():
            return "..."


def slot_counts(node: Node | Sequence) -> tuple[int, int]:
    """The fewest and the most slots that one reading of a pattern can hold."""
    if isinstance(node, Sequence):
        counts = [slot_counts(n) for n in node.nodes]
        return sum(low for low, _ in counts), sum(high for _, high in counts)
    if isinstance(node, Group):
        counts = [slot_counts(c) for c in node.choices]
        return 0 if node.optional else min(low for low, _ in counts), max(high for _, high in counts)
    one = int(isinstance(node, Slot))
    return one, one


def slots_of(node: Node | Sequence) -> list[Slot]:
    """Every slot of a pattern, in order."""
    if isinstance(node, Slot):
        return [node]
    if isinstance(node, Sequence):
        return [slot for n in node.nodes for slot in slots_of(n)]
    if isinstance(node, Group):
        return [slot for c in node.choices for slot in slots_of(c)]
    return []


def has_words(node: Node | Sequence) -> bool:
    """Whether a pattern must find some word outside its slots (a slot's own noun counts)."""
    if isinstance(node, Sequence):
        return any(has_words(n) for n in node.nodes)
    if isinstance(node, Group):
        return not node.optional and all(has_words(c) for c in node.choices)
    return isinstance(node, Word | Vocabulary) or (isinstance(node, Slot) and node.noun is not None)


def vocabularies_of(node: Node | Sequence) -> list[str]:
    """Names of the vocabularies that a pattern refers to."""
    if isinstance(node, Vocabulary):
        return [node.name]
    if isinstance(node, Sequence):
        return [name for n in node.nodes for name in vocabularies_of(n)]
    if isinstance(node, Group):
        return [name for c in node.choices for name in vocabularies_of(c)]
    return []


def size_of(node: Node | Sequence, sizes: Mapping[str, int]) -> int:
    """How many words and slots a pattern stands for, given those of each vocabulary."""
    if isinstance(node, Sequence):
        return sum(size_of(n, sizes) for n in node.nodes)
    if isinstance(node, Group):
        return sum(size_of(c, sizes) for c in node.choices)
    if isinstance(node, Slot):
        return 1 if node.noun is None else 1 + size_of(node.noun, sizes)
    return sizes.get(node.name, 0) if isinstance(node, Vocabulary) else 1
