"""The verbs of the command, one module each: `register` adds its arguments, `run` does it and says how it ended."""

from __future__ import annotations

from typing import NamedTuple


class Outcome(NamedTuple):
    """An exit code of the contract, and why, in one line for standard error."""

    code: int
    why: str


class Unusable(Exception):
    """The run cannot go on: wrong usage, nothing to read, an output that cannot be written. Exit code 2."""
