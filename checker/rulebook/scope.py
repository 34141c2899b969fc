"""What the rules of one pack can refer to: its vocabulary, its events, its facts and those of the packs it extends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.model.pattern import Sequence
from checker.model.rule import Event, Fact, Problem
from checker.rulebook.patterns import SIZE, PatternError, parse_pattern, size_of
from checker.rulebook.problems import did_you_mean
from checker.rulebook.text import Text

CROWDED = 60  # problems, after which no nearest names are looked for
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass
class Scope:
    """The names that are known while one pack is compiled; `problems` collects what is wrong on the way.

    `partial`: some of the pack could not be read, so a name that nobody knows may be one of its own. `torn` names the
    facts and relations that lost what was wrong in them: what they lack now, they may have had.
    `ids` maps a fact's id, its alias or its full id to its full id; `facts` has the compiled facts by full id.
    """

    pack: str
    problems: list[Problem]
    partial: bool = False
    torn: frozenset[str] = frozenset()
    vocabulary: dict[str, tuple[Sequence, ...]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)  # words that each vocabulary stands for
    events: dict[str, Event] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)

    def problem(self, text: Text, message: str, mend: str = "", offset: int = 0) -> None:
        """Notes an error in a scalar, at one of its characters."""
        self.problems.append(text.problem(message, mend, offset))

    def unknown(self, text: Text, message: str, mend: str = "", offset: int = 0) -> None:
        """Notes a name that nobody knows, if all the names of the pack are there to know."""
        if not self.partial:
            self.problem(text, message, mend, offset)

    def lacking(self, name: Text, message: str, mend: str) -> None:
        """Notes that a fact or relation lacks something, if all that its author wrote is there."""
        if name not in self.torn:
            self.problem(name, message, mend)

    def pattern(self, text: Text, *, slots: bool = False) -> Sequence | None:
        """The tree of a pattern; None, and a problem, where it cannot be read."""
        try:
            tree = parse_pattern(text, slots=slots, known=self._known)
        except PatternError as error:
            self.problem(text, error.message, error.mend, error.offset)
            return None
        if size_of(tree, self.sizes) > SIZE:
            self.problem(text, f"the pattern stands for more than {SIZE} words", "make it several patterns")
            return None
        return tree

    def patterns(self, texts: Iterable[Text]) -> tuple[Sequence, ...]:
        """The trees of patterns without slots."""
        return tuple(tree for text in texts if (tree := self.pattern(text)) is not None)

    def fact_id(self, text: Text) -> str | None:
        """The full id of the fact that is named; None, and a problem, where there is none."""
        full = self.ids.get(text)
        if full is None:
            self.unknown(text, f"no fact is called `{text}`", self.mend_fact(text))
        return full

    def mend_fact(self, name: str) -> str:
        """What to write instead of a fact's name that nobody knows."""
        known = self.ids if "/" in name else [one for one in self.ids if "/" not in one]
        return self.suggest(name, known, "facts are listed by `checker rules list`")

    def suggest(self, name: str, known: Iterable[str], otherwise: str = "") -> str:
        """The nearest of the known names, for as many problems as anybody reads."""
        return did_you_mean(name, known, otherwise) if len(self.problems) < CROWDED else otherwise

    def _known(self, name: str, offset: int) -> None:
        if name not in self.vocabulary and not self.partial:
            raise PatternError(
                offset,
                f"no vocabulary is called `{name}`",
                self.suggest(name, self.vocabulary, "name the list under `vocabulary`"),
            )


def check_name(text: Text, what: str, problems: list[Problem]) -> None:
    """Names are lower-case words joined by hyphens, since they stand in ids, in addresses and in expressions."""
    if NAME.fullmatch(text):
        return
    better = as_name(text)
    problems.append(
        text.problem(
            f"`{text}` is no name for {what}: lower-case words, digits and single hyphens",
            f"write `{better}`" if better else "for example `first-talks-date`",
        )
    )


def as_name(text: str) -> str:
    """The nearest thing to a text that is a name; empty where nothing of it can stand in one."""
    latin = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", latin.casefold()).strip("-")


def title_of(name: str, title: str | None) -> str:
    """A title in words, made from the name where the author gave none."""
    return str(title) if title else str(name).replace("-", " ").capitalize()


def plain(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Strings without their places: what the engine keeps and hands to other processes."""
    return tuple(str(text) for text in texts if text is not None)
