"""pydantic's errors as problems of a rule file: the place, plain words, the nearest name."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from checker.model.rule import Problem
from checker.rulebook.kinds import mend_kind
from checker.rulebook.problems import did_you_mean
from checker.rulebook.spec import RuleFile
from checker.rulebook.text import Block, Items, Source, Text

LIMIT = 100  # errors of one file that are worked out in full
_LITERAL = re.compile(r"'([^']*)'")
_SHAPES = {
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "list_type": "a list",
    "is_instance_of": "text",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
}


def explain(error: ValidationError, source: Source, root: Any) -> list[Problem]:
    """Every error of a file, placed and in plain words."""
    details = error.errors(include_url=False, include_context=True)
    return [_explain(detail, source, root) for detail in details[:LIMIT]]


def prune(root: Any, error: ValidationError) -> set[str]:
    """Takes out of a file's tree what was wrong with it; where a key is missing, the mapping that lacks it.

    Returns the names of the facts and relations that this happened in.
    """
    torn: set[str] = set()
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        loc = detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]
        holder: Any = None
        last: Any = None
        node = root
        for part in loc:
            if isinstance(node, Block) and part in node:
                holder, last = node, part
                node = holder[part]
            elif isinstance(node, Items) and isinstance(part, int) and part < len(node):
                # A list keeps its length, so that later places in it still fit: the list goes as a whole.
                node = node[part]
        if holder is not None and last in holder:
            del holder[last]
        torn.update(str(part) for part in loc[1:2])
    return torn


def _explain(detail: Any, source: Source, root: Any) -> Problem:
    loc: tuple[Any, ...] = detail["loc"]
    key, node = _find(root, loc)
    models = list(_models_at(loc[:-1] if detail["type"] in ("extra_forbidden", "missing") else loc))
    message, mend = _words(detail, loc, models)
    anchor = node if isinstance(node, Text) and detail["type"] != "extra_forbidden" else key
    if isinstance(anchor, Text):
        return anchor.problem(message, mend)
    line, column = (node.line, node.column) if isinstance(node, Block | Items) else (1, 1)
    return source.problem(line, column, message, mend)


def _words(detail: Any, loc: tuple[Any, ...], models: list[type[BaseModel]]) -> tuple[str, str]:
    kind, ctx, given = detail["type"], detail.get("ctx", {}), detail["input"]
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "the file")
    if kind == "extra_forbidden" and given is None and " " in str(loc[-1]):
        return f"`{loc[-1]}` is no key of {_owner(loc[:-1])}", "text that holds a comma needs quotes inside `{…}`"
    if (
        kind == "extra_forbidden"
        and len(loc) == 1
        and isinstance(given, dict)
        and {"value", "match", "find"} & {*given}
    ):
        return f"`{loc[0]}` is no key of a rule file", "put it under `facts:`, two spaces further in"
    if kind == "extra_forbidden":
        return f"`{loc[-1]}` is no key of {_owner(loc[:-1])}", _mend_key(str(loc[-1]), models)
    if kind == "missing":
        return f"`{loc[-1]}` is missing in {_owner(loc[:-1])}", _describe(models, str(loc[-1]))
    if kind == "literal_error":
        options = _LITERAL.findall(str(ctx.get("expected", "")))
        if name == "kind":
            return f"`{_short(given)}` is no `kind`", mend_kind(str(given), options)
        return f"`{_short(given)}` is no `{name}`", did_you_mean(
            str(given), options, "choose from: " + ", ".join(options)
        )
    if kind in ("too_short", "too_long"):
        least, most = ctx.get("min_length"), ctx.get("max_length")
        wanted = f"exactly {least or most}" if name in ("plausible", "between") else f"at least {least}"
        return f"`{name}` needs {wanted}, not {ctx.get('actual_length')}", ""
    if kind == "greater_than_equal":
        return f"`{name}` must be at least {ctx.get('ge')}", ""
    if kind in _SHAPES:
        return f"`{name}` must be {_SHAPES[kind]}, not {_shape(given)}", _mend_shape(kind, models)
    return f"`{name}`: {detail['msg']}", ""


def _owner(loc: tuple[Any, ...]) -> str:
    named = [str(part) for part in loc if isinstance(part, str)]
    if not named:
        return "a rule file"
    if len(named) == 2 and named[0] in ("facts", "relations", "events"):
        return f"the {named[0][:-1]} `{named[1]}`"
    return f"`{named[-1]}`"


def _mend_key(key: str, models: list[type[BaseModel]]) -> str:
    here = {alias for model in models for alias in _aliases(model)}
    near = did_you_mean(key, here) if here else ""
    if near.startswith("did you mean"):
        return near
    elsewhere = sorted({home for home, model in _all_models() if key in _aliases(model)})
    if elsewhere:
        return f"`{key}` belongs under " + " or ".join(f"`{home}`" for home in elsewhere)
    return near or ("its keys: " + ", ".join(sorted(here)) if here else "")


def _mend_shape(kind: str, models: list[type[BaseModel]]) -> str:
    if kind in ("model_type", "model_attributes_type") and models:
        needed = [field.alias or name for name, field in models[0].model_fields.items() if field.is_required()]
        keys = [key for key in _aliases(models[0]) if key not in needed]
        also = f"its other keys: {', '.join(keys)}" if needed else f"its keys: {', '.join(keys)}"
        return "; ".join([*(f"it needs `{key}`" for key in needed), also])
    if kind == "dict_type":
        return "write each entry as `name: …` on a line of its own, without a dash"
    if kind == "is_instance_of":
        return "quote text that holds `: ` or begins with `[` or `{`"
    return ""


def _describe(models: list[type[BaseModel]], key: str) -> str:
    for model in models:
        for name, field in model.model_fields.items():
            if key == (field.alias or name):
                return (field.description or "").split(". ")[0].strip()
    return ""


def _aliases(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _shape(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"`{_short(value)}`"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _find(root: Any, loc: tuple[Any, ...]) -> tuple[Text | None, Any]:
    """The last key on the way to an error and the node there; steps that shorthands add are passed over."""
    key, node = None, root
    for part in loc:
        if isinstance(node, Block) and part in node:
            key = next(k for k in node if k == part)
            node = node[key]
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node):
            node = node[part]
            if not isinstance(node, Text):
                key = None if isinstance(node, Block | Items) else key
    return key, node


def _models_at(loc: tuple[Any, ...]) -> Iterator[type[BaseModel]]:
    """The models that describe the mapping at a place."""
    hints: list[Any] = [RuleFile]
    for part in loc:
        hints = [inner for hint in hints for inner in _step(hint, part)]
    for hint in hints:
        yield from _models(hint)


def _step(hint: Any, part: Any) -> Iterator[Any]:
    for option in _options(hint):
        if isinstance(option, type) and issubclass(option, BaseModel):
            for name, field in option.model_fields.items():
                if part == (field.alias or name):
                    yield field.annotation
        elif get_origin(option) in (list, dict):
            yield get_args(option)[-1]


def _options(hint: Any) -> Iterator[Any]:
    if hasattr(hint, "__metadata__"):
        yield from _options(hint.__origin__)
    elif get_origin(hint) in (Union, types.UnionType):
        for arg in get_args(hint):
            yield from _options(arg)
    else:
        yield hint


def _models(hint: Any) -> Iterator[type[BaseModel]]:
    for option in _options(hint):
        if isinstance(option, type) and issubclass(option, BaseModel):
            yield option


def _all_models() -> Iterator[tuple[str, type[BaseModel]]]:
    """Every model with the key that it is written under."""
    seen: set[type[BaseModel]] = set()
    queue: list[tuple[str, Any]] = [("the top of the file", RuleFile)]
    while queue:
        home, hint = queue.pop()
        for option in _options(hint):
            if get_origin(option) in (list, dict):
                queue.append((home, get_args(option)[-1]))
            elif isinstance(option, type) and issubclass(option, BaseModel) and option not in seen:
                seen.add(option)
                yield home, option
                queue += [(field.alias or name, field.annotation) for name, field in option.model_fields.items()]
