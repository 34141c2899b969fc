"""What the HTML page must be, whatever the browser."""

from __future__ import annotations

import hashlib
import re
import sys
from base64 import b64encode
from dataclasses import replace
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from checker import report
from checker.model.comparison import Comparison
from checker.model.document import Document
from checker.report import html
from checker.report._words import names
from checker.report.html.page import build
from tests.report.big import big
from tests.report.sample import comparison
from tests.report.texts import HERALD, WIRE


@pytest.fixture(scope="module")
def page() -> str:
    return report.render(comparison(), "html")


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.startswith("default-src 'none';")
    for tag in ("style", "script"):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(found) == 1
        digest = b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in allowed


def test_nothing_is_asked_for_and_no_style_hides_in_an_attribute(page: str) -> None:
    assert not re.search(r"""\s(src|srcset|style|on\w+)\s*=\s*["']""", page.replace("&#34;", ""))
    assert "@import" not in page
    assert "url(" not in page


def test_the_text_of_a_source_is_escaped(page: str) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<img" not in page


def test_every_source_of_a_conflict_is_drawn_and_said(page: str) -> None:
    card = page[page.index('id="finding-f-77e0b2c4"') : page.index('id="finding-f-5a6e8810"')]
    for name in ("Harbour Herald", "Northwire", "Radio Skerry", "Evening Post"):
        assert name in card
    assert card.count('aria-label="Oct 3, 2025"') == 2
    assert card.count('aria-label="Oct 4, 2025"') == 2


def test_it_never_says_which_source_is_right(page: str) -> None:
    assert not re.search(
        r"(is|are) (right|correct|true)\b", re.sub(r"<[^>]*>|It never says which source is right", "", page)
    )


def test_with_no_baseline_nothing_is_called_new_since_one() -> None:
    assert "since the baseline" not in report.render(comparison(known=False), "html")


def test_a_copy_is_marked_beside_what_it_says_and_among_the_sources() -> None:
    page = report.render(replace(comparison(), copies=((HERALD, WIRE),)), "html")
    card = page[page.index('id="finding-f-3d1c07aa"') : page.index('id="finding-f-77e0b2c4"')]
    sources = page[page.index('<section id="sources"') : page.index('<section id="rules"')]
    assert card.count("a copy of Harbour Herald") == sources.count("a copy of Harbour Herald") == 1
    assert "5 sources</b> read, 1 of them a copy of another" in page


def test_a_side_is_quoted_by_a_source_that_says_its_value() -> None:
    run = comparison()
    vague = tuple(replace(each, label="some 50") if each.id == "a-1" else each for each in run.assertions)
    (section, *_) = build(replace(run, assertions=vague)).findings
    quotes = [column.quote.source for column in section.cards[0].columns if column.quote is not None]
    assert quotes == ["Northwire", "Radio Skerry"]


def discovered() -> Comparison:
    """The sample with its conflict over the passengers found without a rule, and no other finding."""
    run = comparison(known=False)
    clash = replace(run.facts[0], id="discovered", pack="general", title="“Rescuers brought … to hospital”")
    found = replace(
        run.findings[0], kind="discovered", fact="discovered", rule="general/discovered", severity="warning",
        title=clash.title,
    )  # fmt: skip
    rest = tuple(each for each in run.facts if each.verdict == "consistent")
    return replace(run, facts=(clash, *rest), findings=(found,), relations=())


def test_what_no_rule_names_is_counted_by_itself_and_under_its_own_heading() -> None:
    page = report.render(discovered(), "html")
    assert "<title>1 clash found without a rule – Ferry accident</title>" in page
    assert "fact conflicts" not in page
    assert 'id="h-discovered">Found without a rule' in page
    assert page.count('href="#fact-general-discovered"') > 0
    assert page.count('id="fact-general-discovered"') == 1


@pytest.mark.parametrize("name", report.formats())
def test_every_format_tells_what_no_rule_names(name: str) -> None:
    text = report.render(discovered(), name)
    assert "Rescuers brought" in text


def test_names_of_sources_are_short_and_each_is_its_own() -> None:
    documents = [
        Document(f"stories/{'0123456789abcdef' * 2}", "", "s.jsonl", "", publisher="AP"),
        Document(f"stories/{'fedcba9876543210' * 2}", "", "s.jsonl", "", publisher="AP"),
        Document("stories/b.txt", "", "b.txt", "", publisher="Northwire"),
        Document("stories/c.txt", "", "c.txt", ""),
    ]
    assert list(names(tuple(documents)).values()) == ["AP (01234567)", "AP (fedcba98)", "Northwire", "c.txt"]
    alike = tuple(replace(each, id=f"{'0' * 20}{at}") for at, each in enumerate(documents))
    assert len(set(names(alike).values())) == 4


def test_an_empty_run_is_a_page_too() -> None:
    page = report.render(Comparison(), "html")
    assert "No fact to compare" in page
    assert "No findings" in page


def test_a_run_without_findings_says_that_none_was_found() -> None:
    run = comparison()
    calm = replace(
        run, findings=(), relations=(), facts=tuple(each for each in run.facts if each.verdict == "consistent")
    )
    assert "No conflict found" in report.render(calm, "html")


def test_ten_thousand_assertions_take_less_than_five_megabytes() -> None:
    run = big()
    assert len(run.assertions) == 10_000
    assert len(report.render(run, "html").encode()) < 5_000_000


def test_the_table_of_sources_tells_an_authority_that_is_not_that_of_most() -> None:
    run = comparison()
    assert "authority" not in report.render(run, "html")
    weighed = replace(run, documents=(replace(run.documents[0], authority=2.5), *run.documents[1:]))
    assert report.render(weighed, "html").count("authority 2.5") == 1


def test_of_many_values_four_have_a_colour_and_the_rest_do_not_pass_for_one() -> None:
    run = comparison()
    fact = next(each for each in run.facts if len(each.sides) > 1)
    said = tuple(replace(fact.sides[-1], label=f"value {n}", assertions=(f"v-{n}",)) for n in range(7))
    one = next(each for each in run.assertions if each.id in fact.assertions)
    more = tuple(replace(one, id=f"v-{n}", label=f"value {n}") for n in range(7))
    facts = tuple(replace(each, sides=said) if each is fact else each for each in run.facts)
    found = build(replace(run, facts=facts, assertions=(*run.assertions, *more)))
    clash = next(each for each in found.clashes if each.title == fact.title)
    assert ([side for side, _ in clash.values], clash.others) == ([0, 1, 2, 3], 3)
    card = next(each for part in found.findings for each in part.cards if each.anchor == clash.anchor)
    assert [row.side for row in card.rows if row.side >= 0] == [0, 1, 2, 3, 4, 4, 4]
    assert {side for side, _, _ in card.bands} <= {0, 1, 2, 3}


def test_of_many_conflicts_the_first_have_a_line_and_the_rest_are_counted() -> None:
    run = comparison()
    conflict = next(each for each in run.findings if each.kind == "conflict")
    many = tuple(replace(conflict, id=f"{at}") for at in range(60))
    found = build(replace(run, findings=many))
    assert (len(found.clashes), found.unlisted) == (5, 55)
    assert "and 55 more findings below" in report.render(replace(run, findings=many), "html")
    assert "more findings below" not in report.render(replace(run, findings=many[:5]), "html")


def test_where_as_many_say_one_as_the_other_the_card_says_so() -> None:
    run, even = comparison(), "no value fits all, and the sources are evenly split"
    facts = tuple(replace(each, wrong=(), reason=even) if each.wrong else each for each in run.facts)
    findings = tuple(replace(each, message=f"{each.title}: {even}") for each in run.findings)
    shown = report.render(replace(run, facts=facts, findings=findings), "html")
    assert f"<dt>Who must be wrong</dt><dd>{even.capitalize()}.</dd>" in shown
    assert "<dt>Who must be wrong</dt><dd>No value" not in report.render(run, "html")


def test_what_no_rule_names_is_marked_as_discovered_and_its_title_is_not_repeated() -> None:
    run = discovered()
    found = replace(run.findings[0], message=f"{run.findings[0].title} states 47, 63", steps=("both name “Skerry”",))
    found_page = build(replace(run, findings=(found,)))
    (card,) = [each for part in found_page.findings for each in part.cards]
    assert (card.verdict, card.message, card.reason) == ("discovered", "States 47, 63.", "")
    text = report.render(replace(run, findings=(found,)), "terminal", width=120)
    assert text.startswith(f"! warning  {found.title}")
    assert text.count(found.title) == 1


def test_a_step_that_the_message_says_is_no_step() -> None:
    run = comparison()
    steps = ("the 5th is a Thursday", "a week has seven days")
    found = replace(run.findings[0], message="the 5th is a Thursday, no Monday", steps=steps)
    for name in ("terminal", "markdown", "html"):
        text = report.render(replace(run, findings=(found,)), name)
        assert (text.count(steps[0]), steps[1] in text) == (1, True), name


def test_compiled_templates_are_kept_beside_compiled_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn(writes: bool) -> str:
        monkeypatch.setattr(sys, "dont_write_bytecode", not writes)
        html._templates.cache_clear()
        return report.render(comparison(), "html")

    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    html._templates.cache_clear()
    folder = Path(cache_from_source(html.__file__)).parent
    page = drawn(writes=True)  # no such folder: nothing is kept, and nothing is wrong
    folder.mkdir(parents=True)
    assert (drawn(writes=False), list(folder.iterdir())) == (page, [])
    assert drawn(writes=True) == page
    kept = {each: each.read_bytes() for each in folder.iterdir()}
    assert len(kept) == 3
    for each, code in kept.items():
        each.write_bytes(code[: len(code) // 2])
    assert drawn(writes=False) == page
    for each in kept:
        each.write_bytes(b"")
    assert drawn(writes=True) == page
    assert {each: each.read_bytes() for each in folder.iterdir()} == kept
    html._templates.cache_clear()
