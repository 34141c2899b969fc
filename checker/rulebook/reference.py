"""The keys of a rule file as a page of Markdown, from the models; `python -m checker.rulebook.reference docs/rules.md`
writes it again between the page's marks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from checker.rulebook.schema import json_schema

BEGIN = "<!-- made from the models by `python -m checker.rulebook.reference docs/rules.md`; do not edit below -->"
END = "<!-- end of what is made from the models -->"
_SECTIONS = (
    ("The file", ""),
    ("A fact", "FactSpec"),
    ("`value`", "ValueSpec"),
    ("A line of `match`", "MatchSpec"),
    ("`find`", "FindSpec"),
    ("`near`", "NearSpec"),
    ("A qualifier", "QualifierSpec"),
    ("A case of an event", "EventCaseSpec"),
    ("`as-of`", "AsOfSpec"),
    ("`require`", "RequireSpec"),
    ("`known`", "KnownSpec"),
    ("An example", "ExampleSpec"),
    ("A relation", "RelationSpec"),
)


def reference() -> str:
    """Every mapping of the language with its keys, one table each."""
    schema = json_schema()
    return "\n\n".join(_section(title, schema["$defs"][name] if name else schema) for title, name in _SECTIONS)


def renewed(page: str) -> str:
    """A page with what stands between its marks made again. Raises ValueError where it lacks the marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page lacks the marks between which the reference stands")
    return f"{before}{BEGIN}\n\n{reference()}\n\n{END}{after}"


def _section(title: str, model: dict[str, Any]) -> str:
    full = next((choice for choice in model.get("anyOf", ()) if "properties" in choice), model)
    needed = full.get("required", ())
    rows = [
        f"| `{key}`{' (needed)' if key in needed else ''} | {_shape(spec)} | {_cell(spec)} | {_shown(spec)} |"
        for key, spec in full["properties"].items()
    ]
    head = ["| key | is | meaning | as |", "| --- | --- | --- | --- |"]
    return "\n".join([f"### {title}", "", model.get("description", ""), "", *head, *rows])


def _cell(spec: dict[str, Any]) -> str:
    return str(spec.get("description", "see below")).replace("|", "\\|")


def _shown(spec: dict[str, Any]) -> str:
    """The first example of a key, as a rule file would have it."""
    example = spec["examples"][0]
    flow = yaml.safe_dump(example, default_flow_style=True, width=1000, sort_keys=False, allow_unicode=True)
    return "`" + flow.removesuffix("...\n").strip().replace("|", "\\|") + "`"


def _shape(spec: dict[str, Any]) -> str:
    return " or ".join(dict.fromkeys(_shapes(spec)))


def _shapes(spec: dict[str, Any]) -> Iterator[str]:
    """A schema in a few words."""
    if "anyOf" in spec:
        for choice in spec["anyOf"]:
            yield from _shapes(choice)
    elif "$ref" in spec:
        yield next(title.replace("`", "").lower() for title, name in _SECTIONS if spec["$ref"].endswith(f"/{name}"))
    elif "enum" in spec:
        yield ", ".join(f"`{value}`" for value in dict.fromkeys(str(value) for value in spec["enum"]))
    elif isinstance(kind := spec.get("type"), list):
        yield from ("text" if one == "string" else one for one in kind)
    else:
        plain = {"string": "text", "array": "list", "object": "mapping", "boolean": "true or false", "null": "nothing"}
        yield plain.get(str(kind), "number" if kind == "integer" else str(kind))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text("utf-8")), encoding="utf-8")
