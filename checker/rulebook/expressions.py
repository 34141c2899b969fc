"""Relations as people write them: `us-aid <= total-aid`, `second - first ~ gap-between-rounds`.

A recursive-descent parser over a bounded number of tokens; kinds and units are checked at every operator, so that an
error points at the operator that joins what does not go together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple, cast

from checker.model.rule import Binary, Constant, Expr, Published, Ref
from checker.rulebook.dimensions import DATE, Dimension, UnlikeError, check_sides, combine, constant_dimension
from checker.rulebook.measures import read_day, read_number
from checker.rulebook.units import find_any_unit, mend_unit

TOKENS = 200
DEPTH = 12
Comparator = Literal["<", "<=", "=", "~", ">=", ">", "!="]

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<day>\d{4}-\d\d?-\d\d?(?![\w-]))
    | (?P<number>-?\d[\d_,]*(?:\.\d+)?(?:[eE][+-]?\d+)?)
    | (?P<name>[^\W\d_][\w°²³]*(?:[-/](?=\w)\w+)*)
    | (?P<compare><=|>=|!=|==|[<>=~≤≥≠])
    | (?P<operator>[-+*/×÷−])
    | (?P<sign>[()%])
    | (?P<other>\S))""",
    re.VERBOSE,
)
_PERCENT = Dimension("percent")
_WHOLE = Constant(100.0, "percent", "100%")
_SAME = {"==": "=", "≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "÷": "/", "−": "-"}


class ExpressionError(Exception):
    """An expression that cannot be read; `offset` is the character at fault."""

    def __init__(self, offset: int, message: str, mend: str = "") -> None:
        self.offset, self.message, self.mend = offset, message, mend
        super().__init__(message)


class UnknownFactError(ExpressionError):
    """A name that no fact has."""


class Names(NamedTuple):
    """How names are looked up: a fact's full id, what its values are, and what to say of an unknown one."""

    full_id: Callable[[str], str | None]
    dimension: Callable[[str], Dimension]
    mend: Callable[[str], str]


class Parsed(NamedTuple):
    """Both sides and the comparison between them."""

    left: Expr
    op: Comparator
    right: Expr


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


class _Side(NamedTuple):
    expr: Expr
    dimension: Dimension
    start: int
    end: int


def parse_relation(text: str, names: Names) -> Parsed:
    """The trees of both sides; raises ExpressionError."""
    parser = _Parser(text, names)
    left = parser.sum(0)
    token = parser.take()
    if token is None:
        raise ExpressionError(left.end - 1, "nothing is compared", "add `=`, `~`, `<` or `<=`, and the other side")
    if token.kind != "compare":
        raise parser.unexpected(token)
    right = parser.sum(0)
    extra = parser.take()
    if extra is not None and extra.kind == "compare":
        raise ExpressionError(extra.offset, "more than one comparison", "for a chain write `{order: [a, b, c]}`")
    if extra is not None:
        raise parser.unexpected(extra)
    if not (_has_ref(left.expr) or _has_ref(right.expr)):
        raise ExpressionError(0, "the relation names no fact", "compare at least one fact")
    left, right = _alike(left, right)
    try:
        check_sides(left.dimension, right.dimension, text[left.start : left.end], text[right.start : right.end])
    except UnlikeError as error:
        raise ExpressionError(token.offset, error.message, error.mend) from None
    return Parsed(left.expr, cast("Comparator", _SAME.get(token.text, token.text)), right.expr)


def _alike(left: _Side, right: _Side) -> tuple[_Side, _Side]:
    """Both sides in percent where one is: whoever reckons then meets one unit."""
    if left.dimension.kind == "percent":
        return left, _as_percent(right)
    return (_as_percent(left), right) if right.dimension.kind == "percent" else (left, right)


def _as_percent(side: _Side) -> _Side:
    if side.dimension.kind != "number":
        return side
    return side._replace(expr=Binary("*", side.expr, _WHOLE), dimension=_PERCENT)


def _as_number(side: _Side) -> _Side:
    """5% as 0.05, to multiply with."""
    if side.dimension != _PERCENT:
        return side
    expr: Expr = Binary("/", side.expr, _WHOLE)
    if isinstance(side.expr, Constant) and isinstance(side.expr.value, float):
        expr = Constant(side.expr.value / 100, "", side.expr.text)
    return side._replace(expr=expr, dimension=Dimension("number"))


def _has_ref(expr: Expr) -> bool:
    if isinstance(expr, Binary):
        return _has_ref(expr.left) or _has_ref(expr.right)
    return isinstance(expr, Ref)


class _Parser:
    def __init__(self, text: str, names: Names) -> None:
        self.text, self.names, self.at = text, names, 0
        self.tokens: list[_Token] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "other"
            self.tokens.append(_Token(kind, match[kind], match.start(kind)))
            if len(self.tokens) > TOKENS:
                raise ExpressionError(match.start(kind), f"more than {TOKENS} words and signs", "make it two relations")

    def take(self) -> _Token | None:
        """The next token, None at the end."""
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else None

    def peek(self, *texts: str) -> _Token | None:
        """The next token if it is one of these signs."""
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        return token if token is not None and _SAME.get(token.text, token.text) in texts else None

    def unexpected(self, token: _Token) -> ExpressionError:
        """An error for a token that cannot stand where it does."""
        if token.text == ")":
            return ExpressionError(token.offset, "`)` closes nothing", "remove it, or open the bracket before it")
        if token.kind in ("name", "number", "day"):
            mend = "put a sign between them: `+ - * /` with spaces, or a comparison"
            return ExpressionError(token.offset, f"`{token.text}` follows without an operator", mend)
        return ExpressionError(
            token.offset, f"`{token.text}` cannot stand here", "use fact names, constants and `+ - * /`"
        )

    def sum(self, depth: int) -> _Side:
        side = self._product(depth)
        while token := self.peek("+", "-"):
            self.at += 1
            side = self._join(token, side, self._product(depth))
        return side

    def _product(self, depth: int) -> _Side:
        side = self._operand(depth)
        while token := self.peek("*", "/"):
            self.at += 1
            side = self._join(token, side, self._operand(depth))
        return side

    def _join(self, token: _Token, left: _Side, right: _Side) -> _Side:
        op = cast("Literal['+', '-', '*', '/']", _SAME.get(token.text, token.text))
        if op in "+-":
            left, right = _alike(left, right)
        elif left.dimension != right.dimension:
            left, right = _as_number(left) if op == "*" else left, _as_number(right)
        words = (self.text[left.start : left.end], self.text[right.start : right.end])
        try:
            dimension = combine(op, left.dimension, right.dimension, *words)
        except UnlikeError as error:
            raise ExpressionError(token.offset, error.message, error.mend) from None
        return _Side(Binary(op, left.expr, right.expr), dimension, left.start, right.end)

    def _operand(self, depth: int) -> _Side:
        token = self.take()
        if token is None:
            raise ExpressionError(
                max(len(self.text) - 1, 0), "the expression ends too soon", "add a fact or a constant"
            )
        if token.text == "(":
            if depth >= DEPTH:
                raise ExpressionError(token.offset, f"brackets deeper than {DEPTH}", "make it two relations")
            inner = self.sum(depth + 1)
            if (closing := self.peek(")")) is None:
                raise ExpressionError(token.offset, "`(` is never closed", "add the `)`")
            self.at += 1
            return _Side(inner.expr, inner.dimension, token.offset, closing.offset + 1)
        end = token.offset + len(token.text)
        if token.kind == "day":
            if read_day(token.text) is None:
                raise ExpressionError(token.offset, f"`{token.text}` is no day", "write it as 2025-05-16")
            return _Side(Constant(token.text, "date", token.text), DATE, token.offset, end)
        if token.kind == "number":
            return self._constant(token)
        if token.kind != "name":
            raise self.unexpected(token)
        if token.text == "published":
            return _Side(Published(), DATE, token.offset, end)
        full = self.names.full_id(token.text)
        if full is None:
            raise UnknownFactError(token.offset, f"no fact is called `{token.text}`", self._mend(token.text))
        return _Side(Ref(full), self.names.dimension(full), token.offset, end)

    def _mend(self, name: str) -> str:
        for at in (i for i, c in enumerate(name[:100]) if c in "-/"):
            if self.names.full_id(name[:at]) and self.names.full_id(name[at + 1 :]):
                return f"put spaces around the sign: `{name[:at]} {name[at]} {name[at + 1 :]}`"
        return self.names.mend(name)

    def _constant(self, token: _Token) -> _Side:
        number = read_number(token.text)
        if number is None:
            raise ExpressionError(token.offset, f"`{token.text}` is no number", "write it as 1200, 1,200 or 1.2e9")
        end = token.offset + len(token.text)
        if self.peek("%"):
            self.at += 1
            return _Side(Constant(number, "percent", f"{token.text}%"), _PERCENT, token.offset, end + 1)
        following = self.tokens[self.at] if self.at < len(self.tokens) else None
        if following is None or following.kind != "name":
            return _Side(Constant(number, "", token.text), Dimension("number"), token.offset, end)
        self.at += 1
        found = find_any_unit(following.text)
        if found is None:
            raise ExpressionError(following.offset, f"`{following.text}` is no unit", mend_unit("", following.text))
        kind, unit = found
        end = following.offset + len(following.text)
        constant = Constant(number * unit.factor + unit.shift, unit.base, self.text[token.offset : end])
        return _Side(constant, constant_dimension(kind, unit.base), token.offset, end)
