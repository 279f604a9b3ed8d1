"""What Fjordby's minutes promise, and what keeps it, as the record tells it on a day: read off by eye."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from pejl.home.folders import Home
from pejl.record import fjordby
from record.services.file_index import FileIndex

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

    from pejl.record.queries.promise_view import PromiseView

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 21)
BECAME: dict[tuple[str, int, str, str], tuple[str, int] | str] = {
    ("2024-09-11", 1, "status", "06.11.2024"): ("2024-11-06", 2),
    ("2024-09-11", 2, "information", "primo 2025"): ("2025-02-12", 1),
    ("2024-09-11", 2, "status", "i 3. kvartal 2025"): ("2025-09-10", 3),
    ("2024-09-11", 4, "account", "i 2. halvår 2025"): ("2025-09-10", 5),
    ("2024-09-11", 5, "proposal", "på det første møde i 2025"): ("2025-02-12", 5),
    ("2024-11-06", 1, "evaluation", "i 1. kvartal 2026"): ("2026-03-11", 3),
    ("2024-11-06", 1, "evaluation", "ultimo 2026"): "coming",
    ("2024-11-06", 3, "status", "i efteråret 2025"): ("2025-11-26", 5),
    ("2024-11-06", 4, "report", "i 2. kvartal 2025"): ("2025-06-11", 3),
    ("2024-11-28", 2, "other", "i foråret 2025"): "overdue",
    ("2024-11-28", 3, "evaluation", "i 1. kvartal 2026"): ("2026-03-11", 3),
    ("2024-11-28", 3, "evaluation", "ultimo 2026"): "coming",
    ("2025-02-12", 1, "status", "i 3. kvartal 2025"): ("2025-09-10", 3),
    ("2025-02-12", 3, "status", "i 1. kvartal 2026"): ("2026-03-11", 4),
    ("2025-06-11", 2, "decision", "til mødet 10.09.2025"): ("2025-09-10", 1),
    ("2025-06-11", 3, "decision", "i 4. kvartal 2025"): ("2025-11-26", 4),
    ("2025-06-11", 4, "account", "i 2. kvartal 2026"): ("2026-06-03", 4),
    ("2025-06-11", 6, "proposal", "10.09.2025"): ("2025-09-10", 2),
    ("2025-09-10", 1, "status", "i 1. kvartal 2026"): ("2026-03-11", 5),
    ("2025-09-10", 2, "proposal", "26.11.2025"): ("2025-11-26", 3),
    ("2025-09-10", 3, "status", "i 1. kvartal 2026"): ("2026-03-11", 6),
    ("2025-09-10", 4, "proposal", "26.11.2025"): "overdue",
    ("2025-09-10", 5, "account", "i 2. halvår 2026"): ("2026-09-09", 3),
    ("2025-11-26", 3, "proposal", "i 1. kvartal 2026"): ("2026-03-11", 2),
    ("2025-11-26", 3, "account", "i 4. kvartal 2026"): ("2026-11-04", 5),
    ("2025-11-26", 5, "decision", "i første halvår af 2026"): ("2026-06-03", 6),
    ("2025-12-08", 3, "decision", "når STAR har svaret"): ("2026-06-15", 3),
    ("2025-12-18", 3, "account", "i 4. kvartal 2026"): ("2026-11-04", 5),
    ("2025-12-18", 5, "decision", "når der foreligger svar fra staten"): ("2026-06-25", 4),
    ("2026-01-21", 4, "decision", "i 2. halvår 2026"): "due",
    ("2026-03-11", 2, "status", "09.09.2026"): ("2026-09-09", 2),
    ("2026-03-11", 3, "evaluation", "ultimo 2026"): "coming",
    ("2026-03-11", 5, "report", "i 3. kvartal 2026"): ("2026-09-09", 1),
    ("2026-03-11", 6, "status", "03.06.2026"): ("2026-06-03", 5),
    ("2026-06-03", 1, "status", "når projektets første fase er gennemført"): ("2026-11-04", 2),
    ("2026-06-03", 1, "status", "i november 2026"): ("2026-11-04", 2),
    ("2026-06-03", 3, "account", "04.11.2026"): ("2026-11-04", 4),
    ("2026-06-25", 3, "account", "i 4. kvartal 2027"): "coming",
    ("2026-06-25", 4, "status", "i november 2026"): ("2026-11-04", 2),
    ("2026-06-25", 4, "account", "Når projektet slutter i 2028"): "coming",
    ("2026-09-09", 4, "decision", "til mødet 02.12.2026"): "coming",
    ("2026-11-04", 2, "status", "medio 2027"): "coming",
}  # fmt: skip


@pytest.fixture(scope="module")
def views(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[PromiseView]]:
    """All promises of the record of Fjordby on the day."""
    from pejl.record.queries.promises import Asked, promises  # noqa: PLC0415
    from pejl.record.services import import_file, installation  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("fjordby")
    with django_db_blocker.unblock(), transaction.atomic():
        here = replace(installation(), home=Home(folder), index=FileIndex(folder / "index"))
        for path in sorted(fjordby.FOLDER.iterdir()):
            if path.suffix in {".txt", ".md", ".html"}:
                import_file(path, fjordby.MUNICIPALITY, at=here)
        yield promises(Asked(as_of=TODAY), 200, 0).rows
        transaction.set_rollback(True)


def made(view: PromiseView) -> tuple[str, int, str, str]:
    """The day and item in which a promise was made, its kind, and its time in words."""
    row = view.row
    return str(row.made_on), row.item.number or 0, row.kind, row.words


def test_exactly_the_promises_that_a_reader_finds_are_there(views: list[PromiseView]) -> None:
    assert Counter(map(made, views)) == Counter(BECAME.keys())


def test_each_is_kept_by_the_item_that_a_reader_would_name_and_by_no_other(views: list[PromiseView]) -> None:
    told = {
        made(view): (str(view.keeping.date), view.keeping.item.number)
        if view.keeping and view.keeping.item
        else view.state.value
        for view in views
    }
    assert told == BECAME


def test_what_was_put_on_the_agenda_and_withdrawn_is_suggested_with_that_reason(views: list[PromiseView]) -> None:
    (overdue,) = (view for view in views if made(view)[:2] == ("2025-09-10", 4))
    best = overdue.suggestions[0]
    assert best.item and best.item.outcome == "withdrawn"
    assert best.reasons[-1] == "Men punktet blev trukket eller udsat"


def test_a_body_that_the_record_does_not_hold_is_said_to_be_unknown(views: list[PromiseView]) -> None:
    (council,) = (view for view in views if made(view)[:2] == ("2024-11-28", 2))
    assert (council.row.to_name, council.meetings_known) == ("Teknik- og Klimaudvalget", False)
    (put_off,) = (view for view in views if made(view)[:2] == ("2025-09-10", 4))
    assert (put_off.state, put_off.meetings_known) == ("overdue", True)
