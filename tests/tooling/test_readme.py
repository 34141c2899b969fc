"""What the README shows works as it stands."""

import re
from pathlib import Path

import pytest

import checker
from checker import config
from checker.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def test_the_rule_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text(block("yaml"), encoding="utf-8")
    assert main(["rules", "lint", str(path)]) == 0
    assert main(["rules", "test", str(path)]) == 0
    assert "2 of 2 examples pass" in capsys.readouterr().err


def test_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "checker.toml"
    path.write_text(block("toml"), encoding="utf-8")
    assert config.load(str(path)).packs == ("istanbul-talks",)


def test_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles").symlink_to(ROOT / "fixtures" / "istanbul-talks")
    monkeypatch.chdir(tmp_path)
    exec(compile(block("python"), "README.md", "exec"), {"checker": checker})
    assert "error" in capsys.readouterr().out


def test_its_files_exist() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []


def test_the_two_commands_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make ([a-z-]+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
