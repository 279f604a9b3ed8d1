"""What a start puts in order, whatever was left lying."""

from __future__ import annotations

import datetime as dt
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pejl.home.turn import turn
from pejl.record.archive import Archive
from pejl.record.models import Document, FailedArrival, Item, Municipality
from pejl.record.services import Imported, Installation, Recovered, import_bytes, rebuild, recover
from pejl.record.services.search_folder import SearchFolder
from record import builders
from record.builders import item, minutes
from record.services.file_index import FileIndex
from record.services.tables import tables

Take = Callable[..., Imported]
pytestmark = pytest.mark.django_db(transaction=True)

JUNE = minutes(item(1, "Juni"), date=dt.date(2025, 6, 4))
JULY = minutes(item(1, "Juli"), date=dt.date(2025, 7, 2))


def archived_only(here: Installation, document: builders.Minutes, name: str = "referat.txt") -> None:
    """A file that was received just before the process was killed."""
    here.archive.receive(name, builders.as_file(document), "text/plain")


def test_nothing_to_do_is_seen_at_a_glance(here: Installation, take: Take) -> None:
    assert recover(at=here) == Recovered(indexed=0)
    take(JUNE)
    with turn(here.home.lock):
        assert recover(at=here) == Recovered()


def test_received_file_without_a_document_is_taken_in(here: Installation, index: FileIndex, take: Take) -> None:
    take(JUNE)
    archived_only(here, JULY)
    assert recover(at=here) == Recovered(imported=1, indexed=1)
    assert [row.title for row in Item.objects.order_by("title")] == ["Juli", "Juni"]
    assert len(index.held()) == 2
    assert recover(at=here) == Recovered()


def test_recovered_file_takes_its_place_in_the_order_of_arrival(here: Installation, take: Take) -> None:
    archived_only(here, minutes(item(1, "Første udgave")))
    take(minutes(item(1, "Anden udgave")))
    recover(at=here)
    assert Item.objects.get().title == "Anden udgave"
    assert list(Document.objects.order_by("order").values_list("version", "current")) == [(1, False), (2, True)]


def test_lost_database_is_derived_from_the_archive(here: Installation, index: FileIndex, take: Take) -> None:
    take(JUNE)
    take(JULY)
    before, held = tables(), index.held()
    Municipality.objects.all().delete()
    assert recover(at=here).imported == 2
    assert (tables(), index.held()) == (before, held)


def test_lost_index_is_made_again(here: Installation, index: FileIndex, take: Take) -> None:
    take(JUNE)
    held = index.held()
    index.path.unlink()
    assert recover(at=here) == Recovered(indexed=1)
    assert index.held() == held


def test_index_put_back_from_a_backup_is_brought_up_to_date(here: Installation, index: FileIndex, take: Take) -> None:
    take(JUNE)
    backup = index.path.read_bytes()
    take(JULY)
    held = index.held()
    index.path.write_bytes(backup)
    assert recover(at=here) == Recovered(indexed=1)
    assert index.held() == held


def test_index_that_holds_what_is_gone_is_cleared_of_it(here: Installation, index: FileIndex, take: Take) -> None:
    take(JUNE)
    held = index.held()
    take(JULY)
    document = Document.objects.get(sha256=here.archive.receipts()[1].sha256)
    here.archive.withdraw(here.archive.receipts()[1])
    document.meeting.delete()
    recover(at=here)
    assert index.held() == held
    assert recover(at=here) == Recovered()


@pytest.mark.parametrize("damage", ["pointer", "files", "all"])
def test_damaged_search_index_is_made_anew(here: Installation, tmp_path: Path, damage: str) -> None:
    search = SearchFolder(tmp_path / "search")
    place = Installation(here.home, search, here.municipality, read=here.read, named=here.named)
    import_bytes("referat.txt", builders.as_file(JUNE), at=place)
    held = search.documents()
    for path in search.folder.rglob("*"):
        if path.is_file() and (damage == "all" or (path.name == "current.json") == (damage == "pointer")):
            path.write_bytes(b"damaged")
    start = Installation(here.home, SearchFolder(search.folder), here.municipality, read=here.read, named=here.named)
    recover(at=start)
    assert SearchFolder(search.folder).documents() == held
    assert recover(at=start) == Recovered()


def test_left_over_parts_are_cleared_away(here: Installation, take: Take) -> None:
    take(JUNE)
    [receipt] = here.archive.receipts()
    folder = here.archive.path(receipt).parent
    parts = [
        folder / f".{'a' * 64}.txt.00000000.part",
        here.archive.root / ".order.00000000.part",
        here.home.spool,
    ]
    for part in parts:
        part.write_bytes(b"half")
    recover(at=here)
    assert not any(part.exists() for part in parts)
    assert here.archive.verify() == []


def test_damaged_archive_file_is_told_of_and_stops_nobody(here: Installation, caplog: pytest.LogCaptureFixture) -> None:
    archived_only(here, JUNE, "juni.txt")
    archived_only(here, JULY, "juli.txt")
    here.archive.receive("tal.txt", b"not minutes", "text/plain")
    damaged = here.archive.path(here.archive.receipts()[0])
    damaged.chmod(0o640)
    damaged.write_bytes(b"noget andet")
    with caplog.at_level(logging.ERROR):
        recovered = recover(at=here)
    assert recovered.imported == 1
    assert len(recovered.faults) == 2
    assert "juni.txt" in recovered.faults[0]
    assert "tal.txt" in recovered.faults[1]
    assert len(caplog.records) == 2
    assert Item.objects.get().title == "Juli"
    assert sorted(FailedArrival.objects.values_list("name", flat=True)) == ["juni.txt", "tal.txt"]
    damaged.write_bytes(builders.as_file(JUNE))
    assert recover(at=here).imported == 1
    assert list(FailedArrival.objects.values_list("name", flat=True)) == ["tal.txt"]


def test_fault_of_ours_in_reading_one_file_does_not_keep_a_start_from_the_others(
    here: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    def read(name: str, data: bytes) -> builders.Minutes:
        if name == "juni.txt":
            raise RecursionError
        return here.read(name, data)

    archived_only(here, JUNE, "juni.txt")
    archived_only(here, JULY, "juli.txt")
    with caplog.at_level(logging.ERROR):
        recovered = recover(at=Installation(here.home, here.index, patience=5, read=read, named=here.named))
    assert recovered.imported == 1
    assert "which is a fault in Pejl" in recovered.faults[0]
    assert "fejl i Pejl" in FailedArrival.objects.get().danish
    assert Item.objects.get().title == "Juli"


def test_start_leaves_a_writing_process_alone(here: Installation) -> None:
    archived_only(here, JUNE)
    place = Installation(here.home, here.index, patience=0.1, read=here.read, named=here.named)
    with turn(here.home.lock):
        assert recover(at=place) == Recovered(busy=True)
    assert Document.objects.count() == 0
    assert recover(at=place).imported == 1


def test_archives_that_were_put_together_are_one_record(here: Installation, tmp_path: Path, take: Take) -> None:
    """The other one's files count from 1 too."""
    take(JUNE)
    other = Archive(tmp_path / "other")
    for document in (JULY, minutes(item(1, "Juni, rettet"), date=dt.date(2025, 6, 4))):
        other.receive("referat.txt", builders.as_file(document), "text/plain")
    shutil.copytree(other.root, here.archive.root, dirs_exist_ok=True)
    assert recover(at=here).imported == 2
    assert Document.objects.get(version=2).order == 2
    assert take(minutes(item(1, "August"), date=dt.date(2025, 8, 6))).status == "new"
    assert max(Document.objects.values_list("order", flat=True)) == 3
    before = tables()
    rebuild(at=here)
    assert tables() == before
