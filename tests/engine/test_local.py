"""Processes change nothing but the time."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import local, map_documents
from checker.model.document import Document


def make(lengths: list[int]) -> list[Document]:
    return [Document(str(number), "x" * length, "p", "h") for number, length in enumerate(lengths)]


def describe(document: Document) -> tuple[str, int, int]:
    return document.id, len(document.text), os.getpid()


def fail(document: Document) -> str:
    if document.id == "3":
        raise ValueError(document.id)
    return document.id


@pytest.fixture
def cheap_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "WORTH", 10)


def test_small_inputs_stay_in_this_process() -> None:
    assert {pid for _, _, pid in map_documents(describe, make([5, 6, 7]), jobs=2)} == {os.getpid()}


@pytest.mark.usefixtures("cheap_processes")
def test_processes_give_the_same_results_in_the_same_order() -> None:
    documents = make([50, 1, 1, 900, 3, 3, 3, 40])
    alone = [found[:2] for found in map_documents(describe, documents, jobs=1)]
    shared = list(map_documents(describe, documents, jobs=2))
    assert [found[:2] for found in shared] == alone
    assert os.getpid() not in {pid for _, _, pid in shared}


@pytest.mark.usefixtures("cheap_processes")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_function_raises_is_raised(jobs: int) -> None:
    with pytest.raises(ValueError, match="3"):
        list(map_documents(fail, make([9] * 8), jobs=jobs))


@pytest.mark.usefixtures("cheap_processes")
@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_are_taken_as_they_are_needed(jobs: int) -> None:
    taken: list[str] = []

    def one_by_one() -> Iterator[Document]:
        for document in make([9] * 400):
            taken.append(document.id)
            yield document

    next(iter(map_documents(describe, one_by_one(), jobs=jobs)))
    assert len(taken) < 100


@given(st.lists(st.integers(0, 60), max_size=40), st.integers(1, 12))
def test_chunks_hold_every_document_once(lengths: list[int], count: int) -> None:
    documents = make(lengths)
    chunks = list(local._chunks(documents, count))
    assert [document for chunk in chunks for document in chunk] == documents
    assert all(chunks)
