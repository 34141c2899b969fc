"""Where packs lie, and their files as validated models."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.rule import Problem
from checker.rulebook.problems import did_you_mean, unplaced
from checker.rulebook.scope import as_name, check_name
from checker.rulebook.shape import UnfitError, read_plain
from checker.rulebook.text import Block, Source
from checker.rulebook.tree import MalformedError, read_tree

if TYPE_CHECKING:
    from checker.rulebook.spec import RuleFile

ATTEMPTS = 5  # taking out what is wrong may leave a mapping without what it needs, which goes next
SUFFIXES = (".yaml", ".yml")


@dataclass
class RawPack:
    """A pack as read: its files' models, their paths and hashes, and the folders where packs that it extends may lie."""

    id: str
    near: tuple[Path, ...]
    files: list[tuple[Source, RuleFile]] = field(default_factory=list)
    hashes: list[tuple[str, str]] = field(default_factory=list)
    partial: bool = False  # something of it could not be read
    torn: set[str] = field(default_factory=set)  # facts and relations that lost what was wrong in them


def built_in() -> dict[str, Path]:
    """Built-in packs by name: those in the wheel, else those of the checkout that this package stands in."""
    inside = resources.files("checker") / "packs"
    root = Path(str(inside)) if inside.is_dir() else Path(__file__).parents[2] / "rules"
    if not root.is_dir():
        return {}
    return {path.name: path for path in sorted(root.iterdir()) if path.is_dir() and any(rule_files(path))}


def rule_files(folder: Path) -> Iterator[Path]:
    """The rule files under a folder, in a stable order; hidden ones are passed over."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in SUFFIXES and path.is_file() and not hidden:
            yield path


def read_packs(files: Sequence[str], packs: Sequence[str], problems: list[Problem]) -> dict[str, RawPack]:
    """Every pack that is asked for and those that they extend, by id, each after the packs it extends."""
    reader = _Reader({}, problems)
    for name in packs:
        reader.named(name)
    for given in files:
        reader.given(Path(given))
    reader.extended()
    return _ordered(reader.found, problems)


@dataclass
class _Reader:
    found: dict[str, RawPack]
    problems: list[Problem]
    seen: set[Path] = field(default_factory=set)

    def named(self, name: str) -> None:
        known = built_in()
        if name not in known:
            self.problems.append(
                unplaced(f"--pack {name}", "no built-in pack has this name", did_you_mean(name, known))
            )
        elif name not in self.found:
            self._folder(known[name], name)

    def given(self, path: Path) -> None:
        if not path.is_dir():
            self._file(path, str(path), path.stem, (path.parent, path.parent.parent))
            return
        paths = list(rule_files(path))
        if not paths:
            self.problems.append(unplaced(str(path), "the folder has no rule files", "rule files end in .yaml or .yml"))
        for one in paths:
            self._file(one, str(one), one.parent.resolve().name, (one.parent.parent,))

    def extended(self) -> None:
        """Packs that others extend: those beside them first, then the built-in ones."""
        queue = list(self.found)
        while queue:
            pack = self.found[queue.pop()]
            for base in (base for _, model in pack.files for base in model.extends):
                if base in self.found:
                    continue
                beside = next((place / base for place in pack.near if any(rule_files(place / base))), None)
                known = built_in()
                if beside is not None:
                    self._folder(beside, str(base))
                elif base in known:
                    self._folder(known[base], str(base))
                if base in self.found:
                    queue.append(base)
                else:
                    self.problems.append(
                        base.problem(f"no pack is called `{base}`", did_you_mean(base, [*known, *self.found]))
                    )

    def _folder(self, folder: Path, name: str) -> None:
        for path in rule_files(folder):
            self._file(path, f"{name}/{path.relative_to(folder).as_posix()}", name, (folder.parent,))

    def _file(self, path: Path, label: str, default: str, near: tuple[Path, ...]) -> None:
        """Adds a file to its pack; the same file twice counts once."""
        if path.resolve() in self.seen:
            return
        self.seen.add(path.resolve())
        shown = _shown(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            said = (error.strerror or str(error)).lower()
            self.problems.append(unplaced(shown, f"the rule file cannot be read: {said}", "check the path"))
            return
        before = len(self.problems)
        source, model, torn = read_model(shown, data, self.problems)
        name = str(model.pack) if model.pack is not None else as_name(default) or "rules"
        pack = self.found.setdefault(name, RawPack(name, near))
        pack.partial |= len(self.problems) > before
        pack.torn |= torn
        pack.files.append((source, model))
        pack.hashes.append((label, hashlib.sha256(data).hexdigest()))


def read_model(shown: str, data: bytes, problems: list[Problem]) -> tuple[Source, RuleFile, set[str]]:
    """A file as its validated model. What is wrong goes to the problems and is left out of the model, so that the
    rest of the file is checked as well; the names of entries that lost something come last."""
    torn: set[str] = set()
    nothing = read_plain(Block())
    try:
        source, root, twice = read_tree(shown, data)
    except MalformedError as error:
        problems.append(error.problem)
        return Source(shown, ""), nothing, torn
    problems += twice
    if not isinstance(root, Block):
        said = "the file is empty" if root is None else "the file is no mapping"
        problems.append(source.problem(1, 1, said, "begin with `facts:`"))
        return source, nothing, torn
    model = _fitted(source, root, torn, problems) or nothing
    if model.pack is not None:
        check_name(model.pack, "a pack", problems)
    return source, model, torn


def _fitted(source: Source, root: Block, torn: set[str], problems: list[Problem]) -> RuleFile | None:
    try:
        return read_plain(root)
    except UnfitError:
        from pydantic import ValidationError

        from checker.rulebook.explain import explain, prune
        from checker.rulebook.spec import RuleFile
    for attempt in range(ATTEMPTS):
        try:
            return RuleFile.model_validate(root)
        except ValidationError as error:
            if attempt == 0:
                problems += explain(error, source, root)
            torn |= prune(root, error)
    return None


def _shown(path: Path) -> str:
    """The path as people know it: from where they stand, if the file lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix() if path.is_absolute() else path.as_posix()
    except ValueError:
        return os.fspath(path)


def _ordered(found: dict[str, RawPack], problems: list[Problem]) -> dict[str, RawPack]:
    """Bases first. A circle of packs is one problem, and its packs are left out."""
    ordered: dict[str, RawPack] = {}
    waiting = dict(found)
    while waiting:
        ready = [
            name
            for name, pack in waiting.items()
            if not any(base in waiting and base != name for _, model in pack.files for base in model.extends)
            and not any(name in model.extends for _, model in pack.files)
        ]
        if not ready:
            first = next(
                base
                for pack in waiting.values()
                for _, model in pack.files
                for base in model.extends
                if base in waiting
            )
            problems.append(
                first.problem(
                    "packs extend one another in a circle: " + ", ".join(sorted(waiting)), "remove one `extends`"
                )
            )
            return ordered
        for name in ready:
            ordered[name] = waiting.pop(name)
    return ordered
