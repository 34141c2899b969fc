"""What holds for the tree as a whole, whoever writes in it."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "checker").rglob("*.py"))
WRITTEN = [
    path
    for folder in ("checker", "tests", "rules", "docs")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".yaml", ".md", ".j2", ".css", ".js"}
]
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX|NotImplemented" + r"Error)\b", re.IGNORECASE)
LONGEST = 300


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_fits_in_a_head(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= LONGEST


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_nothing_is_left_unfinished(path: Path) -> None:
    found = UNFINISHED.search(path.read_text(encoding="utf-8"))
    # `todo:` is a key of a rule's example: a case that is known to fail and must go on failing.
    assert found is None or found[0] == "todo"


def requirements() -> list[tuple[str, str]]:
    """Each requirement line of pyproject.toml, with what stands after it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return re.findall(
        r'^  "([A-Za-z][\w.-]*)[^"\n]*",[ ]*(.*)$',
        text.split("[project.scripts]")[0].split("dependencies = [", 1)[1],
        re.MULTILINE,
    )


def test_every_dependency_says_what_it_is_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
    ]
    listed = requirements()
    assert len(declared) == len(listed)
    assert [name for name, comment in listed if not re.match(r"# \S+ \S+", comment)] == []


DISTRIBUTIONS = {
    "annotated-types": "pydantic",  # a part of it, under its own name
    "lsprotocol": "pygls",  # a part of it, under its own name
    "markdown-it": "markdown-it-py",
    "markupsafe": "jinja2",  # a part of it, under its own name
    "pydantic-core": "pydantic",  # the same
    "re2": "google-re2",
    "Stemmer": "pystemmer",
    "yaml": "pyyaml",
}


def imported(path: Path) -> set[str]:
    """The top-level names that a module imports; `import_module` takes them from any of its dotted strings."""
    source = path.read_text(encoding="utf-8")
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                names += [alias.name for alias in node.names]
            case ast.ImportFrom(module=str(module)):
                names.append(module)
            case ast.Constant(value=str(text)) if "import_module(" in source and re.fullmatch(
                r"[a-z_]+\.[a-z_.]+", text
            ):
                names.append(text)
    return {name.split(".")[0] for name in names}


def test_runtime_dependencies_are_what_the_package_imports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [one for name in ("html", "lsp", "pdf", "watch") for one in project["optional-dependencies"][name]]
    declared = {re.split(r"[^\w.-]", one)[0].lower() for one in (*project["dependencies"], *extras)}
    used = set().union(*map(imported, MODULES)) - set(sys.stdlib_module_names) - {"checker"}
    assert {DISTRIBUTIONS.get(name, name) for name in (name.replace("_", "-") for name in used)} == declared
