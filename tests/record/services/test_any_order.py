"""Whatever the order in which files come: the same rows, the same graph, the same search, the same flags.

Which of two versions is the later follows from arrival, so no meeting has two of one kind here; nor have the times at
which things were published, which are left out.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.home.folders import Home
from pejl.minutes.document import Minutes
from pejl.record.models import Document, Item, Municipality
from pejl.record.queries.checking import checked, in_turn, shown_documents
from pejl.record.queries.coverage import coverage_in_full
from pejl.record.queries.pointers import resolve
from pejl.record.search import Query, SearchIndex
from pejl.record.services import Installation, import_session
from pejl.record.services import session as session_module
from pejl.record.services.search_folder import SearchFolder
from record import builders
from record.builders import agenda, closed, item, member, minutes, reference, stop, vote
from record.services.tables import tables

pytestmark = pytest.mark.django_db(transaction=True)

ECONOMY, COUNCIL = "Økonomiudvalget", "Byrådet"
FIRST, SECOND, THIRD = dt.date(2025, 3, 12), dt.date(2025, 4, 2), dt.date(2025, 5, 7)
CASE = {"case": "25-12-15.00.00-P20", "subject": "15.00.00", "year": 2025}

FILES: list[Minutes] = [
    agenda(item(1, "Ungeindsats", outcome=None, **CASE), item(2, "Personsag"), date=FIRST),
    minutes(
        item(1, "Ungeindsats", route=[stop(ECONOMY, SECOND), stop(COUNCIL, THIRD)], **CASE),
        closed(2),
        item(3, "Kontanthjælp", text=["25 af 100 unge, svarende til 45 pct., er i job."]),
        date=FIRST,
        members=[member("Anna Holm", "A"), member("Åse Dam")],
    ),
    minutes(
        item(
            4,
            "Ungeindsatsen i byen",
            references=[reference("Beskæftigelsesudvalgets", FIRST, 1), reference(None, dt.date(2025, 1, 8), 3)],
            related=[reference("Beskæftigelsesudvalget", FIRST, 2)],
            case="25-12 - 15.00.00-p20",
        ),
        item(6, "Kontanthjælpsmodtagere", votes=[vote(for_=["Aase Dam"], against=["Anna Holm"])]),
        body=ECONOMY,
        date=SECOND,
    ),
    minutes(
        item(1, "Ungeindsats", case="25-12-15.00.00-P20", related=[reference(ECONOMY, SECOND, 9)]),
        body="BYRÅD",
        date=THIRD,
    ),
    agenda(item(1, "Modtagere af hjælp", outcome=None), body=COUNCIL, date=dt.date(2025, 6, 4)),
    minutes(item(1, "Hjælp"), date=SECOND, time="17:00"),
    minutes(item(1, "Ungekontanthjælp"), date=SECOND, time="19:00"),
    minutes(item(1, "Uden dag"), date=None),
    minutes(item(1, "Uden udvalg"), body=None),
]
WORDS = ("hjælp", "unge", "modtagere", "kontanthjælp", "personsag", "25-12", "")


def told_of(place: Path, files: list[Minutes]) -> dict[str, Any]:
    """Everything that a reader can be told, after the files came in this order."""
    Municipality.objects.all().delete()
    here = Installation(
        Home(place / "home"),
        SearchFolder(place / "index"),
        "Fjordby Kommune",
        read=builders.reader(lambda name: ValueError(name)),
        named=lambda _: None,
    )
    with import_session(at=here) as session:
        for file in files:
            session.take("referat.txt", builders.as_file(file))
    return {
        "rows": tables(arrival=False),
        "graph": sorted(_graph(), key=repr),
        "search": {words: _found(here, words) for words in WORDS},
        "flags": sorted((each.address, repr(each.flags)) for each in checked(in_turn(shown_documents()))),
        "missing": [
            (each.slug, each.known, each.imported, each.numbers.count, _days(each.missing), _days(each.coming))
            for each in coverage_in_full(dt.date(2025, 4, 15))
        ],
    }


def _graph() -> list[tuple[Any, ...]]:
    rows = Item.objects.select_related("meeting__body__municipality").prefetch_related("pointers")
    return [
        (
            str(row),
            resolved.pointer.position,
            str(resolved.meeting),
            resolved.resolution,
            resolved.item and resolved.item.slug,
        )
        for row in rows
        for resolved in resolve(row, row.pointers.all())
    ]


def _found(here: Installation, words: str) -> list[tuple[Any, ...]]:
    result = SearchIndex.open(here.home.root.parent / "index").search(Query(words, per_page=100))
    return [(hit.key, hit.title, hit.body, hit.anchor, repr(hit.snippet)) for hit in result.hits]


def _days(meetings: Any) -> list[tuple[Any, ...]]:
    return [
        (each.date, each.named, [(str(place.item), place.kind, place.line) for place in each.places])
        for each in meetings
    ]


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, Any]:
    return told_of(tmp_path / "expected", FILES)


@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(FILES))), batch=st.integers(1, 5))
def test_any_order_and_any_batches_tell_the_same(
    expected: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    order: list[int],
    batch: int,
) -> None:
    monkeypatch.setattr(session_module, "BATCH", batch)
    monkeypatch.setattr(session_module, "PAUSE", 0.0)
    told = told_of(tmp_path_factory.mktemp("other"), [FILES[number] for number in order])
    for what, said in expected.items():
        assert told[what] == said, what


def test_the_files_hold_what_they_are_to_try(expected: dict[str, Any]) -> None:
    """Otherwise the same would be told of nothing."""
    assert any(item_ for *_, item_ in expected["graph"])
    assert any("45 pct." in flags for _, flags in expected["flags"])
    assert expected["search"]["hjælp"]
    assert not expected["search"]["personsag"]
    assert {slug for slug, *_, missing, _ in expected["missing"] if missing} == {"oekonomiudvalg"}
    assert Document.objects.filter(current=True).count() == len(FILES)
