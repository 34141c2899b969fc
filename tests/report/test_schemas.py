"""What is written for machines against schemas: the project's own, and those of the platforms."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from checker import api, report
from checker.annotate import annotate
from checker.cli import main
from checker.ingest import read
from checker.model.comparison import Comparison
from checker.report.mentions import record
from tests.report.big import big
from tests.report.test_machines import IDS, RUNS

jsonschema = pytest.importorskip("jsonschema", reason="pip install jsonschema")

ROOT = Path(__file__).parents[2]
STORIES = {
    "istanbul-talks": "istanbul-talks", "election-count": "elections", "quarterly-results": "companies",
    "cargo-bike-manual": "manuals",
}  # fmt: skip


def published(name: str) -> dict[str, Any]:
    """A schema of the package."""
    text = (files(report) / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def of_platform(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path(__file__).parent / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def closed(schema: Any) -> Any:
    """The schema with no key allowed that it does not name: consumers may meet new keys, this version may not."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    shut = {key: closed(value) for key, value in schema.items()}
    return {"additionalProperties": False} | shut if "properties" in schema and "$id" not in schema else shut


def validate(value: Any, schema: dict[str, Any]) -> None:
    checked = jsonschema.Draft202012Validator(closed(schema) | {"unevaluatedProperties": False})
    assert [f"{each.json_path}: {each.message}" for each in checked.iter_errors(value)] == []


@pytest.mark.parametrize("name", ["run", "mention"])
def test_the_schemas_are_schemas(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    jsonschema.Draft202012Validator.check_schema(published(name))
    assert main(["rules", "schema", "--of", name, "-q"]) == 0
    assert json.loads(capsys.readouterr().out) == published(name)


@pytest.mark.parametrize("run", RUNS, ids=IDS)
def test_a_run_fits_its_schema(run: Comparison) -> None:
    validate(json.loads(report.render(run, "json")), published("run"))


@pytest.mark.parametrize("story", STORIES)
def test_real_runs_and_mentions_fit_their_schemas(story: str) -> None:
    run = api.check([ROOT / "fixtures" / story], packs=[STORIES[story]], pages=True)
    assert run.findings
    validate(json.loads(report.render(run, "json")), published("run"))
    for document in read([str(ROOT / "fixtures" / story)]).documents:
        annotated = annotate(document)
        for mention in annotated.mentions:
            validate(json.loads(json.dumps(record(annotated, mention))), published("mention"))


@pytest.mark.parametrize(
    ("key", "value"), [("verdict", "wrong"), ("assertions", "a-1"), ("sides", [{"label": 1}]), ("severity", None)]
)
def test_a_run_that_is_wrong_does_not_fit(key: str, value: Any) -> None:
    run = json.loads(report.render(RUNS[0], "json"))
    run["facts"][0][key] = value
    with pytest.raises(AssertionError, match=rf"\$.facts\[0\].{key}"):
        validate(run, published("run"))


@pytest.mark.parametrize("name", ["gitlab", "rdjson"])
@pytest.mark.parametrize("run", [*RUNS, big()], ids=[*IDS, "big"])
def test_formats_of_platforms_fit_what_the_platform_describes(run: Comparison, name: str) -> None:
    validate(json.loads(report.render(run, name)), of_platform(name))


@pytest.mark.parametrize("run", RUNS, ids=IDS)
def test_claimreview_is_read_as_json_ld(run: Comparison) -> None:
    """Expanded by a JSON-LD processor, every key is one of schema.org; its context is given here, not fetched."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="pip install pyld")
    context = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}

    def load(url: str, options: Any) -> dict[str, Any]:
        assert url == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": context, "contentType": "application/ld+json"}

    written = json.loads(report.render(run, "claimreview"))
    expanded = jsonld.expand(written, {"documentLoader": load})
    reviews = [each for each in expanded if each["@type"] == ["https://schema.org/ClaimReview"]]
    assert len(reviews) == len(expanded) == len(written["@graph"])
    assert set(keys(expanded)) <= {f"https://schema.org/{name}" for name in NAMES}
    for each in reviews:
        assert each["https://schema.org/claimReviewed"][0]["@value"]
        assert each["https://schema.org/reviewRating"][0]["@type"] == ["https://schema.org/Rating"]


NAMES = (
    "claimReviewed", "itemReviewed", "author", "reviewRating", "reviewBody", "datePublished", "appearance", "name",
    "alternateName", "url", "publisher",
)  # fmt: skip
"""What schema.org has for ClaimReview, Claim, CreativeWork, Rating, Organization and Person."""


def keys(node: Any) -> list[str]:
    if isinstance(node, list):
        return [key for each in node for key in keys(each)]
    if not isinstance(node, dict):
        return []
    return [key for key in node if not key.startswith("@")] + [key for each in node.values() for key in keys(each)]
