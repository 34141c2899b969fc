"""The JSON Schema of a rule file, made from the models, for editors: completion, hover text, squiggles."""

from __future__ import annotations

from typing import Any

from checker.rulebook.scope import NAME
from checker.rulebook.spec import RuleFile

FILE_NAME = "checker-rules.schema.json"
_NAMED = ("vocabulary", "events", "facts", "relations")


def json_schema() -> dict[str, Any]:
    """The schema, in the 2020-12 dialect."""
    schema: dict[str, Any] = _tidy(RuleFile.model_json_schema())
    for key in _NAMED:
        schema["properties"][key]["propertyNames"] = {"pattern": f"^{NAME.pattern}$"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": FILE_NAME,
        **schema,
        "title": "Rules of checker",
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
