"""What must be true of the mentions of any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.annotate import annotate
from checker.ingest import from_text
from checker.model.mention import Annotated, Quantity, Timex

WORDS = st.sampled_from(
    """about over just under at least up to more than nearly between and or to from the a an of in on by since until
    before after next last this every each half third quarter first second 31st 29th two three ten twenty hundred
    thousand million billion dozen dozens $ £ € US$ USD % percent km miles kg °C feet 5'10" 3.5 1,200 1 000,5 2½ 1/2
    0 31 2024 1999 10:30 25:61 31/11/2024 2024-02-30 November February May mid-May early late spring Monday Friday
    weekend year years month months weeks day days hours minutes fiscal Q3 1990s century ago later earlier today noon
    XIX dawn nightfall midnight night morning half latter mid to end close '44 D-Day 9/11 24/7 0630 1Q25 FY24/25 prior
    following that same next moment future 2nite both ages aged tens hundreds war per 12:12 h d s BC AD p.m. GMT Christmas Easter fold fourth anniversary old aged - – — ( ) , . ; ’s “ ” İ ß 😀 \n\n""".split(
        " "
    )
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=12).map("".join),
)
DAYS = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))


@settings(max_examples=400)
@given(TEXTS, DAYS)
def test_mentions_are_places_of_the_text_in_order(text: str, published: str | None) -> None:
    annotated = annotate(from_text(text, published=published))
    end = 0
    for mention in annotated.mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.start <= mention.core_start < mention.core_end <= mention.end
        assert annotated.quote(mention) == annotated.quote(mention).strip()
        end = mention.end
        holds_together(annotated, mention.value)
    spans = annotated.sentences
    assert list(spans) == sorted(spans)


def holds_together(annotated: Annotated, value: Quantity | Timex) -> None:
    if isinstance(value, Timex):
        assert (value.earliest is None) == (value.latest is None)
        assert value.earliest is None or value.latest is None or value.earliest <= value.latest
        assert value.timex
        return
    for span in (value.hard, value.soft, value.written):
        assert span.lower is None or span.upper is None or span.lower <= span.upper


@settings(max_examples=100)
@given(TEXTS, DAYS)
def test_the_same_text_is_read_the_same_way_twice(text: str, published: str | None) -> None:
    assert annotate(from_text(text, published=published)) == annotate(from_text(text, published=published))
