"""The state of promises as the database tells it is the state as the rule tells it, for any day and any acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.home.folders import Home
from pejl.minutes.document import Outcome
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.unreadable import Words
from pejl.record.promises.state import State
from record.builders import as_file, item, minutes, reader
from record.services.file_index import FileIndex

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.plugin import DjangoDbBlocker

pytestmark = pytest.mark.django_db

MADE, KEPT = dt.date(2025, 9, 10), dt.date(2026, 3, 11)
SENTENCES = [
    "En status på handleplanerne forelægges udvalget i 1. kvartal 2026.",
    "En redegørelse om klager forelægges udvalget i november 2025.",
    "Forvaltningen vender tilbage med en plan for virksomhederne.",
    "Udvalget får hvert halve år en status på sygefraværet.",
    "Ordningen evalueres efter 1. maj 2027.",
]
DOCUMENTS = [
    minutes(
        *(item(number, f"Sag {number}", text=[sentence]) for number, sentence in enumerate(SENTENCES, start=1)),
        item(9, "Trukket", text=[SENTENCES[0]], outcome=Outcome.WITHDRAWN),
        body="Beskæftigelsesudvalget",
        date=MADE,
    ),
    minutes(item(1, "Status på handleplanerne", outcome=Outcome.NOTED), body="Beskæftigelsesudvalget", date=KEPT),
]
KEEPER = "fjordby-kommune/beskaeftigelsesudvalg/2026-03-11/punkt-1"


@pytest.fixture(scope="module")
def record(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    from pejl.record.services import import_bytes, installation  # noqa: PLC0415

    folder: Path = tmp_path_factory.mktemp("record")
    with django_db_blocker.unblock(), transaction.atomic():
        refused = reader(lambda name: Unreadable(name, Words("it is no document", "det er intet")))
        here = replace(installation(), home=Home(folder), index=FileIndex(folder / "index"), read=refused)
        for number, document in enumerate(DOCUMENTS):
            import_bytes(f"referat-{number}.txt", as_file(document), "Fjordby Kommune", at=here)
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("record", "db")
@settings(max_examples=examples(60), deadline=None)
@given(
    day=st.dates(dt.date(2025, 8, 1), dt.date(2029, 1, 1)),
    acts=st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["keep", "drop", "reopen"])), max_size=4),
)
def test_the_list_and_each_promise_agree_on_any_day_whatever_people_did(
    day: dt.date, acts: list[tuple[int, str]]
) -> None:
    from pejl.record.queries.promises import Asked, promise_at, promises  # noqa: PLC0415
    from pejl.record.services.promises import (  # noqa: PLC0415
        NotPossible,
        drop_promise,
        keep_promise,
        reopen_promise,
    )

    with transaction.atomic():
        keys = [view.row.key for view in promises(Asked(as_of=day), 100, 0).rows]
        for place, verb in acts:
            try:
                if verb == "keep":
                    keep_promise(keys[place], KEEPER, who="Anna Holm")
                elif verb == "drop":
                    drop_promise(keys[place], who="Anna Holm", why="Nej.")
                else:
                    reopen_promise(keys[place], who="Anna Holm")
            except NotPossible:
                continue
        found = promises(Asked(as_of=day), 100, 0)
        assert found.total == sum(found.counts.values()) == len(keys) == 9
        for state in State:
            listed = [view.row.key for view in promises(Asked(as_of=day, states=(state,)), 100, 0).rows]
            assert listed == [view.row.key for view in found.rows if view.state == state]
            assert len(listed) == found.counts[state]
        for view in found.rows:
            alone = promise_at(view.row.key, day)
            assert alone and alone.state == view.state
        assert [view.state for view in found.rows] == sorted((view.state for view in found.rows), key=list(State).index)
        transaction.set_rollback(True)


@pytest.mark.usefixtures("record", "db")
def test_stretches_of_the_list_neither_repeat_nor_lose_a_promise() -> None:
    from pejl.record.queries.promises import Asked, promises  # noqa: PLC0415

    asked = Asked(as_of=dt.date(2026, 5, 1))
    whole = [view.row.key for view in promises(asked, 100, 0).rows]
    parts = [view.row.key for offset in range(0, 9, 2) for view in promises(asked, 2, offset).rows]
    assert parts == whole
    assert len(set(whole)) == 9
