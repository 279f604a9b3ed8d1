"""The real minutes of 03.12.2025 keep two of the promises that those of 08.09.2025 made, whichever came first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from minutes.shared_minutes import REAL, needs_real, real_days
from pejl.home.folders import Home
from record.services.file_index import FileIndex

if TYPE_CHECKING:
    from pejl.record.queries.promise_view import PromiseView

pytestmark = [needs_real, pytest.mark.django_db]

SEPTEMBER, DECEMBER = dt.date(2025, 9, 8), dt.date(2025, 12, 3)
KEPT = [("account", 3, 2), ("decision", 3, 3)]


@pytest.fixture(params=list(permutations(range(3))), ids=lambda order: "".join(map(str, order)))
def imported(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """The real sets of minutes in the record, in one of the orders in which they may come."""
    from pejl.record.services import import_file, installation  # noqa: PLC0415

    here = replace(installation(), home=Home(tmp_path), index=FileIndex(tmp_path / "index"))
    days = real_days()
    for place in request.param:
        import_file(REAL / f"{days[place]}.txt", at=here)


def kept(views: list[PromiseView]) -> list[tuple[str, int | None, int | None]]:
    """Kind, item of the promise, and item that keeps it."""
    found = [(view.row, view.keeping.item) for view in views if view.keeping and view.keeping.item]
    return sorted((row.kind, row.item.number, keeper.number) for row, keeper in found)


@pytest.mark.usefixtures("imported")
def test_two_promises_of_september_are_kept_in_december_and_no_others() -> None:
    from pejl.record.promises.state import State  # noqa: PLC0415
    from pejl.record.queries.promises import Asked, promises  # noqa: PLC0415

    found = promises(Asked(as_of=dt.date(2026, 1, 15)), 100, 0)
    keepings = [view.keeping for view in found.rows if view.state == State.KEPT]
    assert kept(found.rows) == KEPT
    assert {keeping.date for keeping in keepings if keeping} == {DECEMBER}
    assert not any(keeping.confirmed for keeping in keepings if keeping)
    assert {view.row.made_on for view in found.rows if view.state == State.KEPT} == {SEPTEMBER}
    before = promises(Asked(as_of=dt.date(2025, 12, 2)), 100, 0)
    assert before.counts[State.KEPT] == 0
    void = [view.row.item.number for view in found.rows if view.state == State.VOID]
    assert void == [1, 1, 1]


@pytest.mark.usefixtures("imported")
def test_a_person_confirms_both() -> None:
    from pejl.record.queries.promise_view import item_address  # noqa: PLC0415
    from pejl.record.queries.promises import Asked, promises  # noqa: PLC0415
    from pejl.record.services.promises import keep_promise  # noqa: PLC0415

    day = dt.date(2026, 1, 15)
    for view in promises(Asked(as_of=day), 100, 0).rows:
        if view.keeping and view.keeping.item:
            keep_promise(view.row.key, item_address(view.keeping.item), who="Anna Holm")
    confirmed = [view for view in promises(Asked(as_of=day), 100, 0).rows if view.keeping and view.keeping.confirmed]
    assert kept(confirmed) == KEPT
