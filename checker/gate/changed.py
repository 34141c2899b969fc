"""`--changed-since REF`: all of the sources are compared, and what touches changed files is reported.

What has changed is told by git: what was committed since REF and this branch parted, what is not committed yet, and
files that git does not know.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.model.comparison import Comparison
from checker.model.document import Document, Span

Lines = tuple[Span, ...]
"""First and last line of each change, both included."""

_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--ignore-submodules")


class NoChanges(Exception):
    """git cannot say what has changed; the message says why and what to do."""

    for_users = True


def since(ref: str, folder: str = ".") -> dict[str, Lines | None]:
    """The real path of every file changed since a commit, with its changed lines; None is all of a file.

    A deleted file has no lines. Raises NoChanges where git is missing, no repository is there or it has no such commit.
    """
    root = _git(ref, folder, "rev-parse", "--show-toplevel").removesuffix("\n")
    commit = _git(ref, root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").strip()
    # A shallow clone may not hold the commit where the two parted: then all that differs from REF has changed.
    base = _git(ref, root, "merge-base", commit, "HEAD", may_fail=True).strip() or commit
    names = _git(ref, root, *_DIFF, "--name-only", "-z", base, "--").split("\0")
    new = _git(ref, root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    lines = dict(_lines(_git(ref, root, "-c", "core.quotePath=off", *_DIFF, "--unified=0", "--text", base, "--")))
    found: dict[str, Lines | None] = {name: lines.get(name) for name in names} | dict.fromkeys(new)
    return {os.path.realpath(os.path.join(root, name)): changed for name, changed in found.items() if name}  # noqa: PTH118


def touching(run: Comparison, changes: Mapping[str, Lines | None]) -> Comparison:
    """The run with the facts, relations and findings that rest on a changed source or on a pack with a changed file;
    what rests on no source at all stays."""
    changed = {document.id: lines for document in run.documents if (lines := _of(document, changes)) is not None}
    packs = {pack.id for pack in run.packs if any(os.path.realpath(path) in changes for path, _ in pack.files)}
    touched = {one.id for one in run.assertions if one.document in changed}
    return replace(
        run,
        facts=tuple(one for one in run.facts if one.pack in packs or not touched.isdisjoint(one.assertions)),
        relations=tuple(one for one in run.relations if one.pack in packs or not touched.isdisjoint(one.evidence)),
        findings=tuple(
            one
            for one in run.findings
            if one.rule.split("/")[0] in packs
            or not touched.isdisjoint(one.evidence)
            or (one.at.document in changed if one.at is not None else not one.evidence)
        ),
        changed=tuple(changed.items()),
    )


def _of(document: Document, changes: Mapping[str, Lines | None]) -> Lines | None:
    """The changed lines of a document, None where it is as it was. A record of JSON Lines is a line of its file."""
    path = os.path.realpath(document.path)
    whole = ((1, max(len(document.line_starts), 1)),)
    if document.path == "-":
        return whole  # nothing tells what it was before
    if path not in changes:
        return None
    lines = changes[path]
    if document.record is not None:
        return whole if lines is None or any(a <= document.record <= b for a, b in lines) else None
    return whole if lines is None or document.parts else lines  # lines of git are not those of a page


def _git(ref: str, folder: str, *command: str, may_fail: bool = False) -> str:
    import shutil
    import subprocess

    program = shutil.which("git")
    if program is None:
        raise NoChanges(f"--changed-since {ref}: git is not installed here; install it, or leave the option out")
    done = subprocess.run([program, *command], cwd=folder, capture_output=True, check=False)  # noqa: S603  no shell, and the reference cannot be an option
    if done.returncode and not may_fail:
        raise NoChanges(f"--changed-since {ref}: {_why(ref, command[0], os.fsdecode(done.stderr).strip())}")
    return os.fsdecode(done.stdout)


def _why(ref: str, command: str, said: str) -> str:
    if "not a git repository" in said:
        return "this folder is in no git repository; run it in the checkout, or leave the option out"
    if command == "rev-parse" and not said:
        return f"git knows no commit `{ref}`; fetch it first (`git fetch origin {ref.removeprefix('origin/')}`; in CI, with all history)"
    return f"git says: {said.splitlines()[0] if said else 'nothing'}"


def _lines(patch: str) -> Iterator[tuple[str, Lines]]:
    """Each file of a patch without context, and its lines that are new; where lines were taken out, the two around."""
    name = ""
    found: list[Span] = []
    left = 0
    for line in patch.split("\n"):
        if left:
            left -= not line.startswith("\\")
        elif line.startswith("+++ "):
            if name:
                yield name, tuple(found)
            name, found = line[4:].rstrip("\t").removeprefix("b/"), []
        elif hunk := _HUNK.match(line):
            old, first, new = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            left = old + new
            found.append((first, first + new - 1) if new else (first, first + 1))
    if name:
        yield name, tuple(found)
