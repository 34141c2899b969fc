"""The run as text for a terminal: findings worst first, then every other fact in a line, the verdict last.

Options: `width` in columns, `color` for ANSI styles, `plain` for ASCII marks and no styles, `verbose` to give the
sources of the facts that agree. `settings` reads them from a stream and an environment.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from io import StringIO
from typing import IO, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checker.model.comparison import Assertion, Comparison, FactResult, Finding
from checker.report import _words
from checker.report._order import Index, worst_first
from checker.report._printable import CONTROLS

_STYLES = {
    "conflicting": "bold red", "broken": "bold red", "discovered": "bold yellow", "disputed": "bold yellow",
    "missing": "yellow", "doubtful": "yellow", "updated": "cyan", "consistent": "green", "holds": "green",
    "single_source": "bright_black", "incomparable": "magenta", "not_judged": "magenta",
}  # fmt: skip
_QUIET = "bright_black"
_ROOM = 70  # columns that a table of facts needs
_MOST_TITLES = 6  # of facts that no source states
_MOST_PLACES = 8  # of one value: more would scroll away what it clashes with


def settings(stream: IO[str], environ: Mapping[str, str]) -> dict[str, Any]:
    """The options that suit a stream: colour on a terminal alone, `NO_COLOR` (no-color.org) and `TERM=dumb` obeyed."""
    tty = stream.isatty()
    utf8 = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")
    dumb = environ.get("TERM") == "dumb"
    color = not environ.get("NO_COLOR") and not dumb and (tty or bool(environ.get("FORCE_COLOR")))
    width = shutil.get_terminal_size((100, 24)).columns if tty or environ.get("COLUMNS") else 100
    return {"width": max(40, min(width, 120)), "color": color, "plain": dumb or not utf8}


def render(
    comparison: Comparison, *, width: int = 100, color: bool = False, plain: bool = False, verbose: bool = False
) -> str:
    """The report as text that ends with a newline."""
    buffer = StringIO()
    console = Console(
        file=buffer, width=width, force_terminal=color, no_color=not color, highlight=False, markup=False, emoji=False,
        color_system="standard" if color else None, legacy_windows=False, _environ={},
    )  # fmt: skip
    _Writer(console, comparison, plain, verbose).write()
    lines = (line.rstrip() for line in buffer.getvalue().split("\n"))
    text = "\n".join(lines).strip("\n") + "\n"
    return text.translate(_ASCII).encode("ascii", "backslashreplace").decode() if plain else text


_ASCII = str.maketrans({"“": '"', "”": '"', "’": "'", "·": "-", "–": "-", "−": "-", "≈": "~", "×": "x"})


def _text(*parts: str | tuple[str, str]) -> Text:
    """Text of sources and rules, made safe to print; a part is a string or a string with its style."""
    pairs = [(part, "") if isinstance(part, str) else part for part in parts]
    return Text.assemble(*((part if part == "\n" else part.translate(CONTROLS), style) for part, style in pairs))


class _Writer:
    def __init__(self, console: Console, run: Comparison, plain: bool, verbose: bool) -> None:
        self.console, self.run, self.plain, self.verbose = console, run, plain, verbose
        self.index = Index(run)
        self.names = _words.names(run.documents)
        self.paths = {each.id: each for each in run.documents}

    def write(self) -> None:
        told: set[int] = set()
        for finding in worst_first(self.run.findings):
            fact = self.index.fact(finding)
            if fact is not None:
                told.add(id(fact))
            self._finding(finding, fact)
        others = [fact for fact in self.run.facts if id(fact) not in told]
        self._others([fact for fact in others if fact.assertions or fact.verdict != "missing"])
        self._unstated([fact for fact in others if not fact.assertions and fact.verdict == "missing"])
        for failure in self.run.failures:
            place = f", {failure.place}" if failure.place else ""
            self._print(_text(("not read  ", "bold yellow"), f"{failure.path}{place}: {failure.reason}"))
        if self.run.failures:
            self._print()
        self._summary()

    def _finding(self, finding: Finding, fact: FactResult | None) -> None:
        verdict = _words.verdict(finding)
        style = _STYLES.get(verdict, "bold")
        title, message = self.index.told(finding, fact)
        self._print(
            _text(
                (f"{self._mark(verdict)} {finding.severity}  ", style),
                (title, "bold"),
                (f"  {finding.state}  {finding.id}", _QUIET),
            )
        )
        self._print(_text(message), 2)
        for step in _words.steps(finding):
            self._print(_text((step, _QUIET)), 4)
        if finding.known_by == "baseline":
            self._print(_text((f"accepted in the baseline: {finding.reason}", _QUIET)), 2)
        table = Table.grid(padding=(0, 2))
        table.add_column(min_width=12, max_width=28)
        table.add_column(overflow="fold")  # the line and column of a long path are at its end
        if fact is not None and len(fact.sides) > 1:
            for side in fact.sides:
                self._evidence(table, side.label, self.index.evidence(side.assertions), style)
        else:
            for each in self.index.evidence(finding.evidence):
                self._evidence(table, each.label, [each], style)
        self._print(table, 4)
        if fact is not None and fact.wrong:
            self._print(_text((_words.wrong(fact, self.names), _QUIET)), 2)
        elif (
            fact is not None and not finding.steps and finding.kind != "missing" and fact.reason not in finding.message
        ):
            self._print(_text((fact.reason, _QUIET)), 2)
        self._print()

    def _evidence(self, table: Table, label: str, assertions: list[Assertion], style: str) -> None:
        """One value: who states it and where, with one sentence quoted."""
        places = Text()
        shown = assertions if self.verbose or len(assertions) <= _MOST_PLACES + 1 else assertions[:_MOST_PLACES]
        for each in shown:
            places.append_text(_text("\n" if places else "", *self._source(each)))
        if len(shown) < len(assertions):
            places.append_text(
                _text("\n", (f"and {len(assertions) - len(shown):,} more places: -v lists them", _QUIET))
            )
        if assertions:
            before, value, after = _words.marked(assertions[0])
            places.append("\n")
            places.append_text(_text(("“", _QUIET), (before, _QUIET), (value, "bold"), (after + "”", _QUIET)))
        table.add_row(_text((label, style)), places)

    def _source(self, each: Assertion) -> tuple[tuple[str, str], ...]:
        name, place = self.names.get(each.document, each.document), self._place(each)
        return ((place, ""),) if name in place else ((name, ""), ("  " + place, _QUIET))

    def _others(self, facts: list[FactResult]) -> None:
        """Facts that no finding is of: a line each, in the order of the verdicts; two where four columns have no room."""
        order = list(_words.WORDS)
        table = Table.grid(padding=(0, 2))
        for _ in range(4):
            table.add_column()
        for fact in sorted(facts, key=lambda each: order.index(each.verdict)):
            style = _STYLES[fact.verdict]
            word = _text((f"{self._mark(fact.verdict)} {_words.WORDS[fact.verdict].name.lower()}", style))
            title, (value, who) = _text(self.index.title(fact)), self._value(fact)
            if self.console.width >= _ROOM:
                table.add_row(word, title, value, who)
            else:
                self._print(Text("  ").join((word, title)))
                self._print(Text("  ").join(each for each in (value, who) if each), 4)
        if facts:
            self._print(table)
            self._print()

    def _unstated(self, facts: list[FactResult]) -> None:
        """Facts that nobody states and no rule requires, together: of a large pack they would hide the others."""
        titles = [self.index.title(fact) for fact in facts]
        shown = titles if self.verbose or len(titles) <= _MOST_TITLES + 1 else titles[:_MOST_TITLES]
        more = f" and {len(titles) - len(shown):,} more: -v lists them" if len(shown) < len(titles) else ""
        if facts:
            self._print(_text((f"No source states {', '.join(shown)}{more}", _QUIET)))
            self._print()

    def _value(self, fact: FactResult) -> tuple[Text, Text]:
        if not fact.sides:
            return _text((fact.reason, _QUIET)), Text()
        side = fact.sides[0]
        if self.verbose or len(side.documents) == 1:
            who = ", ".join(self.names.get(each, each) for each in side.documents)
        else:
            who = _words.plural(len(side.documents), "source")
        return _text(side.label), _text((who, _QUIET))

    def _summary(self) -> None:
        line = Text()
        for part in _words.headline(self.run):
            line.append(", " if line else "")
            line.append(part.text, _STYLES[part.verdict])
        self._print(line)
        read = [_words.read(self.run)]
        newest = _words.newest(self.run)
        if newest:
            read.append(f"the newest of {_words.date(newest)}")
        holds = sum(each.outcome == "holds" for each in self.run.relations)
        if holds:
            read.append(_words.said("holds", holds))
        if self.run.failures:
            read.append(f"{len(self.run.failures):,} not read")
        known = sum(each.state == "known" for each in self.run.findings)
        if known:
            read.append(f"{_words.plural(len(self.run.findings) - known, 'finding')} new, {known:,} known")
        self._print(Text(", ".join(read), _QUIET))
        if since := dict(self.run.options).get("changed_since"):
            touched = _words.plural(len(self.run.changed), "source that has", "sources that have")
            self._print(_text((f"shown is what touches the {touched} changed since {since}", _QUIET)))
        if self.run.fixed:
            gone = _words.plural(len(self.run.fixed), "accepted finding is fixed", "accepted findings are fixed")
            those = "it" if len(self.run.fixed) == 1 else "them"
            self._print(Text(f"{gone}: `checker baseline prune` takes {those} out of the baseline", _QUIET))

    def _place(self, each: Assertion) -> str:
        document = self.paths.get(each.document)
        if document is not None and document.record is not None:
            return f"{document.path}, record {document.record}"
        if document is not None and document.parts:
            return f"{document.path}, {document.part(each.start)}"
        return f"{document.path if document else each.document}:{each.line}:{each.column}"

    def _mark(self, verdict: str) -> str:
        word = _words.WORDS.get(verdict, _words.WORDS["discovered"])
        return word.ascii if self.plain else word.mark

    def _print(self, what: Text | Table | str = "", indent: int = 0) -> None:
        self.console.print(Padding(what, (0, 0, 0, indent)) if indent else what, soft_wrap=False)
