"""A page over many saved runs: each story with what conflicts in it now, what its last run changed, and the trend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checker.model.comparison import Comparison, FactResult, Finding
from checker.report import _words
from checker.report._order import Index, worst_first
from checker.report.html.rows import anchors

LISTED = 8  # open findings named for one story; its own report has them all
POINTS = 30  # runs drawn in a trend, the latest ones
_GAP = 14  # pixels between two runs of a trend
_HIGH = 28  # pixels


class Saved(NamedTuple):
    """A saved run: the name of its file, the run, and the address of its own report, "" where it has none."""

    name: str
    run: Comparison
    link: str = ""


class Open(NamedTuple):
    """A finding that nobody has accepted."""

    verdict: str
    title: str
    message: str
    link: str
    new: bool


class Point(NamedTuple):
    """One run in a trend: its place in pixels, and how many findings were open."""

    x: int
    y: float
    open: int


@dataclass(frozen=True, slots=True)
class Story:
    """One story, as its latest run has it. Counts are of findings that nobody has accepted."""

    anchor: str
    title: str
    about: str  # the titles of its packs, where the title is another
    verdict: str  # conflicting, disputed, updated or consistent: the worst that is open
    state: str  # new, where the last run brought a finding
    headline: tuple[_words.Count, ...]
    link: str
    newest: str
    sources: int
    unread: int
    open: tuple[Open, ...]
    left: int
    new: int
    fixed: tuple[str, ...]
    known: int
    trend: tuple[Point, ...]
    width: int
    said: str  # the trend in words
    runs: tuple[tuple[str, str, int], ...]  # name, link and open findings of each run, the latest first


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole page."""

    stories: tuple[Story, ...]
    clashing: int
    new: int
    fixed: int
    runs: int
    newest: str
    filters: tuple[tuple[str, str, int], ...]


class _Part(NamedTuple):
    """One story in one run."""

    saved: Saved
    title: str
    findings: tuple[Finding, ...]
    facts: tuple[FactResult, ...]
    documents: tuple[str, ...]
    newest: str


_WORST = {"error": "conflicting", "warning": "disputed", "note": "updated"}
_NAMES = {"conflicting": "Conflict", "disputed": "Warning", "updated": "Note", "consistent": "No finding"}


def build(saved: Sequence[Saved]) -> Overview:
    """The page of these runs; of one story they are in the order of time, the oldest first."""
    histories: dict[tuple[str, ...], list[_Part]] = {}
    for one in saved:
        for key, part in _parts(one):
            histories.setdefault(key, []).append(part)
    titles = [parts[-1].title for parts in histories.values()]
    names = anchors("story", ["/".join(key) for key in histories])
    stories = [
        _story(anchor, key if titles.count(parts[-1].title) > 1 else (), parts)
        for anchor, (key, parts) in zip(names, histories.items(), strict=True)
    ]
    stories.sort(key=lambda each: (list(_NAMES).index(each.verdict), -each.new, -each.trend[-1].open, each.title))
    newest = max((part.newest for parts in histories.values() for part in parts), default="")
    return Overview(
        stories=tuple(stories),
        clashing=sum(each.verdict == "conflicting" for each in stories),
        new=sum(each.new for each in stories),
        fixed=sum(len(each.fixed) for each in stories),
        runs=len(saved),
        newest=_words.date(newest) if newest else "",
        filters=tuple(
            (verdict, name, sum(each.verdict == verdict for each in stories))
            for verdict, name in _NAMES.items()
            if any(each.verdict == verdict for each in stories)
        ),
    )


def _parts(saved: Saved) -> Iterator[tuple[tuple[str, ...], _Part]]:
    """The stories of one run: one for each group of documents where it compared in groups, else one alone."""
    run = saved.run
    field = dict(run.options).get("group_by")
    packs = tuple(each.id for each in run.packs if each.id != _words.GENERAL)
    groups: dict[str, list[str]] = {}
    for each in run.documents:
        groups.setdefault((each.get(field) or each.id) if field else "", []).append(each.id)
    index, published = Index(run), {each.id: each.published or "" for each in run.documents}
    home = {id_: group for group, ids in groups.items() for id_ in ids}
    found: dict[str, list[Finding]] = {}
    for finding in worst_first(run.findings):
        found.setdefault(_group(finding, index, home), []).append(finding)
    for group, ids in (groups or {"": []}).items():
        facts = tuple(each for each in run.facts if not field or each.group == group)
        newest = max((published[each][:10] for each in ids), default="")
        folder = _folder(ids)
        title = group or _named(folder) or _words.story(run)
        part = _Part(saved, title, tuple(found.get(group, ())), facts, tuple(ids), newest)
        yield (*packs, group or folder), part


def _group(finding: Finding, index: Index, home: dict[str, str]) -> str:
    """The group of a finding: its fact's, its relation's, or that of the source it was found in."""
    whole = index.fact(finding) or index.relation(finding)
    if whole is not None and whole.group in home.values():
        return whole.group
    documents = [each.document for each in index.evidence(finding.evidence)] or [
        finding.at.document if finding.at else ""
    ]
    return home.get(documents[0], next(iter(home.values()), ""))


def _folder(ids: Sequence[str]) -> str:
    """The folder that holds all documents of a story, "" where there is none: one folder is one story."""
    first, last = (min(ids), max(ids)) if ids else ("", "")
    shared = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[: first.rfind("/", 0, shared) + 1]


def _named(folder: str) -> str:
    """`fixtures/storm-ilse/` as `Storm ilse`."""
    words = folder.rstrip("/").rpartition("/")[2].replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _story(anchor: str, key: tuple[str, ...], parts: Sequence[_Part]) -> Story:
    last = parts[-1]
    index = Index(last.saved.run)
    is_open = [each for each in last.findings if each.state == "new"]
    before = {each.id for each in parts[-2].findings} if len(parts) > 1 else {each.id for each in last.findings}
    now = {each.id for each in last.findings}
    fixed = [each for each in parts[-2].findings if each.id not in now] if len(parts) > 1 else []
    counts = [sum(each.state == "new" for each in part.findings) for part in parts]
    shown = tuple(_open(each, index, last.saved.link, each.id not in before) for each in is_open[:LISTED])
    new = sum(each.id not in before for each in is_open)
    run = last.saved.run
    return Story(
        anchor=anchor,
        title=f"{last.title} ({key[-1]})" if key and key[-1] else last.title,
        about=_words.story(run) if last.title != _words.story(run) else "",
        verdict=_WORST[is_open[0].severity] if is_open else "consistent",
        state="new" if new else "known",
        headline=_words.counted(last.facts, last.findings),
        link=last.saved.link,
        newest=_words.date(last.newest) if last.newest else "",
        sources=len(last.documents),
        unread=len(run.failures),
        open=shown,
        left=len(is_open) - len(shown),
        new=new,
        fixed=tuple(f"{index.told(each, None)[0]}: {index.told(each, None)[1]}" for each in fixed),
        known=len(last.findings) - len(is_open),
        trend=_trend(counts[-POINTS:]),
        width=_GAP * (min(len(counts), POINTS) - 1) + 10,
        said=" → ".join(map(str, counts[-POINTS:])),
        runs=tuple((part.saved.name, part.saved.link, n) for part, n in zip(parts[::-1], counts[::-1], strict=True)),
    )


def _open(finding: Finding, index: Index, link: str, new: bool) -> Open:
    title, message = index.told(finding, index.fact(finding))
    to = f"{link}#finding-{finding.id}" if link else ""
    return Open(_words.verdict(finding), title, message, to, new)


def _trend(counts: Sequence[int]) -> tuple[Point, ...]:
    most = max(*counts, 1)
    return tuple(Point(5 + _GAP * at, round(_HIGH - 5 - (_HIGH - 10) * n / most, 1), n) for at, n in enumerate(counts))
