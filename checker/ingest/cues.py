"""Cues as data: a line of words and a few signs, made into a pattern of Python's `re`.

The signs are explained where the cues are, at the top of `furniture.txt`. Cues are kept by the two words that open
their line, and compiled when a text first has those words: the whole table would cost a fifth of a second.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from checker.ingest.days import STAMP

Opening = tuple[str, ...]
"""The first two words or signs of a line, or its only one, in lower case. `#` is any number, `*` is anything."""

_TOKEN = re.compile(r"\[[^\]]*\]|<\w+>|\.\.\.|\w[\w'’-]*|\S")
_FIGURE = r"\d[\d.,]*[km]?(?!\w)"
_OPENING = re.compile(rf"({_FIGURE}|[^\W\d]+|\S)\s*({_FIGURE}|[^\W\d]+|\S)?", re.IGNORECASE)
_GAP = r"\s*(?<!\w(?=\w))"  # spaces, or the border between a word and a sign
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
_NAME = rf"(?-i:(?!(?i:{'|'.join((_DAYS + ' ' + _MONTHS).split())})\b)[A-Z][\w.'’-]*)"
_NETWORK = (
    "[bluesky|copy link|email|e-mail|facebook|google plus|google+|instagram|linkedin|pinterest|print|reddit"
    "|telegram|threads|twitter|whatsapp|x]"
)
_DATE = "\x00"  # a date is put out of the way before the line is compared
_WORDS = {
    "#": _FIGURE,
    "*": r".*",
    "...": r"(?:\S+\s+){0,11}\S*[^\s.!]",
    "<date>": _DATE,
    "<link>": r"(?:https?://|www\.)\S+",
    "<sep>": r"[,|/•·:–—-]+",
    "<name>": rf"{_NAME}(?:[ ]{_NAME}){{0,5}}",
}


def kind_of(line: str) -> str | None:
    """`line` or `list` where a line, stripped, reads from end to end like a cue of that kind."""
    table, firsts = _written()
    word = line.partition(" ")[0]
    if word.isalpha() and word.lower() not in firsts:
        return None
    match = _OPENING.match(line)
    if not match:
        return None
    first, second = match.groups()
    first = _word(first)
    if first not in firsts:
        return None
    exact: Opening = (first, _word(second)) if second else (first,)
    for opening in (exact, (first, "*")):
        for kind in table.get(opening, ()):
            pattern, dated = _compiled(kind, opening)
            if pattern.fullmatch(STAMP.sub(_DATE, line) if dated else line):
                return kind
    return None


@cache
def caption() -> re.Pattern[str]:
    """A line that ends like a caption: `(Name Name/AP)`, `(AP Photo/Name)`, `[Photo: Name]`, `REUTERS/Name Name`."""
    supplier = rf"(?:{'|'.join(map(re.escape, sorted(_rows('agency'), key=len, reverse=True)))})"
    name = r"(?-i:[A-Z][\w.'’-]*)(?:[ ](?-i:[A-Z][\w.'’-]*)){0,5}"
    inside = (
        rf"{name}\s?/\s?(?:{supplier}|(?-i:[A-Z][A-Z\d-]{{1,9}}))(?:\s[\w ]{{1,30}})?"
        rf"|{supplier}\s?[/,–-]\s?{name}(?:[,/]\s?[\w ./]{{1,40}})?"
        rf"|{name}\svia\s{supplier}"
        r"|(?:photo|image|picture|video|photo credit|credit)s?\s?(?::|by|via|courtesy)\s?[^()\[\]]{1,80}"
    )
    bare = rf"{supplier}/{name}|{name}/{supplier}"
    return re.compile(rf".*[(\[](?:{inside})[)\]]|(?:.*\s)?(?:{bare})", re.IGNORECASE)


def _word(written: str) -> str:
    return "#" if written[0].isdecimal() else written.lower()


def _rows(kind: str) -> list[str]:
    rows = Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines()
    return [row.strip()[len(kind) + 1 :] for row in rows if row.startswith(f"{kind} ")]


@cache
def _written() -> tuple[dict[Opening, dict[str, list[list[str]]]], frozenset[str]]:
    """Opening to kind to the tokens of its cues, and every first word."""
    table: dict[Opening, dict[str, list[list[str]]]] = {}
    for kind in ("list", "line"):
        for cue in _rows(kind):
            tokens = _TOKEN.findall(cue)
            for opening in _openings(tokens, 2):
                table.setdefault(opening, {}).setdefault(kind, []).append(tokens)
    return table, frozenset(opening[0] for opening in table)


@cache
def _compiled(kind: str, opening: Opening) -> tuple[re.Pattern[str], bool]:
    """The pattern of an opening's cues, and whether one of them holds a date."""
    cues = _written()[0][opening][kind]
    text = "|".join("".join(map(_pattern, tokens)) for tokens in cues)
    return re.compile(text, re.IGNORECASE), _DATE in text


def _pattern(sign: str) -> str:
    if sign == "<network>":
        return rf"{_pattern(_NETWORK)}(?:[\s|,/•·]*(?:and\s)?{_pattern(_NETWORK)})*"
    if not sign.startswith("["):
        return _WORDS.get(sign, re.escape(sign).replace("'", "['’]")) + _GAP
    choices = sign[1:-1].split("|")
    made = "|".join("".join(map(_pattern, _TOKEN.findall(choice))) for choice in choices if choice)
    return f"(?:{made})" + ("?" if "" in choices else "")


def _openings(tokens: list[str], count: int) -> set[Opening]:
    """Every opening of up to `count` words that a line of this cue can have."""
    if not tokens or not count:
        return {()}
    head, rest = tokens[0], tokens[1:]
    if head == "<network>":
        head, rest = _NETWORK, ["*"]
    if head == "<link>":
        return {("http", "*"), ("https", "*"), ("www", "*")}
    if head.startswith("["):
        choices = (_TOKEN.findall(choice) for choice in head[1:-1].split("|"))
        return set().union(*(_openings(choice + rest, count) for choice in choices))
    if head in _WORDS and head != "#":
        return {("*",)}
    words = [found[0] for found in re.finditer(r"#|[^\W\d]+|\S", head)]
    first, more = words[0].lower(), words[1:]
    return {(first, *opening) for opening in _openings([*more, *rest], count - 1)}
