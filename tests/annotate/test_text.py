"""What holds for any text: places, order, sentences, and that nothing is read in furniture."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.annotate import annotate, sentences
from checker.annotate.tokens import Chunk
from checker.ingest import from_text
from checker.model.mention import Quantity
from tests.limits import HANG

PIECES = st.sampled_from(
    "two 3 1,200 4.5 $ £ % km per a million and or to - – ( ) / . , : ' \" ’ é İ ß 𝟙 ½ ² 元 € May 16 2025 Monday last weeks "
    "of about more than between half dozen people each -40 °C in 5 ft 1/2 x 10^6 Rs US$ EUR hundred th st \n \n\n".split(
        " "
    )
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " "]))
def test_mentions_lie_in_the_text_in_order(pieces: list[str], glue: str) -> None:
    """Spans are inside the text and the core inside the span; no mention overlaps the one before it."""
    text = glue.join(pieces)
    annotated = annotate(from_text(text, published="2025-06-04"))
    end = 0
    for mention in annotated.mentions:
        assert end <= mention.start <= mention.core_start <= mention.core_end <= mention.end <= len(text)
        assert mention.noun_span is None or 0 <= mention.noun_span[0] < mention.noun_span[1] <= len(text)
        end = mention.end


@settings(max_examples=200)
@given(st.text(max_size=80))
def test_tokens_cover_what_is_no_space(text: str) -> None:
    """Whatever the text, tokens are its characters in order, and all of them but white space."""
    chunk = Chunk(text)
    spans = list(zip(chunk.starts[: chunk.size], chunk.ends[: chunk.size], strict=True))
    assert all(start < end for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == "".join(text.split()).replace(" ", "")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. We left.", 2),
        ("Mr. Grey met Dr. Hall. They spoke.", 2),
        ("He paid $3.50 for it. Cheap!", 2),
        ("The U.S. Senate met at 5 p.m. Monday.", 1),
        ("She left at 5 p.m. The rest stayed.", 2),
        ("J. R. Smith came. So did I.", 2),
        ("“Stop!” he said. “Now.” They ran.", 3),
        ("No. 10 denied it. It lied.", 2),
        ("Storm kills nine\nRescue goes on", 2),
        ("It cost 4 million. In May it rose.", 2),
        ("See p. 4 for more. It helps.", 2),
        ("He asked why… Then he left.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    """A full stop after an abbreviation, an initial or in a number ends nothing."""
    spans, _ = sentences.split(text)
    assert len(spans) == count


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines broken by width are joined; a blank line parts."""
    text = "The crew of the trawler was found on a raft that\nhad drifted for days, and all of the nine men who\nhad left the port were alive when the boat came\nup.\n\nThey slept."
    _, paragraphs = sentences.split(text)
    assert len(paragraphs) == 2


def test_furniture_is_not_read() -> None:
    """Neither a sentence nor a mention lies in it."""
    text = "Twelve miners came up.\nShare this 40 times\nThree stayed below."
    document = replace(from_text(text), furniture=((23, 42),))
    annotated = annotate(document)
    assert [annotated.quote(mention) for mention in annotated.mentions] == ["Twelve", "Three"]
    assert all(end <= 23 or start >= 42 for start, end in annotated.sentences)


def test_conversions_point_back() -> None:
    """An amount in brackets after another gives it again."""
    annotated = annotate(from_text("The deal is worth $20 million (£15 million) and runs for 26 miles (42 km)."))
    assert [mention.restates for mention in annotated.mentions] == [None, 0, None, 2]


def test_noun_phrases_have_their_place() -> None:
    """The head in the singular, and the words of the phrase."""
    annotated = annotate(from_text("They freed 1,000 prisoners of war each."))
    (mention,) = annotated.mentions
    assert mention.noun_span is not None
    assert (mention.noun, annotated.document.text[slice(*mention.noun_span)]) == ("prisoner", "prisoners of war")
    assert mention.share == "each"


@pytest.mark.parametrize(
    "text", ["7 " * 40_000, "a 3-day, 40 km " * 6_000, "x" * 80_000 + " 5 km", "1" * 80_000, "(" * 50_000 + "4"]
)
def test_one_line_without_an_end_is_read(text: str) -> None:
    began = time.process_time()
    annotate(from_text(text))
    assert time.process_time() - began < HANG


@pytest.mark.parametrize(
    ("publisher", "text", "unit"),
    [
        ("news.com.au", "He was fined $400.", "AUD"),
        ("herald.co.nz", "He was fined 400 dollars.", "NZD"),
        ("news.com.au", "He was fined US$400.", "USD"),
        ("times.com", "He was fined $400.", "USD"),
        ("times.com", "The calf cost $400 and gained 80 pounds.", "kilogram"),
        ("times.com", "The calf cost $400; its twin, 80 pounds.", "kilogram"),
        ("herald.co.uk", "It was his for 80 pounds.", "GBP"),
    ],
)
def test_the_document_settles_what_is_ambiguous(publisher: str, text: str, unit: str) -> None:
    """`$` by the country of the publisher; pounds by whether the text is paid in them."""
    annotated = annotate(replace(from_text(text), publisher=publisher))
    value = annotated.mentions[-1].value
    assert isinstance(value, Quantity)
    assert value.unit == unit


@pytest.mark.parametrize("gap", range(30, 60))
def test_a_chunk_ends_with_its_sentence(gap: int) -> None:
    """Where a sentence ends a little behind the reach of its last cue, the first date of the next one is read once."""
    text = f"Her 2 sons {'slept ' * (gap // 6)}{'x' * (gap % 6)}.\n\nMonday morning, the boat left."
    assert [mention.kind for mention in annotate(from_text(text)).mentions] == ["count", "time"]
