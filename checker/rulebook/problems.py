"""What is wrong with rule files, and how it is said: the place, the line with a mark under it, and the mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from checker.model.rule import Place, Problem

SHOWN = 50  # more than this of one run helps nobody


class InvalidRules(Exception):
    """Rule files that cannot be used. `problems` holds everything that is wrong, in order of place."""

    for_users = True  # the command prints it as it is

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(
            sorted(dict.fromkeys(problems), key=lambda p: (p.place.path, p.place.line, p.place.column))
        )
        super().__init__(format_problems(self.problems))


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` most looks like, None where nothing is near (Ratcliff and Obershelp, as in difflib)."""
    if len(word) > 100:
        return None
    best, score = None, 0.6
    matcher = SequenceMatcher(b=word.casefold())
    for choice in sorted(set(choices)):
        matcher.set_seq1(choice.casefold())
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and (ratio := matcher.ratio()) > score:
            best, score = choice, ratio
    return best


def did_you_mean(word: str, choices: Iterable[str], otherwise: str = "") -> str:
    """A mend that names the nearest choice; without one near, the choices if they are few, else `otherwise`."""
    options = sorted(set(choices))
    near = nearest(word, options)
    if near is not None:
        return f"did you mean `{near}`?"
    if 0 < len(options) <= 12:
        return "choose from: " + ", ".join(options)
    return otherwise


def format_problems(problems: Sequence[Problem]) -> str:
    """Problems as people read them in a terminal: `path:line:column`, the marked line, the mend; a count at the end."""
    parts = [_format(problem) for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        parts.append(f"… and {len(problems) - SHOWN} more")
    return "\n\n".join([*parts, _count(problems)])


def _format(problem: Problem) -> str:
    place = problem.place
    where = str(place) if place.line else place.path
    lines = [f"{where}: {problem.severity}: {problem.message}"]
    if problem.excerpt:
        number = str(place.line)
        excerpt, column = _window(problem.excerpt, place.column)
        # A tab keeps its width under the mark, whatever the terminal's is.
        lead = "".join("\t" if c == "\t" else " " for c in excerpt[: column - 1])
        lines += [f"  {number} | {excerpt}", f"  {' ' * len(number)} | {lead}^"]
    if problem.mend:
        lines.append(f"  mend: {problem.mend}")
    return "\n".join(lines)


def _window(line: str, column: int, width: int = 110) -> tuple[str, int]:
    """The part of a long line around a column, and the column in it."""
    if len(line) <= width:
        return line, column
    start = max(0, min(column - 1 - width // 2, len(line) - width))
    left, right = "…" if start else "", "…" if start + width < len(line) else ""
    return left + line[start : start + width] + right, column - start + len(left)


def _count(problems: Sequence[Problem]) -> str:
    files = len({p.place.path for p in problems if p.place.line})
    counted = [
        f"{n} {word}{'s' if n > 1 else ''}"
        for word in ("error", "warning")
        if (n := sum(p.severity == word for p in problems))
    ]
    where = f" in {files} file{'s' if files > 1 else ''}" if files else " in what names the rules"
    return " and ".join(counted) + where


def unplaced(path: str, message: str, mend: str = "") -> Problem:
    """A problem of a whole file or option, with no line to show."""
    return Problem(Place(path, 0, 0), message, mend)
