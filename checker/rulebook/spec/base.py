"""What every model of the rule file shares: unknown keys refused, shorthands, and text that keeps its place."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from checker.rulebook.text import Text


class _Kept:
    """Passes a `Text` through as it is, so that a later error in it can be placed."""

    def __init__(self, *types: str) -> None:
        self.types = list(types)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(Text)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": self.types[0] if len(self.types) == 1 else self.types}


Line = Annotated[Text, _Kept("string")]
"""Words, as written."""
Label = Annotated[Text, _Kept("string", "number")]
"""Words or a number, kept as written: `1`, `2%`, `010`."""


class OneOrMore:
    """Tells the JSON Schema that a list of one may be written without its brackets."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


T = TypeVar("T")
Many = Annotated[
    list[T], BeforeValidator(lambda v: v if isinstance(v, list) else [] if v is None else [v]), OneOrMore()
]
"""One of something, or a list of it."""


class Gathered(OneOrMore):
    """Tells the reader without pydantic that a list of bare texts is one entry."""


Alternatives = Annotated[
    list[T],
    BeforeValidator(lambda v: [v] if isinstance(v, list) and v and all(isinstance(one, Text) for one in v) else v),
    BeforeValidator(lambda v: v if isinstance(v, list) else [] if v is None else [v]),
    Gathered(),
]
"""One of something, or a list of it; a list of bare texts is one, since they read as alternatives."""


K = TypeVar("K")
Section = Annotated[dict[K, T], BeforeValidator(lambda v: {} if v is None else v)]
"""Entries by name; none where nothing stands under the key."""


class Spec(BaseModel):
    """A mapping of the rule file. `shorthand` is the key that a bare value stands for."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
    shorthand: ClassVar[str | None] = None


class ShortSpec(Spec):
    """A mapping that may be written as one value: `value: date` for `value: {kind: date}`."""

    @model_validator(mode="before")
    @classmethod
    def _lengthen(cls, value: Any) -> Any:
        if value is None:
            return {}
        return value if isinstance(value, dict) or cls.shorthand is None else {cls.shorthand: value}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        full = handler.resolve_ref_schema(handler(schema))
        if cls.shorthand is None:
            return full
        short = {k: v for k, v in full["properties"][cls.shorthand].items() if k not in ("title", "default")}
        both = {"title": full.get("title"), "description": full.pop("description", ""), "anyOf": [short, dict(full)]}
        full.clear()
        full.update(both)
        return full
