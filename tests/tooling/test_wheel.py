"""The wheel works where there is no checkout: in an empty environment, from another folder."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLEAN = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=CLEAN, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_carries_every_pack_and_data_file(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    packs = {f"checker/packs/{path.relative_to(ROOT / 'rules')}" for path in (ROOT / "rules").rglob("*.yaml")}
    data = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "checker").rglob("*")
        if path.is_file() and path.suffix != ".pyc" and "__pycache__" not in path.parts
    }
    assert packs
    assert (packs | data) - held == set()


@pytest.mark.slow
def test_the_wheel_checks_a_folder_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    done = run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.copytree(ROOT / "fixtures" / "istanbul-talks", tmp_path / "talks")

    command = run(tmp_path / "env" / "bin" / "checker", "check", "talks", "--pack", "istanbul-talks", cwd=tmp_path)
    assert command.returncode == 1, command.stdout + command.stderr

    code = "import checker; print(len(checker.check(['talks'], packs=['istanbul-talks']).documents), checker.__file__)"
    library = run(python, "-c", code, cwd=tmp_path)
    assert library.returncode == 0, library.stderr
    count, place = library.stdout.split(maxsplit=1)
    assert count == "5"
    assert Path(place.strip()).is_relative_to(tmp_path)
