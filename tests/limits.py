"""When a test calls something hung. How fast it is, the benchmarks say: a test that measures speed fails by chance."""

HANG = 10.0
"""Seconds of the process's own time."""
