"""Start-up and a whole check of five articles, as processes, against a Python that does nothing."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.timing import least_of_process

ROOT = Path(__file__).parents[2]
CHECKER = str(Path(sys.executable).with_name("checker"))
CHECK = (CHECKER, "check", str(ROOT / "fixtures" / "istanbul-talks"), "--pack", "istanbul-talks")

RUNS = (
    # name, command, seconds at most
    ("checker --help", (CHECKER, "--help"), 0.15),
    ("check of five articles", CHECK, 0.5),
    ("the same, as JSON", (*CHECK, "--out", "json"), 0.5),
    ("the same, as HTML", (*CHECK, "--out", "html"), 0.5),
)


def main() -> None:
    nothing = least_of_process((sys.executable, "-c", "pass"))
    print(f"{'python -c pass':<28}{nothing * 1000:>8.0f} ms")
    for name, command, most in RUNS:
        seconds = least_of_process(command)
        print(
            f"{name:<28}{seconds * 1000:>8.0f} ms   {seconds / nothing:>5.1f} times as long"
            f"   (at most {most * 1000:.0f} ms)"
        )


if __name__ == "__main__":
    main()
