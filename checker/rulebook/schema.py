"""The JSON Schema of a rule file, made from the models, for editors: completion, hover text, squiggles."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

from checker.rulebook.scope import NAME
from checker.rulebook.spec import RuleFile

FILE_NAME = "checker-rules.schema.json"
_NAMED = ("vocabulary", "events", "facts", "relations")


def json_schema() -> dict[str, Any]:
    """The schema, in the 2020-12 dialect, with examples of every key."""
    schema: dict[str, Any] = _tidy(RuleFile.model_json_schema())
    for model, keys in examples().items():
        made = schema if model == RuleFile.__name__ else schema["$defs"][model]
        properties = next(one for one in (made, *made.get("anyOf", ())) if "properties" in one)["properties"]
        for key, shown in keys.items():
            properties[key]["examples"] = shown
    for key in _NAMED:
        schema["properties"][key]["propertyNames"] = {"pattern": f"^{NAME.pattern}$"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": FILE_NAME,
        **schema,
        "title": "Rules of checker",
    }


def examples() -> dict[str, dict[str, list[Any]]]:
    """Examples of the keys of each model; days are text, as in rule files."""
    text = (files("checker.rulebook.spec") / "hover.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, list[Any]]] = yaml.load(text, _Plain)  # noqa: S506  a safe loader without dates
    return loaded


class _Plain(yaml.SafeLoader):
    """Reads days as text."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _tidy(node: Any) -> Any:
    """Without what says nothing to an author: titles that repeat the key, and `null` where a key is left out."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _tidy(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    if "default" in made and made["default"] is None:
        del made["default"]
        choices = [choice for choice in made.get("anyOf", ()) if choice != {"type": "null"}]
        if len(choices) == 1:
            del made["anyOf"]
            made = {**choices[0], **made}
        elif choices:
            made["anyOf"] = choices
    return made
