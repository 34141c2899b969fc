"""Words by which somebody says something, and those by which an account is an older one."""

from __future__ import annotations

from collections.abc import Iterable

SAYING = frozenset(
    """said say says told tell tells added adds announced announces claimed claims confirmed confirms explained insisted
    stated testified tweeted wrote""".split()
)
"""Verbs of saying. None that do other things as well: a firm `recalled` cars, `posted` a loss."""

FORMER = frozenset(("earlier", "first", "original", "previous", "prior"))
"""What an account is that another has replaced."""


def one_of(*words: Iterable[str]) -> str:
    """A regular expression for any one of these words."""
    return f"(?:{'|'.join(sorted(frozenset().union(*words)))})"
