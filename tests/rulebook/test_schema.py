"""The JSON Schema that editors get agrees with what is accepted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from checker.model.mention import Kind
from checker.rulebook.schema import FILE_NAME, json_schema
from checker.rulebook.spec.fact import KindName
from tests.rulebook.good import GOOD

SCHEMA = json_schema()


class PlainLoader(yaml.SafeLoader):
    """YAML 1.2's core: days and `no` stay text, as in the files themselves and in editors."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool")) or first in "tf"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parsed(text: str) -> Any:
    return yaml.load(text, Loader=PlainLoader)


def test_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_beside_the_packs_is_current() -> None:
    path = Path(__file__).parents[2] / "rules" / FILE_NAME
    assert json.loads(path.read_text("utf-8")) == SCHEMA, f"run: checker rules schema > rules/{FILE_NAME}"


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "rules").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_accepts_the_packs(path: Path) -> None:
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(parsed(path.read_text("utf-8")))
    assert [f"{list(e.path)}: {e.message}" for e in errors] == []


def test_accepts_a_good_file() -> None:
    good = parsed(GOOD.replace("todo: yes", "todo: true"))
    errors = [f"{list(e.path)}: {e.message}" for e in jsonschema.Draft202012Validator(SCHEMA).iter_errors(good)]
    assert errors == []


@pytest.mark.parametrize(
    "text",
    [
        "factz: {}",
        "facts: {a: {find: x}}",
        "facts: {a: {value: dates, find: x}}",
        "facts: {A_b: {value: date, find: x}}",
        "facts: {a: {value: date, find: x, severity: eror}}",
        "facts: {a: {value: {kind: number, plausible: [1]}, find: x}}",
        "relations: {r: {order: [a, b], titel: x}}",
    ],
)
def test_refuses(text: str) -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(parsed(text))


def test_every_key_is_described() -> None:
    silent = []
    for name, model in [("file", SCHEMA), *SCHEMA["$defs"].items()]:
        for full in (model, *model.get("anyOf", ())):
            for key, prop in full.get("properties", {}).items():
                if not prop.get("description") and "$ref" not in str(prop):
                    silent.append(f"{name}.{key}")
    assert silent == []


def test_kinds_are_those_of_the_model() -> None:
    assert set(get_args(KindName)) == {*get_args(Kind), "offset"}


def keys() -> list[tuple[str, dict[str, Any]]]:
    """Every key of every mapping, with what the schema says of it."""
    mappings = {"file": SCHEMA, **SCHEMA["$defs"]}
    full = {
        name: next(one for one in (made, *made.get("anyOf", ())) if "properties" in one)
        for name, made in mappings.items()
    }
    return [(f"{name}.{key}", spec) for name, made in full.items() for key, spec in made["properties"].items()]


@pytest.mark.parametrize(("key", "spec"), keys(), ids=[key for key, _ in keys()])
def test_every_key_is_explained_and_shown(key: str, spec: dict[str, Any]) -> None:
    assert spec["description"].endswith((".", "…`.", ")."))
    assert spec["examples"]
    alone = jsonschema.Draft202012Validator(
        {**{k: v for k, v in spec.items() if k != "examples"}, "$defs": SCHEMA["$defs"]}
    )
    for example in spec["examples"]:
        assert [error.message for error in alone.iter_errors(example)] == []
