"""Importing many files takes no more memory than importing few."""

from __future__ import annotations

import datetime as dt
import gc
import tracemalloc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from patience import CI
from pejl.record.search import IndexedItem
from pejl.record.services import Installation, import_bytes, import_session
from record import builders
from record.builders import item, member, minutes

FILE = 30_000
"""Characters in each file."""

MANY = 30 if CI else 12

pytestmark = pytest.mark.django_db(transaction=True)


class Forgetful:
    """An index that takes everything in and keeps nothing."""

    generation_name = "forgetful"

    def generation(self) -> str:
        return self.generation_name

    def documents(self) -> frozenset[str]:
        return frozenset()

    @contextmanager
    def opened(self) -> Iterator[Swallow]:
        yield Swallow()

    made_anew = opened


class Swallow:
    generation = Forgetful.generation_name

    def replace_documents(self, gone: Iterable[str], items: Iterable[IndexedItem]) -> None:
        for _ in items:
            pass


@pytest.mark.parametrize("in_one_run", [False, True])
def test_memory_does_not_grow_with_the_number_of_files(here: Installation, *, in_one_run: bool) -> None:
    place = Installation(here.home, Forgetful(), here.municipality, read=here.read, named=here.named)

    def take(numbers: range) -> int:
        with import_session(at=place) as session:
            for number in numbers:
                document = minutes(
                    item(1, text=[f"Afsnit {number}. ".ljust(FILE, "x")]),
                    date=dt.date(2000, 1, 1) + dt.timedelta(days=number),
                    members=[member("Anna Holm"), member("Bo Lund")],
                )
                data = builders.as_file(document)
                if in_one_run:
                    session.take("referat.txt", data)
                else:
                    import_bytes("referat.txt", data, at=place)
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        few = take(range(5))
        many = take(range(5, 5 + MANY))
    finally:
        tracemalloc.stop()
    # Less than half of each file; what a database's driver remembers of its queries is less, and comes to an end.
    assert many - few < MANY * FILE / 2, "each of the files left something behind"
