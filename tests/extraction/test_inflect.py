"""All forms of a word, whichever of them is given, and no forms of other words."""

from __future__ import annotations

import pytest

from checker.extraction.inflect import forms

TOGETHER = """
swap swaps swapped swapping
agree agrees agreed agreeing
carry carries carried carrying
hold holds held holding
meet meets met meeting
begin begins began begun beginning
die dies died dying
lie lies lied lying lay lain
trade trades traded trading
travel travels travelled traveled travelling traveling
cancel cancels cancelled canceled
occur occurs occurred occurring
visit visits visited visiting
panic panics panicked panicking
organise organize organised organized organising organizing organizes
organisation organization organisations organizations
prisoner prisoners
woman women
policeman policemen
person people persons
grandchild grandchildren
crisis crises
economy economies
leaf leaves
hero heroes
bus buses
defence defense
centre center centres centers centred centered
programme program programmes programs
shoot shot shoots shooting
strike struck strikes striking stricken
need needs needed needing
exceed exceeds exceeded exceeding
free frees freed freeing
embed embeds embedded embedding
be is are was were been being
have has had having
kill kills killed killing
injure injures injured injuring
wound wounds wounded wounding
flee fled flees fleeing
withdraw withdrew withdrawn
pow pows
""".strip().split("\n")

APART = """
news new
evening even
united unit
goods good
hers her
us use
was wa
bus bu
ground grind
wound wind
red r
need ne
thing th
during dure
rat rated
not noted
car cared
""".strip().split("\n")


@pytest.mark.parametrize("line", TOGETHER)
def test_base_gives_all(line: str) -> None:
    base, *others = line.split()
    assert set(others) <= forms(base)


@pytest.mark.parametrize("line", TOGETHER)
def test_any_form_gives_the_base(line: str) -> None:
    base, *others = line.split()
    verbal = [word for word in others if not word.endswith("ing") and word != "lay"]
    assert [word for word in verbal if base not in forms(word)] == []


@pytest.mark.parametrize("word", ["meeting", "building", "shooting", "beginning"])
def test_ing_is_the_noun_alone(word: str) -> None:
    """Whoever writes `shooting` in a rule means the event; the deed is written `shoot`, which finds both."""
    assert forms(word) == {word, word + "s"}


@pytest.mark.parametrize("line", APART)
def test_kept_apart(line: str) -> None:
    one, other = line.split()
    assert other not in forms(one)


@pytest.mark.parametrize("word", ["", "'s", "U.S.", "24/7", "a", "4.5", "%", "x-", "é", "ß", "İ"])
def test_strange_words_are_themselves(word: str) -> None:
    assert word.casefold() in forms(word)


def test_case_does_not_matter() -> None:
    assert forms("Prisoners") == forms("prisoners")
