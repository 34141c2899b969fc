"""Runs saved with `--out json`, read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.verbs import Unusable

if TYPE_CHECKING:
    from checker.model.comparison import Comparison


def load(path: str) -> Comparison:
    """The run of a file. Raises Unusable for what is none."""
    from checker.report import json as saved

    try:
        return saved.load(Path(path).read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError) as error:
        raise Unusable(f"{path}: no saved run ({error}); write one with `checker check --out json=RUN.json`") from error
