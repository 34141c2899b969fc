"""`checker init`: a folder in which every other verb works at once."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker import config
from checker.cli import main
from checker.rulebook.schema import FILE_NAME, json_schema
from checker.verbs.installed import requirement


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_check_works_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    out, err = capsys.readouterr()
    written = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert out.split() == written
    assert err.startswith("checker: exit 0: wrote 5 files; `checker check`")
    assert main(["check"]) == 0
    report = capsys.readouterr().out
    assert "Passengers on board" in report
    article = folder / "articles" / "morning-post.txt"
    article.write_text(article.read_text("utf-8").replace("120", "140"), encoding="utf-8")
    assert main(["check"]) == 1


def test_its_rules_are_without_blame(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init"])
    assert main(["rules", "lint", "rules"]) == 0
    assert main(["rules", "test", "rules", "--coverage"]) == 0
    capsys.readouterr()
    first, *_ = Path("rules/ferry.yaml").read_text("utf-8").splitlines()
    assert first == f"# yaml-language-server: $schema={FILE_NAME}"
    assert json.loads(Path("rules", FILE_NAME).read_text("utf-8")) == json_schema()


def test_what_is_there_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "checker.toml").write_text('sources = ["."]\n', encoding="utf-8")
    assert main(["init"]) == 2
    assert "nothing is written over: checker.toml exists" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["checker.toml"]


def test_a_folder_with_articles_gets_none(folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "one.txt").write_text("The ferry was carrying 90 passengers.\n", encoding="utf-8")
    assert main(["init"]) == 0
    assert not (folder / "articles").exists()
    assert config.load().sources == (".",)
    assert main(["check"]) == 0


def test_another_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "project"]) == 0
    assert "project/checker.toml" in capsys.readouterr().out
    assert config.load(folder=folder / "project").rules == ("project/rules",)


def test_every_commented_key_can_be_used(folder: Path) -> None:
    main(["init"])
    file = folder / "checker.toml"
    lines = [
        line.removeprefix("# ") if "= " in line or "# [" in line else line
        for line in file.read_text("utf-8").splitlines()
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    settings = config.load()
    assert settings.packs == ("incidents",)
    assert [entry.publisher for entry in settings.manifest][:1] == ["The agency"]
    assert [(one.name, one.severity, one.enabled) for one in settings.overrides] == [
        ("ferry/passengers", "warning", False)
    ]


@pytest.mark.parametrize(("ci", "path"), [("github", ".github/workflows/checker.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_a_pipeline_beside_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ci: str, path: str
) -> None:
    monkeypatch.setattr("checker.verbs.installed.requirement", lambda: None)
    assert main(["init", "--ci", ci]) == 0
    out, err = capsys.readouterr()
    assert path in out.split()
    assert "checker.toml" in out.split()
    assert "in the place of git+https://github.com/OWNER/checker" in err
    assert "OWNER" in (folder / path).read_text("utf-8")
    assert main(["check"]) == 0


def test_a_pipeline_alone_where_there_is_a_configuration(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "checker.verbs.installed.requirement", lambda: "checker[formats] @ git+https://host/checker@abc"
    )
    (folder / "pyproject.toml").write_text('[tool.checker]\nsources = ["."]\n', encoding="utf-8")
    assert main(["init", "--ci", "gitlab"]) == 0
    out, err = capsys.readouterr()
    assert out == ".gitlab-ci.yml\n"
    assert "OWNER" not in err
    assert 'CHECKER: "checker[formats] @ git+https://host/checker@abc"' in (folder / ".gitlab-ci.yml").read_text(
        "utf-8"
    )
    assert main(["init", "--ci", "gitlab"]) == 2


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (None, "checker[formats]==1.2.3"),
        (
            '{"url": "https://host/c", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "checker[formats] @ git+https://host/c@abc",
        ),
        ('{"url": "https://host/c.whl", "archive_info": {}}', "checker[formats] @ https://host/c.whl"),
        ('{"url": "file:///home/me/c.whl", "archive_info": {}}', None),
        ('{"url": "file:///home/me/c", "dir_info": {"editable": true}}', None),
    ],
)
def test_what_a_pipeline_installs_is_what_is_installed(
    monkeypatch: pytest.MonkeyPatch, written: str | None, expected: str | None
) -> None:
    installed = SimpleNamespace(version="1.2.3", read_text=lambda _: written)
    monkeypatch.setattr("importlib.metadata.distribution", lambda _: installed)
    assert requirement() == expected
