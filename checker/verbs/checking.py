"""What `check` and `baseline` share: the options that say what is judged, and judging it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.verbs import Unusable, progress
from checker.verbs.common import day, read_sources, reading_options, rule_options, rules_of

if TYPE_CHECKING:
    from checker.compare import Evidence
    from checker.config import Settings
    from checker.gate.baseline import Baseline
    from checker.model.comparison import Comparison
    from checker.model.document import Document
    from checker.model.rule import Rulebook

DISCOVERED = "general/discovered"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that change what is found."""
    reading_options(parser)
    rule_options(parser)
    parser.add_argument("--only", action="append", default=[], metavar="FACT", help="judge these facts alone")
    parser.add_argument("--group-by", metavar="FIELD", help="compare only documents that share this field")
    parser.add_argument(
        "--discover", action="store_true", help="also compare sentences of different sources without any rule"
    )
    parser.add_argument("--baseline", metavar="FILE", help="findings that are accepted; they are reported as known")
    parser.add_argument(
        "--today",
        type=day,
        metavar="DATE",
        help="the day that ends what is accepted until a day (default: that of the newest source, never the clock's)",
    )


class Memory:
    """What documents brought to a check, for the next check by the same rules: a document that did not change is not
    read for what it states again."""

    def __init__(self) -> None:
        self._rules: object = None
        self.kept: dict[Document, Evidence] = {}

    def begin(self, *rules: object) -> None:
        """Forget everything where the rules are not those of the check before."""
        if rules != self._rules:
            self._rules = rules
            self.kept.clear()

    def end(self, documents: Collection[Document]) -> None:
        """Forget the documents that this check did not read."""
        for gone in set(self.kept).difference(documents):
            del self.kept[gone]


def check(
    args: argparse.Namespace,
    settings: Settings,
    accepted: Baseline,
    *,
    pages: bool = False,
    memory: Memory | None = None,
) -> Comparison:
    """Read, apply and compare, and say what of it is known; `pages` as `pipeline.run` takes it."""
    from checker import pipeline
    from checker.gate import baseline

    only = args.only or list(settings.only)
    book = _only(settings.apply(rules_of(args, settings)), only)
    discover = args.discover or settings.discover
    memory = memory or Memory()
    memory.begin(book, pages, discover)
    run = pipeline.run(
        read_sources(args),
        book,
        group_by=args.group_by or settings.group_by,
        jobs=args.jobs or settings.jobs,
        today=args.today,
        options=_options(args, settings),
        pages=pages,
        discover=discover,
        kept=memory.kept,
        watched=progress.shown if progress.is_wanted(quiet=args.quiet) else progress.unseen,
    )
    memory.end(run.documents)
    if only:
        # What is ignored may belong to the facts that are left out: nothing says that it is idle.
        run = replace(run, findings=tuple(one for one in run.findings if one.at is None or one.severity == "error"))
    return baseline.accept(run, accepted, beyond=_beyond(accepted, run, book if only else None, discover=discover))


def read_baseline(path: str | None, *, required: bool) -> Baseline:
    """The accepted findings of a file; none without a path, and none where a file that is not required is missing.

    Raises Unusable for a required file that is missing, and for what is no text.
    """
    from checker.gate import baseline

    if path is None or (not required and not Path(path).exists()):
        return ()
    try:
        return baseline.read(Path(path).read_text(encoding="utf-8-sig"), path)
    except FileNotFoundError:
        raise Unusable(f"{path}: no such baseline; `checker baseline write --baseline {path}` makes it") from None
    except UnicodeDecodeError:
        raise Unusable(f"{path}: no baseline: it is no text in UTF-8; write it anew") from None


def _beyond(accepted: Baseline, run: Comparison, only: Rulebook | None, *, discover: bool) -> set[str]:
    """Accepted findings that this run had no means to find: the pack, `--discover` or, where there is a choice of facts,
    the rule was left out, or a source was not read though it is there. Where no source of any entry was read, the run is
    of another story, or of the same one from another folder, and says nothing of these."""
    read = {document.id for document in run.documents}
    named = {one for entry in accepted for one in entry.sources}
    if named and named.isdisjoint(read):
        return {entry.id for entry in accepted}
    packs = {pack.id for pack in run.packs}
    rules = None if only is None else {f"{fact.pack}/{fact.id}" for fact in only.facts}
    return {
        entry.id
        for entry in accepted
        if entry.rule.split("/")[0] not in packs
        or (entry.rule == DISCOVERED and not discover)
        or (rules is not None and entry.rule not in rules)
        or any(one not in read and (run.failures or os.path.exists(one)) for one in entry.sources)  # noqa: PTH110  an id of JSON Lines may be no possible path, which `Path` does not forgive
    }


def _only(book: Rulebook, wanted: list[str]) -> Rulebook:
    from difflib import get_close_matches

    if not wanted:
        return book
    names = {name for fact in book.facts for name in (fact.id, f"{fact.pack}/{fact.id}")}
    for name in wanted:
        if name not in names:
            near = get_close_matches(name, sorted(names), n=1)
            raise Unusable(f"--only {name}: no such fact" + (f"; did you mean `{near[0]}`?" if near else ""))
    facts = tuple(f for f in book.facts if f.id in wanted or f"{f.pack}/{f.id}" in wanted)
    return replace(book, facts=facts, relations=(), checks=())


def _options(args: argparse.Namespace, settings: Settings) -> tuple[tuple[str, str], ...]:
    """The options that change the result, for the report's footer, wherever they were set; speed and paths of reports are
    none, and what is as if nobody had set it is left out."""
    level = getattr(args, "fail_on", None) or settings.fail_on
    usual = type(settings)().fail_on
    said: dict[str, object] = {
        "pack": [*settings.packs, *args.pack],
        "rules": [*settings.rules, *args.rules],
        "only": args.only or settings.only,
        "group_by": args.group_by or settings.group_by,
        "discover": args.discover or settings.discover,
        "published": args.published or settings.published,
        "today": args.today,
        "changed_since": getattr(args, "changed_since", None),
        "fail_on": level if level != usual else None,
        "baseline": args.baseline or settings.baseline,
    }
    return tuple((k, ", ".join(v) if isinstance(v, list | tuple) else str(v)) for k, v in said.items() if v)
