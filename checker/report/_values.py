"""Values to and from JSON, in the shapes that the contract gives for mentions."""

from __future__ import annotations

from typing import Any

from checker.model.mention import Interval, Offset, Quantity, Timex, Value
from checker.report.mentions import plain


def dump(value: Value) -> dict[str, Any]:
    """A quantity as its hard interval with `as_written`, `soft` and `written`; a timex as its days and grain."""
    if isinstance(value, Timex):
        found: dict[str, Any] = {
            "earliest": value.earliest,
            "latest": value.latest,
            "grain": value.grain,
            "timex": value.timex,
        }
        if value.mod is not None:
            found["mod"] = value.mod
        if value.offset is not None:
            found["offset"] = {"amount": value.offset.amount, "unit": value.offset.unit}
        if value.zone is not None:
            found["zone"] = value.zone
        return found
    found = _dump_interval(value.hard) | {
        "unit": value.unit,
        "as_written": {
            "number": plain(value.number),
            "low": plain(value.low),
            "high": plain(value.high),
            "unit": value.unit_written,
        },
        "soft": _dump_interval(value.soft),
        "written": _dump_interval(value.written),
    }
    if value.per is not None:
        found["per"] = value.per
    return found


def load(found: dict[str, Any]) -> Value:
    """What `dump` wrote, as a value again."""
    if "timex" in found:
        offset = found.get("offset")
        return Timex(
            earliest=found["earliest"],
            latest=found["latest"],
            grain=found["grain"],
            timex=found["timex"],
            mod=found.get("mod"),
            offset=Offset(offset["amount"], offset["unit"]) if offset else None,
            zone=found.get("zone"),
        )
    written = found["as_written"]
    return Quantity(
        hard=_load_interval(found),
        soft=_load_interval(found["soft"]),
        written=_load_interval(found["written"]),
        unit=found["unit"],
        number=_float(written["number"]),
        low=_float(written["low"]),
        high=_float(written["high"]),
        unit_written=written["unit"],
        per=found.get("per"),
    )


def _dump_interval(interval: Interval) -> dict[str, Any]:
    found: dict[str, Any] = {"lower": plain(interval.lower), "upper": plain(interval.upper)}
    if interval.lower_open:
        found["lower_open"] = True
    if interval.upper_open:
        found["upper_open"] = True
    return found


def _load_interval(found: dict[str, Any]) -> Interval:
    return Interval(
        _float(found["lower"]),
        _float(found["upper"]),
        bool(found.get("lower_open", False)),
        bool(found.get("upper_open", False)),
    )


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)
