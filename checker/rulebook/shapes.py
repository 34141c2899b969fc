"""What `shape.json` says, made from the models."""

from __future__ import annotations

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from checker.rulebook.spec import RuleFile
from checker.rulebook.spec.base import Gathered, OneOrMore, Section, ShortSpec
from checker.rulebook.text import Text

_LISTS = {OneOrMore: "many", Gathered: "gathered"}


def shapes() -> dict[str, Any]:
    """Every model by name: its shorthand, whether it takes other keys, and its fields by key."""
    made: dict[str, Any] = {}
    waiting: list[type[BaseModel]] = [RuleFile]
    while waiting:
        model = waiting.pop()
        if model.__name__ not in made:
            made[model.__name__] = {
                "short": model.shorthand if issubclass(model, ShortSpec) else None,
                "extra": model.model_config.get("extra") == "allow",
                "fields": {
                    field.alias or name: _field(name, field, waiting) for name, field in model.model_fields.items()
                },
            }
    return made


def _field(name: str, field: Any, waiting: list[type[BaseModel]]) -> dict[str, Any]:
    null, annotation = _without_null(field.annotation)
    holds = _holds(annotation, field.metadata, waiting)
    default = None if field.is_required() else field.get_default(call_default_factory=True)
    return {"attribute": name, "holds": holds, "null": null, "needed": field.is_required(), "default": default}


def _without_null(annotation: Any) -> tuple[bool, Any]:
    if get_origin(annotation) in (Union, types.UnionType):
        others = [one for one in get_args(annotation) if one is not type(None)]
        if len(others) != 1:
            raise TypeError(f"no shape for {annotation}")
        return True, others[0]
    return False, annotation


def _holds(annotation: Any, metadata: list[Any], waiting: list[type[BaseModel]]) -> list[Any]:
    null, annotation = _without_null(annotation)
    if null:
        return ["null or", _holds(annotation, metadata, waiting)]
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _holds(inner, [*metadata, *more], waiting)
    if annotation is Text:
        return ["text"]
    if annotation is bool:
        return ["bool"]
    if annotation is int:
        return ["int", _bound("ge", metadata) or 0]
    if get_origin(annotation) is Literal:
        return ["one", sorted({str(value) for value in get_args(annotation)})]
    if get_origin(annotation) is list:
        kind = next((_LISTS[type(one)] for one in metadata if type(one) in _LISTS), "list")
        least = _bound("min_length", metadata) or 0
        most = _bound("max_length", metadata)
        return [kind, _holds(get_args(annotation)[0], [], waiting), least, most]
    if get_origin(annotation) is dict:
        kind = "section" if get_args(Section)[1] in metadata else "map"
        return [kind, _holds(get_args(annotation)[1], [], waiting)]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        waiting.append(annotation)
        return ["model", annotation.__name__]
    raise TypeError(f"no shape for {annotation}")


def _bound(name: str, metadata: list[Any]) -> int | None:
    return next((getattr(one, name) for one in metadata if hasattr(one, name)), None)
