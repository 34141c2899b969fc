"""The least of several runs: what else the machine does can only make a run slower."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Sequence


def least(run: Callable[[], object], times: int = 3) -> float:
    """Seconds of the fastest of `times` runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def cpu(run: Callable[[], object]) -> float:
    """Seconds that this process computes in one run, whatever else the machine does meanwhile."""
    start = time.process_time()
    run()
    return time.process_time() - start


def least_of_process(command: Sequence[str], times: int = 7) -> float:
    """Seconds of the fastest of `times` whole processes, output thrown away."""
    return least(lambda: subprocess.run(command, capture_output=True, check=False), times)
