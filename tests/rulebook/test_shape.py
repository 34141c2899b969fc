"""The reader without pydantic accepts nothing that the models refuse, and makes the same of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from checker.rulebook.shape import FILE, UnfitError, read_plain
from checker.rulebook.shapes import shapes
from checker.rulebook.spec import RuleFile
from checker.rulebook.text import Block
from checker.rulebook.tree import MalformedError, read_tree
from tests.rulebook.good import GOOD

ROOT = Path(__file__).parents[2]


def test_is_current() -> None:
    assert json.loads(FILE.read_text("utf-8")) == shapes(), "run: python -m checker.rulebook.shape"


def plain(value: Any) -> Any:
    """Models and their plain twins as dictionaries."""
    if isinstance(value, BaseModel):
        made = {name: plain(getattr(value, name)) for name in type(value).model_fields}
        return made | (
            {"__pydantic_extra__": plain(value.__pydantic_extra__)} if value.model_config["extra"] == "allow" else {}
        )
    if isinstance(value, SimpleNamespace):
        return {name: plain(one) for name, one in vars(value).items()}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def both(text: str) -> tuple[Any, Any]:
    """What the two make of a file; None where one refuses it."""
    try:
        _, root, _ = read_tree("x.yaml", text.encode())
    except MalformedError:
        return None, None
    if not isinstance(root, Block):
        return None, None
    fast: Any = None
    slow: Any = None
    try:
        fast = plain(read_plain(root))
    except UnfitError:
        fast = None
    try:
        slow = plain(RuleFile.model_validate(root))
    except ValidationError:
        slow = None
    return fast, slow


@pytest.mark.parametrize("path", sorted((ROOT / "rules").rglob("*.yaml")), ids=lambda path: path.stem)
def test_packs_are_read_alike(path: Path) -> None:
    fast, slow = both(path.read_text("utf-8"))
    assert fast is not None
    assert fast == slow


def test_a_file_with_everything_is_read_alike() -> None:
    fast, slow = both(GOOD.replace("todo: yes", "todo: true"))
    assert fast is not None
    assert fast == slow


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_spoiled_files_are_read_alike_or_not_at_all(data: st.DataObject) -> None:
    lines = GOOD.split("\n")
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.sampled_from([i for i, line in enumerate(lines) if ":" in line and not line.startswith("#")]))
        key = lines[at].split(":")[0]
        value = data.draw(
            st.sampled_from(["", "x", "[x]", "{x: y}", "7", "-1", "010", "[]", "{}", "[~]", "true", "error"])
        )
        lines[at] = f"{key}: {value}"
    fast, slow = both("\n".join(lines))
    assert fast is None or fast == slow


def test_pydantic_stays_out_of_a_run_without_errors() -> None:
    code = "import sys; from checker.rulebook import load; load([], ['general', 'istanbul-talks']); print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
