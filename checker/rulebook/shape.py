"""A well-formed rule file as plain objects, without pydantic, which takes a third of a run's start-up to import.

`shape.json` says of every model of `spec` which keys it has and what each holds; `python -m checker.rulebook.shape`
makes it from the models, and a test holds the two together. Whatever does not fit is left to the models themselves,
which know how to say why: this reader accepts less than they do, and never anything else.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from checker.rulebook.text import Block, Items, Text

if TYPE_CHECKING:
    from checker.rulebook.spec import RuleFile

FILE = Path(__file__).with_name("shape.json")
ROOT = "RuleFile"


class UnfitError(Exception):
    """The tree is not of this shape, or not obviously so."""


def read_plain(root: Block) -> RuleFile:
    """An object with the attributes of the file's model. Raises UnfitError."""
    return cast("RuleFile", _model(root, ROOT))


@cache
def _shapes() -> dict[str, Any]:
    shapes: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return shapes


def _model(value: Any, name: str) -> SimpleNamespace:
    shape = _shapes()[name]
    if not isinstance(value, Block):
        if shape["short"] is None:
            raise UnfitError
        value = {} if value is None else {shape["short"]: value}
    fields = shape["fields"]
    made: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, given in value.items():
        field = fields.get(key)
        if field is not None:
            made[field["attribute"]] = None if given is None and field["null"] else _value(given, field["holds"])
        elif shape["extra"] and type(given) is Text:
            extra[key] = given
        else:
            raise UnfitError
    for field in fields.values():
        if field["attribute"] not in made:
            if field["needed"]:
                raise UnfitError
            default = field["default"]
            made[field["attribute"]] = default.copy() if isinstance(default, list | dict) else default
    if shape["extra"]:
        made["__pydantic_extra__"] = extra
    return SimpleNamespace(**made)


def _value(given: Any, holds: Any) -> Any:
    kind, *rest = holds
    if kind == "text":
        if type(given) is Text:
            return given
    elif kind == "null or":
        return None if given is None else _value(given, rest[0])
    elif kind == "model":
        return _model(given, rest[0])
    elif kind in ("list", "many", "gathered"):
        inner, least, most = rest
        if kind == "gathered" and isinstance(given, Items) and given and all(type(one) is Text for one in given):
            given = [given]
        elif kind != "list" and not isinstance(given, Items):
            given = [] if given is None else [given]
        if isinstance(given, list) and least <= len(given) <= (most or len(given)):
            return [_value(one, inner) for one in given]
    elif kind in ("map", "section"):
        if given is None and kind == "section":
            return {}
        if isinstance(given, Block):
            return {key: _value(one, rest[0]) for key, one in given.items()}
    elif type(given) is Text:
        if kind == "one" and given in rest[0]:
            return str(given)
        if kind == "bool" and given in ("true", "false"):
            return given == "true"
        if kind == "int" and given.isascii() and given.isdigit() and len(given) < 10 and int(given) >= rest[0]:
            return int(given)
    raise UnfitError


if __name__ == "__main__":
    from checker.rulebook.shapes import shapes

    FILE.write_text(json.dumps(shapes(), indent=1) + "\n", encoding="utf-8")
