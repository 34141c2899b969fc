"""What a project sets once: `checker.toml`, or `[tool.checker]` in pyproject.toml.

    sources = ["articles"]
    packs = ["istanbul-talks"]
    rules = ["rules"]
    fail-on = "warning"
    baseline = "checker-baseline.toml"

    [facts."istanbul-talks/swap-size"]
    severity = "warning"

    [documents."articles/agency-*.txt"]
    published = 2025-06-04
    publisher = "Agency"
    authority = 2
    about = {round = "2"}

Options of the command go before these, lists are joined. `authority` is part of no verdict: of values that as many
sources state, reports show the one of more authority first; 1 is that of a document without one. Paths are relative to the file's own folder.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

from checker.ingest import Entry
from checker.ingest.authority import of_number
from checker.ingest.days import of_iso
from checker.model.rule import Rulebook, Severity

FILE, SHARED_FILE, TABLE = "checker.toml", "pyproject.toml", ("tool", "checker")
SEVERITIES: tuple[str, ...] = get_args(Severity)
FAIL_ON = (*SEVERITIES, "never")
Named = TypeVar("Named")


class InvalidConfig(Exception):
    """A setting that cannot be used: the message names the file, the line where it is known, and the mend."""

    for_users = True


@dataclass(frozen=True, slots=True)
class Override:
    """What a project changes about a fact, a relation or an internal check."""

    name: str  # pack/fact
    enabled: bool = True
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project, complete; the defaults where it has no file. `jobs` None is as many as pay."""

    path: str | None = None
    sources: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    fail_on: str = "error"
    strict: bool = False
    baseline: str | None = None
    published: str | None = None
    group_by: str | None = None
    jobs: int | None = None
    discover: bool = False
    overrides: tuple[Override, ...] = ()
    manifest: tuple[Entry, ...] = ()

    def apply(self, rulebook: Rulebook) -> Rulebook:
        """The rulebook with these overrides; raises `InvalidConfig` for a name that one of its packs does not have."""
        known = {
            *(f"{fact.pack}/{fact.id}" for fact in rulebook.facts),
            *(f"{relation.pack}/{relation.id}" for relation in rulebook.relations),
            *(f"general/{check}" for check in rulebook.checks),
        }
        packs = {name.split("/")[0] for name in known}
        for override in self.overrides:
            if override.name not in known and override.name.split("/")[0] in packs:
                raise InvalidConfig(f"{self.path}: {_unknown('rule', override.name, known)}")
        changes = {override.name: override for override in self.overrides}

        def keep(rules: tuple[Any, ...]) -> tuple[Any, ...]:
            named = [(rule, changes.get(f"{rule.pack}/{rule.id}", Override(""))) for rule in rules]
            return tuple(
                replace(rule, severity=change.severity or rule.severity) for rule, change in named if change.enabled
            )

        return replace(
            rulebook,
            facts=keep(rulebook.facts),
            relations=keep(rulebook.relations),
            checks=tuple(c for c in rulebook.checks if changes.get(f"general/{c}", Override("")).enabled),
        )


def load(path: str | None = None, folder: str | os.PathLike[str] = ".") -> Settings:
    """The settings of a file, else of the nearest one in `folder` or above it; the defaults where there is none.

    Raises `InvalidConfig` for a file that is missing, is no TOML, or has a key or value that means nothing.
    """
    if path is not None:
        return _read(Path(path), required=True) or Settings(path=path)
    start = Path(folder).resolve()
    for place in (start, *start.parents):
        for name in (FILE, SHARED_FILE):
            if (place / name).is_file() and (settings := _read(place / name, required=False)):
                return settings
    return Settings()


def _read(path: Path, *, required: bool) -> Settings | None:
    shown = os.path.relpath(path) if path.is_absolute() else str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        values = tomllib.loads(text)
    except OSError as error:
        raise InvalidConfig(f"{shown}: {(error.strerror or str(error)).lower()}; name a file that exists") from error
    except UnicodeDecodeError as error:
        raise InvalidConfig(f"{shown}: no TOML: it is no text in UTF-8; save it as such") from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = f":{place[1]}:{place[2]}" if place else ""
        raise InvalidConfig(f"{shown}{where}: no TOML: {re.sub(r' *[(]at .*', '', str(error))}") from error
    if path.name == SHARED_FILE:
        for key in TABLE:
            values = values.get(key, {})
        if not values and not required:
            return None
    return _Reader(shown, text).settings(values)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks values and says where the file has those that are wrong."""

    path: str
    text: str

    def settings(self, values: Mapping[str, Any]) -> Settings:
        readers: dict[str, tuple[str, Callable[[str, Any], Any]]] = {
            "sources": ("sources", self.paths),
            "packs": ("packs", self.texts),
            "rules": ("rules", self.paths),
            "only": ("only", self.texts),
            "out": ("out", self.texts),
            "fail-on": ("fail_on", lambda key, value: self.one_of(key, value, FAIL_ON)),
            "strict": ("strict", self.switch),
            "baseline": ("baseline", lambda key, value: self.beside(self.text_of(key, value))),
            "published": ("published", self.day),
            "group-by": ("group_by", self.text_of),
            "jobs": ("jobs", self.count),
            "discover": ("discover", self.flag),
            "facts": ("overrides", self.overrides),
            "documents": ("manifest", self.manifest),
        }
        self.known(values, readers)
        made = {field: read(key, values[key]) for key, (field, read) in readers.items() if key in values}
        return Settings(path=self.path, **made)

    def wrong(self, key: str, message: str) -> InvalidConfig:
        written = rf"(?:^|[\[{{,.\s])[\"']?{re.escape(key)}[\"']?\s*[=\].]"
        found = re.search(written, self.text, re.MULTILINE)
        line = f":{self.text.count(chr(10), 0, found.end()) + 1}" if found else ""
        return InvalidConfig(f"{self.path}{line}: {message}")

    def known(self, values: Mapping[str, Any], keys: Mapping[str, object] | tuple[str, ...]) -> None:
        for key in values:
            if key not in keys:
                raise self.wrong(key, _unknown("key", key, keys))

    def text_of(self, key: str, value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"`{key}` is to be text in quotes, not {value!r}")
        return value

    def texts(self, key: str, value: Any) -> tuple[str, ...]:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list):
            raise self.wrong(key, f"`{key}` is to be a list of texts, not {value!r}")
        return tuple(self.text_of(key, one) for one in values)

    def paths(self, key: str, value: Any) -> tuple[str, ...]:
        return tuple(self.beside(one) for one in self.texts(key, value))

    def beside(self, path: str) -> str:
        """A path of the file as seen from where the command runs."""
        folder = os.path.dirname(self.path)  # noqa: PTH120  a path stays as it is written
        return os.path.normpath(os.path.join(folder, path)) if folder and path != "-" else path  # noqa: PTH118

    def one_of(self, key: str, value: Any, choices: tuple[str, ...]) -> str:
        if value not in choices:
            raise self.wrong(key, f"`{key}` is {value!r}; it can be {', '.join(choices)}")
        return str(value)

    def day(self, key: str, value: Any) -> str:
        written = value.isoformat() if isinstance(value, date) else value
        day = of_iso(written) if isinstance(written, str) else None
        if day is None:
            raise self.wrong(key, f"`{key}` is {value!r}, which is no date; write it as 2025-06-04")
        return day

    def switch(self, key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise self.wrong(key, f"`{key}` is {value!r}; it can be true or false")
        return value

    def count(self, key: str, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.wrong(key, f"`{key}` is {value!r}; it can be 1 or more")
        return value

    def flag(self, key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise self.wrong(key, f"`{key}` is {value!r}; it can be true or false")
        return value

    def weight(self, key: str, value: Any) -> float:
        weight = None if isinstance(value, str) else of_number(value)
        if weight is None:
            raise self.wrong(key, f"`{key}` is {value!r}; it can be a number of 0 or more")
        return weight

    def table(self, key: str, value: Any, keys: tuple[str, ...]) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.wrong(key, f"`{key}` is to be a table of {', '.join(keys)}")
        self.known(value, keys)
        return value

    def overrides(self, key: str, value: Any) -> tuple[Override, ...]:
        if not isinstance(value, dict):
            raise self.wrong(key, f'`{key}` is to be tables, as [{key}."pack/fact"]')
        made = []
        for name, given in value.items():
            if "/" not in name:
                raise self.wrong(name, f"`{name}` names no fact; write it with its pack, as `pack/{name}`")
            table = self.table(name, given, ("enabled", "severity"))
            enabled = self.switch("enabled", table.get("enabled", True))
            severity: Any = self.one_of("severity", table["severity"], SEVERITIES) if "severity" in table else None
            if severity and name.startswith("general/"):
                raise self.wrong(name, f"`{name}` is an internal check: its severity is what it finds; switch it off")
            made.append(Override(name, enabled, severity))
        return tuple(made)

    def manifest(self, key: str, value: Any) -> tuple[Entry, ...]:
        if not isinstance(value, dict):
            raise self.wrong(key, f'`{key}` is to be tables, as [{key}."path or glob"]')
        made = []
        for pattern, given in value.items():
            table = self.table(pattern, given, ("published", "publisher", "title", "url", "about", "authority"))
            about = table.get("about", {})
            if not isinstance(about, dict):
                raise self.wrong("about", f'`about` of `{pattern}` is to be a table, as {{round = "1"}}')
            entry = Entry(
                pattern,
                published=self.day("published", table["published"]) if "published" in table else None,
                authority=self.weight("authority", table["authority"]) if "authority" in table else None,
                about=tuple((name, str(one)) for name, one in about.items()),
                **{name: self.text_of(name, table[name]) for name in ("publisher", "title", "url") if name in table},
            )
            # A pattern may be a record's id or, like every path of the file, relative to the file's folder.
            made += [replace(entry, pattern=one) for one in dict.fromkeys((pattern, self.beside(pattern)))]
        return tuple(made)


def _unknown(what: str, name: str, known: Mapping[str, object] | set[str] | tuple[str, ...]) -> str:
    near = get_close_matches(name, sorted(known), n=1)
    return f"unknown {what} `{name}`" + (
        f"; did you mean `{near[0]}`?" if near else f"; known are {', '.join(sorted(known))}"
    )
