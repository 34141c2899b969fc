"""Pages as sites write them, and what breaks them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.ingest import read as read_paths
from checker.ingest.document import Draft
from checker.ingest.formats.html import read
from checker.model.document import Document, Failure
from tests.ingest.damage import damaged

SAMPLE = Path(__file__).parents[2] / "fixtures" / "formats" / "sample.html"
BODY = "".join(
    f"<p>The council said on {day} that repairs of the harbour bridge are to take {weeks} weeks and cost {cost} million pounds,"
    " of which the port is to pay a third and the state the rest.</p>\n"
    for day, weeks, cost in (("Monday", 11, "1.1"), ("Tuesday", 12, "1.2"), ("Thursday", 13, "1.3"))
)


def outcome(page: str | bytes) -> Draft | Failure:
    (made,) = read(page.encode() if isinstance(page, str) else page, "a.html")
    return made


def draft(page: str | bytes) -> Draft:
    made = outcome(page)
    assert isinstance(made, Draft), made
    return made


def refusal(page: str | bytes) -> str:
    made = outcome(page)
    assert isinstance(made, Failure)
    return made.reason


def document(tmp_path: Path, page: str) -> Document:
    (tmp_path / "a.html").write_text(page)
    (made,) = read_paths([tmp_path / "a.html"]).documents
    return made


def paragraphs(page: str) -> list[str]:
    return draft(page).text.split("\n\n")


def article(more: str, around: str = "", head: str = "") -> str:
    return f"<html><head>{head}</head><body>{around}<article><h1>Bridge shut</h1>{BODY}{more}{BODY}</article></body></html>"


def test_a_word_is_found_in_the_line_of_the_source_where_it_stands() -> None:
    (made,) = read_paths([SAMPLE]).documents
    lines = SAMPLE.read_text().split("\n")
    for word in ("Oldhaven", "Thursday", "nine days after", "million", "90,000", "tonnes"):
        line, _ = made.place(made.text.index(word))
        assert word in lines[line - 1]
    assert [one.line for one in made.suppressions] == [22]


@pytest.mark.parametrize(
    "around",
    [
        "<nav><ul><li><a href='/'>24 hours</a></li></ul></nav>",
        "<header><a href='/'>Norby Courier</a><form><label>Search 77 pages</label><input></form></header>",
        "<div id='cookie-banner' role='dialog'><p>We and our 842 partners store data on your device.</p><button>Accept 5</button></div>",
        "<aside class='sidebar'><h2>Most read</h2><ol><li><a href='/a'>Five die in crash on A9</a></li></ol></aside>",
        "<script>var cars = 55;</script><style>p {width: 99px}</style><noscript>Enable 3 scripts</noscript><template>7</template>",
        "<div class='ad'>Advertisement: 2 for 1</div>",
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_what_is_around_an_article_is_left_out(around: str, below: bool) -> None:
    text = draft(article("", around) if not below else article("").replace("</body>", f"{around}</body>")).text
    assert text == "Bridge shut\n\n" + "\n\n".join([BODY.replace("<p>", "").replace("</p>\n", "\n\n").strip()] * 2)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("<h2>Costs</h2>", ["Costs"]),
        ("<ul><li>Piers: £2m</li><li>Deck: £1m</li></ul>", ["Piers: £2m", "Deck: £1m"]),
        ("<figure><img alt='9 men'><figcaption>The ramp of 40 tonnes</figcaption></figure>", ["The ramp of 40 tonnes"]),
        ("<table><tr><th>Part<th>Cost<tr><td>Deck<td>$1.1&nbsp;million</table>", ["Part | Cost", "Deck | $1.1\xa0million"]),
        ("<table><tr><td>Net</td><td>$</td><td>(1.1</td><td>)</td><td>9</td><td>%</td></tr></table>", ["Net | $(1.1) | 9%"]),
        ("<table><tr><th rowspan=2>Deck</th><td>4 km</td></tr><tr><td>5 km</td></tr></table>", ["Deck | 4 km", "Deck | 5 km"]),
        ("<p>It is <del>400</del> <ins>412</ins> m long, the harbour office says now.</p>", ["It is 412 m long, the harbour office says now."]),
        ("<p>It is 3,200 m<sup>2</sup> large<sup><a href='#n'>[3]</a></sup> and 10<sup>4</sup> cars use it.</p>", ["It is 3,200 m² large and 10⁴ cars use it."]),
        ("<p>It opened in 1968.<br>It was mended in 2009.<br><br>It is 412 m long, and a bus needs a minute.</p>", ["It opened in 1968.\nIt was mended in 2009.", "It is 412 m long, and a bus needs a minute."]),
        ("<p>Har&shy;bour &amp; bridge &#8211; 5&nbsp;km<wbr> &pound;3 of the whole way that they cover</p>", ["Harbour & bridge – 5\xa0km £3 of the whole way that they cover"]),
        ("<p style='display: none'>It opened in 1868, say people who know nothing about it at all.</p>", []),
    ],
    ids=range(11),
)  # fmt: skip
def test_what_an_article_holds_is_kept_as_it_is_seen(more: str, expected: list[str]) -> None:
    found = paragraphs(article(more))
    assert found[0] == "Bridge shut"
    assert found[4:-3] == expected


def test_code_is_no_article_unless_all_is_set_so(tmp_path: Path) -> None:
    made = document(tmp_path, article("<pre>$ run --for 9\nok</pre>"))
    assert [made.text[slice(*span)] for span in made.furniture] == ["$ run --for 9\nok"]
    assert document(tmp_path, "<pre>Nine cars sank\nin 2 hours.</pre>").furniture == ()


def test_a_table_that_lays_out_a_page_is_paragraphs() -> None:
    page = f"<table><tr><td><a href=i>Index</a></td><td><h1>Bridge shut</h1>{BODY}<table><tr><td>Bus<td>£2</table></td></tr></table>"
    assert paragraphs(page)[-5:-3] == ["Bridge shut", BODY.split("</p>")[0].removeprefix("<p>")]
    assert paragraphs(page)[-1] == "Bus | £2"


def test_the_title_above_an_article_and_the_sentence_below_it_belong_to_it() -> None:
    page = f"<body><h1>Bridge shut</h1><p class=dek>The harbour bridge is closed for 14 weeks from now on</p><div>{BODY}{BODY}</div>"
    assert paragraphs(page)[:2] == ["Bridge shut", "The harbour bridge is closed for 14 weeks from now on"]


def test_a_short_article_is_read_without_the_longer_teasers_around_it() -> None:
    teaser = "<p>A teaser of another story, in which 48 people ran 21 kilometres through the old town on Sunday, says it all.</p>"
    page = f"<body><nav>Home 24</nav><article><h1>Two hurt</h1><p>A bus left the road.</p></article><aside>{teaser}</aside></body>"
    assert paragraphs(page) == ["Two hurt", "A bus left the road."]


LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:published_time" content="2025-03-11T08:30:00+01:00">', "2025-03-11T08:30"),
        ('<meta name="DC.date.issued" content="2025-03-11"><meta name="date" content="2025-03-12">', "2025-03-11"),
        (LINKED.format('{"@type":"NewsArticle","datePublished":"2025-03-11"}'), "2025-03-11"),
        (LINKED.format('[{"@graph":[{"@type":"WebPage","datePublished":"2024-01-01"},{"@type":["BlogPosting"],"datePublished":"2025-03-11"}]}]'), "2025-03-11"),
        (LINKED.format('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2020-01-01"}]}'), None),
        (LINKED.format('{"@type":"NewsArticle", broken'), None),
        ('<meta name="date" content="04/03/2025">', None),
    ],
)  # fmt: skip
def test_the_date_that_a_page_states_to_machines(head: str, expected: str | None) -> None:
    assert draft(article("", head=head)).published == expected


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ('<time datetime="2025-03-11T08:30:00Z">three hours ago, says the clock of this page.</time>', ("2025-03-11T08:30", "metadata")),
        ("<p>Posted on March 11, 2025 by Ann</p>", ("2025-03-11", "text")),
        ("<div>Published: 11 March 2025</div>", ("2025-03-11", "text")),
        ("<p>The bridge, which was opened on 14 June 1968, is closed.</p>", (None, None)),
    ],
)  # fmt: skip
def test_the_date_that_a_page_states_to_readers(
    tmp_path: Path, top: str, expected: tuple[str | None, str | None]
) -> None:
    made = document(tmp_path, article("").replace("</h1>", f"</h1>{top}"))
    assert (made.published, made.published_from) == expected


def test_title_publisher_address_and_language() -> None:
    made = draft(
        article(
            "",
            head='<title>Bridge shut | Norby Courier</title><meta property="og:site_name" content="Norby Courier">'
            '<link rel="canonical" href="https://courier.example/bridge">',
        ).replace("<html>", '<html lang="en-GB">')
    )
    assert (made.title, made.publisher, made.url, made.meta) == (
        "Bridge shut",
        "Norby Courier",
        "https://courier.example/bridge",
        {"lang": "en-GB"},
    )


def test_a_publisher_may_be_named_elsewhere() -> None:
    graph = '{"@graph":[{"@type":"Article","publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Norby Post"}]}'
    assert draft(article("", head=LINKED.format(graph))).publisher == "Norby Post"


SHORT = "<html><head>{}</head><body><p>Le préfet dit “5 £”.</p></body></html>"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset=iso-8859-1>"),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("cp1252", ""),
        ("cp1252", "<meta charset='iso-8859-1'>"),
        ("mac-roman", '<meta http-equiv="Content-Type" content="text/html; charset=macintosh">'),
        ("cp1252", "<meta charset=base64>"),
        ("cp1252", "<meta charset=no-such>"),
    ],
)
def test_encodings(encoding: str, head: str) -> None:
    assert draft(SHORT.format(head).encode(encoding)).text == "Le préfet dit “5 £”."


@pytest.mark.parametrize(
    ("encoding", "named", "text"),
    [("cp1251", "windows-1251", "Мост 5"), ("gb18030", "gb2312", "大桥 5 公里"), ("iso2022_jp", "iso-2022-jp", "橋 5")],
)
def test_encodings_that_a_page_must_name(encoding: str, named: str, text: str) -> None:
    page = f"<meta charset={named}><p>{text}</p>"
    assert draft(page.encode(encoding)).text == text


def test_a_nul_among_the_bytes_is_passed_over_and_a_picture_is_refused() -> None:
    assert draft(f"<p>Five cars\x00 were hit.</p>{BODY}").text.startswith("Five cars were hit.")
    assert "NUL" in refusal(bytes(range(9)) * 40)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "no text"),
        ("<!-- 5 cars -->", "no text"),
        (
            "<html><body><div id=root></div><noscript>Enable it</noscript><script src=a.js></script></body></html>",
            "scripts write it",
        ),
        ("<frameset><frame src=a.html><noframes>Use 4 frames</noframes></frameset>", "give the article as text"),
    ],
)
def test_what_is_refused(page: str, reason: str) -> None:
    assert reason in refusal(page)


def test_an_article_that_scripts_show_is_read_where_the_page_has_it_for_machines() -> None:
    linked = LINKED.format('{"@type":"NewsArticle","articleBody":"It cost &pound;2 million.\\n\\nIt is 412 m long."}')
    assert (
        draft(f"<html><head>{linked}</head><body><div id=app></div></body></html>").text
        == "It cost £2 million.\n\nIt is 412 m long."
    )


def test_broken_markup_is_read_as_browsers_do() -> None:
    page = "<div><p>Nine cars<p>were hit &amp crushed at the <b>bridge <i>on</b> Monday</i>, police said</span></div></div></p><p>End"
    assert paragraphs(page) == ["Nine cars", "were hit & crushed at the bridge on Monday, police said", "End"]


def test_an_element_of_the_pages_own_making_parts_no_sentence() -> None:
    page = "<my-story><p>Five cars sank <my-time>two hours</my-time> ago<my-note></my-note>, police said.</p><p>End</p></my-story>"
    assert paragraphs(page) == ["Five cars sank two hours ago , police said.", "End"]


def test_elements_without_end_are_read_or_refused() -> None:
    for deep in ("<div>" * 50_000 + "5 cars", "<b>" * 50_000 + "<p>5 cars", "<table><tr><td>" * 3_000 + "5 cars"):
        assert isinstance(outcome(f"<p>Two ships.</p>{deep}"), Draft)


def test_damaged_files_are_read_or_refused_and_never_more() -> None:
    for data in damaged(SAMPLE.read_bytes(), seed=9):
        assert isinstance(outcome(data), Draft | Failure)


TAGS = (
    "p div b table tr td th ul li h1 h2 pre br sup a nav aside figure figcaption article time span script del".split()
)
PIECES = st.sampled_from(
    [f"<{tag}>" for tag in TAGS]
    + [f"</{tag}>" for tag in TAGS]
    + ["5 cars ", "\n", "It took nine days.", "&nbsp;", "<!--", "-->", "<td rowspan=3>"]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_keeps_its_lines(page: str) -> None:
    made = outcome(page)
    if isinstance(made, Draft):
        assert len(made.line_starts) == page.count("\n") + 1
        assert list(made.line_starts) == sorted(made.line_starts)
        assert made.line_starts[0] == 0
        assert all(0 <= start <= len(made.text) for start in made.line_starts)
        assert made.text == made.text.strip()
