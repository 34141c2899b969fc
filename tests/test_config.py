"""The settings of a project: what they give, and what is said of those that mean nothing."""

from pathlib import Path

import pytest

from checker import config
from checker.config import InvalidConfig, Override, Settings
from checker.ingest import Entry
from checker.model.mention import Interval
from checker.model.rule import Constant, Fact, Place, Relation, Rulebook, ValueSpec

FULL = """
sources = ["articles", "-"]
packs = ["talks"]
rules = ["rules", "/etc/rules"]
only = ["swap-size"]
out = ["terminal", "html=report.html"]
fail-on = "warning"
published = 2025-06-04
group-by = "story"
jobs = 2

[facts."talks/swap-size"]
severity = "warning"

[facts."talks/area"]
enabled = false

[documents."articles/agency-*.txt"]
published = "2025-06-03"
publisher = "Agency"
title = "Talks end"
authority = 2.5
about = {round = 2}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str, name: str = "checker.toml") -> None:
    (folder / name).write_text(text)


def test_every_key(folder: Path) -> None:
    write(folder, FULL)
    assert config.load() == Settings(
        path="checker.toml",
        sources=("articles", "-"),
        packs=("talks",),
        rules=("rules", "/etc/rules"),
        only=("swap-size",),
        out=("terminal", "html=report.html"),
        fail_on="warning",
        published="2025-06-04",
        group_by="story",
        jobs=2,
        overrides=(Override("talks/swap-size", severity="warning"), Override("talks/area", enabled=False)),
        manifest=(
            Entry("articles/agency-*.txt", "2025-06-03", "Agency", "Talks end", about=(("round", "2"),), authority=2.5),
        ),
    )


def test_without_a_file_the_defaults_hold(folder: Path) -> None:
    write(folder, "[project]\nname = 'x'\n", "pyproject.toml")
    assert config.load() == Settings()


def test_a_table_of_pyproject(folder: Path) -> None:
    write(folder, "[tool.checker]\npacks = ['talks']\n", "pyproject.toml")
    assert config.load().packs == ("talks",)


def test_a_file_of_its_own_goes_before_pyproject(folder: Path) -> None:
    write(folder, "[tool.checker]\npacks = ['a']\n", "pyproject.toml")
    write(folder, "packs = ['b']\n")
    assert config.load().packs == ("b",)


def test_the_nearest_file_above_is_used_and_its_paths_are_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, FULL)
    (folder / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(folder / "deep" / "er")
    settings = config.load()
    assert settings.sources == ("../../articles", "-")
    assert [entry.pattern for entry in settings.manifest] == ["articles/agency-*.txt", "../../articles/agency-*.txt"]


def test_a_file_that_is_named(folder: Path) -> None:
    (folder / "sub").mkdir()
    write(folder / "sub", "sources = ['a']", "other.toml")
    assert config.load("sub/other.toml").sources == ("sub/a",)


WRONG = {
    "sorces = ['a']": "checker.toml:1: unknown key `sorces`; did you mean `sources`?",
    "x = 1\n": "checker.toml:1: unknown key `x`; known are",
    "\npacks = 5": "checker.toml:2: `packs` is to be a list of texts, not 5",
    "packs = [1]": "checker.toml:1: `packs` is to be text in quotes, not 1",
    "fail-on = 'never ever'": "it can be error, warning, note, never",
    "jobs = 0": "checker.toml:1: `jobs` is 0; it can be 1 or more",
    "jobs = true": "`jobs` is True",
    "published = 'June'": "checker.toml:1: `published` is 'June', which is no date",
    "a = ,": "checker.toml:1:5: no TOML: Invalid value",
    "[facts]\nsize.severity = 'note'": "`size` names no fact; write it with its pack, as `pack/size`",
    "[facts.'a/b']\n\nseverity = 'high'": "checker.toml:3: `severity` is 'high'",
    "[facts.'a/b']\nsevrity = 'note'": "checker.toml:2: unknown key `sevrity`; did you mean `severity`?",
    "[facts.'a/b']\nenabled = 'no'": "can be true or false",
    "[facts.'general/weekday']\nseverity = 'note'": "switch it off",
    "[documents.'a.txt']\nabout = 'x'": "checker.toml:2: `about` of `a.txt` is to be a table",
    "[documents.'a.txt']\npublised = 2025-01-01": "checker.toml:2: unknown key `publised`; did you mean `published`?",
    "[documents.'a.txt']\nauthority = -1": "checker.toml:2: `authority` is -1; it can be a number of 0 or more",
    "[documents.'a.txt']\nauthority = '2'": "checker.toml:2: `authority` is '2'; it can be a number",
    "[documents.'a.txt']\nauthority = true": "`authority` is True; it can be a number",
    "[documents.'a.txt']\nauthority = nan": "`authority` is nan; it can be a number",
    "documents = 3": "`documents` is to be tables",
    "[documents]\n'a.txt' = 3": "`a.txt` is to be a table of published",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_cannot_be_used(folder: Path, text: str) -> None:
    write(folder, text)
    with pytest.raises(InvalidConfig) as error:
        config.load()
    assert WRONG[text] in str(error.value)


def test_a_file_that_is_not_there(folder: Path) -> None:
    with pytest.raises(InvalidConfig, match=r"nowhere\.toml: no such file or directory"):
        config.load(str(folder / "nowhere.toml"))


def rulebook() -> Rulebook:
    place = Place("r.yaml", 1, 1)
    facts = tuple(
        Fact(name, "talks", name, ValueSpec("count", plausible=Interval(1)), place) for name in ("swap", "area")
    )
    one = Constant(1.0, "", "1")
    relation = Relation(id="order", pack="talks", title="order", left=one, op="<", right=one, text="1 < 1", place=place)
    return Rulebook(facts=facts, relations=(relation,), checks=("weekday", "ranges"))


def test_overrides_change_a_rulebook() -> None:
    overrides = (
        Override("talks/swap", severity="note"),
        Override("talks/area", enabled=False),
        Override("talks/order", severity="warning"),
        Override("general/weekday", enabled=False),
        Override("elsewhere/fact", enabled=False),
    )
    changed = Settings(overrides=overrides).apply(rulebook())
    assert [(fact.id, fact.severity) for fact in changed.facts] == [("swap", "note")]
    assert [relation.severity for relation in changed.relations] == ["warning"]
    assert changed.checks == ("ranges",)


def test_an_override_of_a_rule_that_a_pack_does_not_have() -> None:
    settings = Settings(path="checker.toml", overrides=(Override("talks/swp"),))
    with pytest.raises(InvalidConfig, match="unknown rule `talks/swp`; did you mean `talks/swap`"):
        settings.apply(rulebook())
