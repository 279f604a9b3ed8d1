"""From a file as a municipality publishes it to the pages and the search, with the product's own reader and index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pejl.home.folders import Home
from pejl.minutes.sources import Unreadable
from pejl.record.models import Ballot, Item, Meeting, Municipality
from pejl.record.search import Query, SearchIndex
from pejl.record.services import import_bytes, import_file, rebuild, recover

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = """REFERAT Beskæftigelsesudvalget 2022-2025 d. 12-03-2025
Mødedato Onsdag d. 12. marts 2025 kl. 16:30
Mødedeltagere Anna Holm (A), Bo Lund (V), Eva Krog (F)

Punkt 1: Indsats for sygedagpengemodtagere
25-7-15.00.30-P05

Indstilling
Jobcentret indstiller,
1. at udvalget godkender indsatsen.

Beslutning
Anna Holm og Eva Krog stemte for. Bo Lund stemte imod.
Tiltrådt.

Gennemgang
Fjordby Kommune tilbyder tidlige samtaler. Fjordby Kommune følger op, og Fjordby Kommune måler virkningen.

Punkt 2: Lukket: Personsag
"""


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Home:
    settings.HOME = Home(tmp_path / "home")
    return Home(tmp_path / "home")


def test_published_file_is_read_shown_and_found(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(TEXT, "utf-8")
    assert import_file(path).items == 2
    assert Municipality.objects.get().name == "Fjordby Kommune"
    assert Meeting.objects.get().slug == "2025-03-12"
    first, second = Item.objects.all()
    assert (first.title, first.outcome, second.closed) == ("Indsats for sygedagpengemodtagere", "adopted", True)
    assert sorted(Ballot.objects.values_list("person__name", "option")) == [
        ("Anna Holm", "for"),
        ("Bo Lund", "against"),
        ("Eva Krog", "for"),
    ]
    [hit] = SearchIndex.open(home.index).search(Query("samtaler")).hits
    assert hit.key == "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-1"
    assert hit.anchor is not None
    assert TEXT.splitlines()[int(hit.anchor.removeprefix("linje-")) - 1].startswith("Fjordby Kommune tilbyder")


def test_search_stands_through_a_rebuild_and_a_lost_index(home: Home) -> None:
    recover()
    index = SearchIndex.open(home.index)
    import_bytes("referat.txt", TEXT.encode())
    assert index.search(Query("virkning")).total == 1
    rebuild()
    assert index.search(Query("virkning")).total == 1
    (home.index / "current.json").unlink()
    recover()
    assert index.search(Query("virkning")).total == 1


@pytest.mark.parametrize("data", [b"", b"   \n", b"\x00\x01\x02" * 100, b"%PDF-1.7 cut off", b"PK\x03\x04 cut off"])
def test_bad_file_leaves_no_trace(home: Home, data: bytes) -> None:
    with pytest.raises(Unreadable):
        import_bytes("referat.pdf", data)
    assert not home.root.exists()
