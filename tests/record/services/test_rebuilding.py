"""Deriving everything again gives the same record, and never less than before."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

import pytest

from patience import seeds
from pejl.minutes.document import Minutes
from pejl.record.models import Document, Item
from pejl.record.services import Imported, Installation, import_bytes, rebuild, recover
from pejl.record.services import rebuilding as rebuilding_module
from pejl.record.services.deliveries import Delivery, Filed, file_delivery
from record import builders
from record.builders import agenda, closed, item, member, minutes, stop, vote
from record.services.file_index import FileIndex, Full
from record.services.tables import tables

Take = Callable[..., Imported]
pytestmark = pytest.mark.django_db(transaction=True)

DOCUMENTS = [
    agenda(item(1, "Plan", outcome=None)),
    minutes(item(1, "Plan", case="25-1-P05", route=[stop("Byrådet")]), members=[member("Anna Holm", "A")]),
    minutes(item(1, "Rettet plan"), closed(2), members=[member("Anna Holm", "A"), member("Bo Lund")]),
    minutes(item(1, votes=[vote(for_=["Åse Dam"], against=["Aase Dam"])]), date=dt.date(2025, 6, 4)),
    minutes(item(1, "A"), time="17:00", date=dt.date(2025, 7, 2)),
    minutes(item(1, "B"), time="19:00", date=dt.date(2025, 7, 2)),
    minutes(item(1, "C"), date=None),
    minutes(item(1, "D"), body=None),
]


@pytest.fixture
def filled(take: Take) -> None:
    for document in DOCUMENTS:
        take(document)


@pytest.mark.usefixtures("filled")
def test_rebuilt_record_equals_the_one_before(here: Installation, index: FileIndex) -> None:
    before, held, old = tables(), index.held(), index.generation()
    rebuilt = rebuild(at=here)
    assert (rebuilt.documents, rebuilt.kept, rebuilt.faults) == (8, 0, ())
    assert tables() == before
    assert index.held() == held
    assert index.generation() != old
    assert recover(at=here).indexed == 0
    assert not here.home.spool.exists()


@pytest.mark.usefixtures("filled")
def test_progress_counts_every_file_once(here: Installation) -> None:
    told: list[tuple[int, int]] = []
    rebuild(lambda done, total: told.append((done, total)), at=here)
    assert told[-1] == (8, 8)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


@pytest.mark.usefixtures("filled")
def test_changed_rows_are_put_right(here: Installation) -> None:
    before = tables()
    Item.objects.filter(slug="punkt-1").update(title="Forkert")
    Document.objects.filter(current=False).delete()
    rebuild(at=here)
    assert tables() == before


@pytest.mark.usefixtures("filled")
def test_damaged_file_keeps_what_was_read_from_it_before(here: Installation, index: FileIndex) -> None:
    before, held = tables(), index.held()
    path = here.archive.path(here.archive.receipts()[3])
    path.chmod(0o640)
    path.write_bytes(b"damaged")
    rebuilt = rebuild(at=here)
    assert (rebuilt.documents, rebuilt.kept) == (8, 1)
    assert "does not fit its hash" in rebuilt.faults[0]
    assert (tables(), index.held()) == (before, held)


@pytest.mark.usefixtures("filled")
def test_better_reader_reaches_the_pages(here: Installation, index: FileIndex) -> None:
    def read_better(name: str, data: bytes) -> Minutes:
        found = here.read(name, data)
        better = [part.model_copy(update={"title": f"{part.title} læst bedre"}) for part in found.items]
        return found.model_copy(update={"items": better})

    rebuild(at=Installation(here.home, index, here.municipality, read=read_better, named=here.named))
    assert all(row.title.endswith("læst bedre") for row in Item.objects.all())
    assert all(str(held["title"]).endswith("læst bedre") for held in index.held().values())


class CutOff(BaseException):
    """The process ends here."""


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("files", [0, 3, 7])
def test_interruption_while_filing_leaves_the_old_record(
    here: Installation, index: FileIndex, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    before, held = tables(), index.held()
    done = 0

    def file_until_cut(delivery: Delivery, at: Installation) -> Filed:
        nonlocal done
        if done == files:
            raise CutOff
        done += 1
        return file_delivery(delivery, at)

    monkeypatch.setattr(rebuilding_module, "file_delivery", file_until_cut)
    with pytest.raises(CutOff):
        rebuild(at=here)
    monkeypatch.undo()
    assert (tables(), index.held()) == (before, held)
    rebuild(at=here)
    assert (tables(), index.held()) == (before, held)


@pytest.mark.usefixtures("filled")
def test_interruption_while_indexing_is_made_good_by_the_next_start(here: Installation, index: FileIndex) -> None:
    before, held = tables(), index.held()
    index.failing = "before"
    with pytest.raises(Full):
        rebuild(at=here)
    index.failing = None
    recover(at=here)
    assert (tables(), index.held()) == (before, held)


def test_empty_archive_gives_an_empty_record(here: Installation, index: FileIndex, take: Take) -> None:
    assert rebuild(at=here).documents == 0
    take(minutes(item(1)))
    here.archive.withdraw(here.archive.receipts()[0])
    rebuild(at=here)
    assert not any(tables().values())
    assert index.held() == {}


@pytest.mark.parametrize("seed", seeds(4))
def test_any_history_is_rebuilt_to_the_same_record(here: Installation, index: FileIndex, seed: int) -> None:
    """Versions, agendas, meetings that part and join, spellings, and files that only a later start took in."""
    chance = random.Random(seed)
    for _ in range(25):
        made = chance.choice([minutes, agenda])(
            item(1, f"Sag {chance.randrange(4)}", case=f"25-{chance.randrange(3)}", year=chance.choice([2024, 2025])),
            item(2, votes=[vote(for_=[chance.choice(["Åse Dam", "Aase Dam", "AASE DAM"])])]),
            body=chance.choice(["Økonomiudvalget", "ØKONOMIUDVALG", "Økonomi-udvalget"]),
            date=chance.choice([dt.date(2025, 1, 1), dt.date(2025, 1, 2), None]),
        ).model_copy(update={"time": chance.choice([None, "9:00", "12:00", "15:00"])})
        data = builders.as_file(made)
        if chance.random() < 0.3:
            here.archive.receive("referat.txt", data, "text/plain")
        else:
            import_bytes("referat.txt", data, at=here)
        if chance.random() < 0.3:
            recover(at=here)
    recover(at=here)
    before, held = tables(), index.held()
    rebuild(at=here)
    assert tables() == before
    assert index.held() == held
