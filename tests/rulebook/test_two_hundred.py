"""Two hundred wrong rule files given to the command: exit code 2, a located message, no traceback, no second lost."""

from __future__ import annotations

import re
import time
from itertools import product
from pathlib import Path

import pytest

from checker.cli import main
from tests.limits import HANG
from tests.rulebook.test_malformed import ALL

HOLDERS = {
    "the file": "{key}: {value}\nfacts: {{a: {{value: date, find: x}}}}\n",
    "a fact": "facts: {{a: {{value: date, find: x, {key}: {value}}}}}\n",
    "a value": "facts: {{a: {{find: x, value: {{kind: count, {key}: {value}}}}}}}\n",
    "a match": "facts: {{a: {{value: date, match: {{{key}: {value}}}}}}}\n",
    "an example": "facts: {{a: {{value: date, find: x, examples: {{name: n, texts: t, {key}: {value}}}}}}}\n",
    "a relation": "facts: {{a: {{value: date, find: x}}}}\nrelations: {{r: {{{key}: {value}}}}}\n",
}
WRONG_VALUES = {
    "the file": [("schema", "9"), ("schema", "[1]"), ("facts", "[a, b]"), ("events", "7"), ("vocabulary", "x")],
    "a fact": [
        ("severity", "loud"), ("trend", "up"), ("precision", "0"), ("tolerance", "-3"), ("require", "none"),
        ("known", "{values: 3}"), ("qualifiers", "[x]"), ("match", "{}"), ("as-of", "today"), ("status", "maybe"),
    ],
    "a value": [("noun", "{a: b}"), ("unit", "km"), ("plausible", "[9, 1]"), ("parties", "1"), ("plausible", "[a, b]")],
    "a match": [
        ("regex", "'(a+)+$'"), ("regex", "'(?=x)(?P<value>y)'"), ("regex", "'(?P<value>a{1,1000}){1,1000}'"),
        ("pattern", "'x {date} {date}'"), ("pattern", "'x'"), ("pattern", "'((((((((x)))))))) {date}'"),
    ],
    "an example": [("expect", "right"), ("expect", "holds"), ("expect", "consistent, todo: 7")],
    "a relation": [
        ("order", "a"), ("expression", "a <"), ("expression", "a < b"), ("expression", "a * a < a"), ("sum", "[a, a]"),
        ("rate", "[a, a]"), ("elapsed", "[a, a]"), ("expression", "'__import__(1) < a'"),
    ],
}  # fmt: skip
FILES = {
    **{name: wrong.text.replace("«", "") for name, wrong in ALL.items()},
    **{
        f"{holder}: {key} {value}": HOLDERS[holder].format(key=key, value=value)
        for holder, pairs in WRONG_VALUES.items()
        for key, value in pairs
    },
    **{
        f"unknown key of {holder}, {value}": text.format(key="nonsense", value=value)
        for (holder, text), value in product(HOLDERS.items(), ("x", "[]"))
    },
}


def test_there_are_two_hundred() -> None:
    assert len(set(FILES.values())) >= 200


@pytest.mark.parametrize("name", FILES)
def test_told_and_no_more(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "wrong.yaml").write_text(FILES[name], encoding="utf-8")
    (tmp_path / "source.txt").write_text("It began on May 3, 2024.\n", encoding="utf-8")
    start = time.process_time()
    code = main(["check", str(tmp_path / "source.txt"), "--rules", str(tmp_path / "wrong.yaml")])
    took = time.process_time() - start
    out, err = capsys.readouterr()
    assert code == 2, err
    assert re.search(r"wrong\.yaml:\d+:\d+: error: ", err), err
    assert err.splitlines()[-1].startswith("checker: exit 2: "), err
    assert "Traceback" not in out + err
    assert "internal error" not in err
    assert took < HANG
