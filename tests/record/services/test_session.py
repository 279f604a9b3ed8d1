"""Many files in one run: what is told of each holds at once, and search follows soon after."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from pejl.home.turn import turn
from pejl.minutes.document import Minutes
from pejl.minutes.sources import Unreadable
from pejl.record.models import Document, FailedArrival, Item
from pejl.record.services import Imported, Installation, Recovered, import_session, rebuild, recover
from pejl.record.services import session as session_module
from record import builders
from record.builders import agenda, closed, item, minutes
from record.services.file_index import FileIndex, Full
from record.services.tables import tables

pytestmark = pytest.mark.django_db(transaction=True)

JANUARY = dt.date(2025, 1, 1)


def made(number: int) -> bytes:
    return builders.as_file(minutes(item(1, f"Sag {number}"), date=JANUARY + dt.timedelta(days=number)))


@pytest.fixture
def batches_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "BATCH", 3)


@pytest.mark.usefixtures("batches_of_three")
def test_files_are_found_by_search_batch_by_batch_and_all_of_them_at_the_end(
    here: Installation, index: FileIndex
) -> None:
    held = []
    with import_session(at=here) as session:
        for number in range(8):
            assert session.take(f"{number}.txt", made(number)).status == "new"
            held.append(len(index.held()))
            assert Item.objects.count() == number + 1
    assert held == [0, 0, 3, 3, 3, 6, 6, 6]
    assert len(index.held()) == 8
    assert recover(at=here) == Recovered()


def test_a_file_that_came_waits_no_longer_than_so_for_search(
    here: Installation, index: FileIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "SECONDS", 0.0)
    with import_session(at=here) as session:
        session.take("0.txt", made(0))
        assert len(index.held()) == 1


def test_one_run_gives_what_one_by_one_gives(
    here: Installation, index: FileIndex, take: Callable[..., Imported]
) -> None:
    documents = [
        agenda(item(1, "Plan", outcome=None)),
        minutes(item(1, "Plan", case="25-1-P05")),
        minutes(item(1, "Rettet", case="25-1-P05")),
        minutes(item(1), date=None),
        minutes(item(1), body=None),
    ]
    for document in documents:
        take(document)
    alone, held = tables(arrival=False), index.held()
    for receipt in here.archive.receipts():
        here.archive.withdraw(receipt)
    rebuild(at=here)
    assert not index.held()
    with import_session(at=here) as session:
        for document in documents:
            session.take("referat.txt", builders.as_file(document))
    assert (tables(arrival=False), index.held()) == (alone, held)


def test_same_file_twice_in_one_run_is_one_document(here: Installation) -> None:
    with import_session(at=here) as session:
        first = session.take("a.txt", made(0))
        again = session.take("b.txt", made(0))
    assert (first.status, again.status) == ("new", "unchanged")
    assert first.document_id == again.document_id


def test_a_run_that_breaks_off_leaves_search_to_the_next_start(here: Installation, index: FileIndex) -> None:
    with pytest.raises(KeyboardInterrupt), import_session(at=here) as session:
        session.take("0.txt", made(0))
        raise KeyboardInterrupt
    assert Document.objects.count() == 1
    assert not index.held()
    assert recover(at=here) == Recovered(indexed=1)
    assert len(index.held()) == 1


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_failing_index_loses_no_file_that_was_taken_in(here: Installation, index: FileIndex, moment: str) -> None:
    with pytest.raises(Full), import_session(at=here) as session:
        for number in range(3):
            session.take(f"{number}.txt", made(number))
        index.failing = moment
    index.failing = None
    assert Document.objects.count() == 3
    recover(at=here)
    assert len(index.held()) == 3
    assert recover(at=here) == Recovered()


def test_a_refused_file_changes_nothing_and_stops_nobody(here: Installation, index: FileIndex) -> None:
    with import_session(at=here) as session:
        session.take("0.txt", made(0))
        before = tables()
        with pytest.raises(Unreadable):
            session.take("billede.png", b"\x89PNG")
        assert tables() == before
        session.take("1.txt", made(1))
    assert len(index.held()) == 2
    assert len(here.archive.received()) == 2


@pytest.mark.parametrize("fails", ["reading", "telling whose it is"])
def test_a_fault_of_ours_in_one_file_keeps_no_other_out(
    here: Installation, caplog: pytest.LogCaptureFixture, fails: str
) -> None:
    def named(document: Minutes) -> str | None:
        return [][1] if fails == "telling whose it is" and document.items[0].title == "Sag 0" else None

    def read(name: str, data: bytes) -> Minutes:
        if fails == "reading" and name == "0.txt":
            raise RecursionError
        return here.read(name, data)

    place = Installation(here.home, here.index, patience=5, read=read, named=named)
    with caplog.at_level(logging.ERROR), import_session(at=place) as session:
        with pytest.raises(Unreadable, match="which is a fault in Pejl"):
            session.take("0.txt", made(0))
        session.take("1.txt", made(1))
    assert [row.title for row in Item.objects.all()] == ["Sag 1"]
    assert len(here.archive.received()) == 1
    assert caplog.records[0].exc_info
    assert "fejl i Pejl" in FailedArrival.objects.get().danish


def test_what_a_later_version_closes_is_out_of_search_at_once(here: Installation, index: FileIndex) -> None:
    open_at_first = minutes(item(1), item(2, "Personsag", text=["Fortrolig tekst."]))
    with import_session(at=here) as session:
        session.take("referat.txt", builders.as_file(open_at_first))
        session.write_index()
        assert "Fortrolig tekst." in repr(index.held())
        session.take("rettet.txt", builders.as_file(minutes(item(1), closed(2))))
        assert "Fortrolig" not in repr(index.held())
        assert "Fortrolig" not in repr(tables())


def test_a_body_without_a_name_closes_nothing_of_others(here: Installation) -> None:
    with import_session(at=here) as session:
        session.take("a.txt", builders.as_file(minutes(item(1), body=None)))
        session.write_index()
        assert session.take("b.txt", builders.as_file(minutes(closed(1), body=None))).status == "new"


def test_another_writer_gets_its_turn_between_two_files(here: Installation) -> None:
    with import_session(at=here) as session:
        for number in range(3):
            session.take(f"{number}.txt", made(number))
            with turn(here.home.lock, patience=0):
                pass


def test_a_refused_file_is_remembered_without_what_it_held(here: Installation) -> None:
    with import_session(at=here) as session, pytest.raises(Unreadable):
        session.take("mappe/billede.png", b"\x89PNG", "Fjordby  Kommune")
    note = FailedArrival.objects.get()
    assert (note.name, note.municipality) == ("billede.png", "Fjordby Kommune")
    assert (note.reason, note.danish) == ("it is not minutes", "den er ikke et referat")
    rebuild(at=here)
    assert FailedArrival.objects.get() == note


def test_the_same_refused_file_again_is_one_note(here: Installation) -> None:
    for name in ("billede.png", "samme billede.png"):
        with import_session(at=here) as session, pytest.raises(Unreadable):
            session.take(name, b"\x89PNG")
    assert FailedArrival.objects.get().name == "samme billede.png"


def test_a_file_that_cannot_be_opened_is_remembered_by_its_name(here: Installation, tmp_path: Path) -> None:
    (tmp_path / "rundt.txt").symlink_to("rundt.txt")
    for _ in range(2):
        with import_session(at=here) as session, pytest.raises(Unreadable):
            session.take_file(tmp_path / "rundt.txt")
    note = FailedArrival.objects.get()
    assert (note.name, note.sha256) == ("rundt.txt", "")
    assert note.danish == "den er et link, der fører tilbage til sig selv"


def test_a_name_that_no_file_has_is_refused_and_not_told_to_everyone(here: Installation, tmp_path: Path) -> None:
    with import_session(at=here) as session, pytest.raises(Unreadable, match="there is no such file"):
        session.take_file(tmp_path / "borte.txt")
    assert not FailedArrival.objects.exists()


def refused(session: session_module.ImportSession, name: str, data: bytes = b"broken") -> None:
    with pytest.raises(Unreadable):
        session.take(name, data)


def test_a_file_of_the_same_name_that_comes_later_and_can_be_read_ends_the_matter(here: Installation) -> None:
    with import_session(at=here) as session:
        refused(session, "marts.txt")
        refused(session, "april.txt", b"broken too")
    with import_session(at=here) as session:
        session.take("marts.txt", made(1))
    assert [row.name for row in FailedArrival.objects.all()] == ["april.txt"]


def test_within_one_run_a_file_of_the_same_name_is_another_file(here: Installation) -> None:
    with import_session(at=here) as session:
        refused(session, "økonomi/referat.txt")
        session.take("byråd/referat.txt", made(1))
    assert FailedArrival.objects.count() == 1


def test_the_same_content_that_can_be_read_at_last_ends_the_matter(here: Installation) -> None:
    def read_nothing(name: str, data: bytes) -> Minutes:
        return here.read(name, b"")

    with import_session(at=Installation(here.home, here.index, read=read_nothing)) as session:
        refused(session, "marts.txt", made(1))
    with import_session(at=here) as session:
        session.take("et andet navn.txt", made(1))
    assert not FailedArrival.objects.exists()


def test_a_number_that_passes_for_a_persons_is_hidden_in_a_remembered_name(here: Installation) -> None:
    with import_session(at=here) as session:
        refused(session, "sag_010170-1234_referat.pdf")
        refused(session, "sag_0101701234.pdf", b"another")
        refused(session, "2025-03-12 referat.pdf", b"a third")
    assert [row.name for row in FailedArrival.objects.order_by("pk")] == [
        "sag_[CPR-nummer skjult]_referat.pdf",
        "sag_[CPR-nummer skjult].pdf",
        "2025-03-12 referat.pdf",
    ]


def test_a_masked_name_is_no_ground_to_forget_another_file(here: Installation) -> None:
    with import_session(at=here) as session:
        refused(session, "010170-1234.txt")
    with import_session(at=here) as session:
        session.take("020270-1234.txt", made(1))
    assert FailedArrival.objects.count() == 1
