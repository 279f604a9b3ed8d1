"""What a person sees happen when files are taken into the record."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from pejl.minutes.document import Minutes, SourceLine, Status
from pejl.minutes.sources import Unreadable
from pejl.record.models import (
    Absence,
    Attendance,
    Ballot,
    Body,
    Case,
    Document,
    Item,
    Meeting,
    Municipality,
    Person,
    Pointer,
)
from pejl.record.services import Imported, Installation, import_bytes, import_file, recover
from record import builders
from record.builders import BODY, DAY, agenda, closed, item, member, minutes, reference, stop, vote
from record.services.file_index import FileIndex, Full
from record.services.tables import tables

Take = Callable[..., Imported]
pytestmark = pytest.mark.django_db(transaction=True)


def nothing_anywhere(here: Installation, index: FileIndex) -> bool:
    files = [path for path in here.home.archive.rglob("*") if path.is_file() and path.name not in {"lock", "order"}]
    return not files and not any(rows for rows in tables().values()) and not index.held()


def test_imported_minutes_are_archived_shown_and_indexed(here: Installation, index: FileIndex, take: Take) -> None:
    document = minutes(item(1, case="25-1-15.00.00-P05"), item(2, "Årsplan"), time="19:00")
    imported = take(document, "møde i marts.txt")
    assert (imported.status, imported.version, imported.kind) == ("new", 1, "minutes")
    assert (imported.body, imported.date, imported.items, imported.unread) == (BODY, DAY, 2, 0)
    [receipt] = here.archive.receipts()
    assert receipt.name == "møde i marts.txt"
    assert here.archive.data(receipt) == builders.as_file(document)
    meeting = Meeting.objects.get(pk=imported.meeting_id)
    assert (meeting.slug, meeting.time, meeting.body.slug) == ("2025-03-12", "19:00", "beskaeftigelsesudvalg")
    assert [row.slug for row in meeting.items.all()] == ["punkt-1", "punkt-2"]
    assert sorted(index.held()) == [
        "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-1",
        "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-2",
    ]
    assert Document.objects.get().indexed_in == index.generation()


def test_same_file_twice_changes_nothing(here: Installation, index: FileIndex, take: Take) -> None:
    first = take(minutes(item(1)))
    before, held = tables(), index.held()
    again = take(minutes(item(1)), "et andet navn.txt", "En anden kommune")
    assert again.status == "unchanged"
    assert (again.meeting_id, again.document_id) == (first.meeting_id, first.document_id)
    assert (tables(), index.held()) == (before, held)
    assert len(here.archive.received()) == 1


def test_unreadable_file_leaves_nothing_anywhere(here: Installation, index: FileIndex) -> None:
    with pytest.raises(Unreadable):
        import_bytes("billede.png", b"\x89PNG", at=here)
    assert nothing_anywhere(here, index)


def test_missing_file_is_refused_with_a_sentence(here: Installation, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        import_file(tmp_path / "borte.txt", at=here)


def test_file_is_taken_in_by_its_path(here: Installation, tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_bytes(builders.as_file(minutes(item(1))))
    assert import_file(path, at=here).status == "new"


@pytest.mark.parametrize("moment", ["before", "after"])
def test_failing_index_leaves_nothing_of_the_file(
    here: Installation, index: FileIndex, take: Take, moment: str
) -> None:
    index.failing = moment
    with pytest.raises(Full):
        take(minutes(item(1)))
    index.failing = None
    recover(at=here)
    assert nothing_anywhere(here, index)
    assert take(minutes(item(1))).status == "new"


@pytest.mark.parametrize("moment", ["before", "after"])
def test_failing_new_version_leaves_the_old_one_shown_and_indexed(
    here: Installation, index: FileIndex, take: Take, moment: str
) -> None:
    take(minutes(item(1, "Første")))
    before, held = tables(), index.held()
    index.failing = moment
    with pytest.raises(Full):
        take(minutes(item(1, "Anden")))
    index.failing = None
    recover(at=here)
    assert (tables(), index.held()) == (before, held)
    assert len(here.archive.received()) == 1


def test_corrected_minutes_become_a_new_version_and_the_old_is_kept(index: FileIndex, take: Take) -> None:
    first = take(minutes(item(1, "Budjet"), members=[member("Bo Lund")]))
    second = take(minutes(item(1, "Budget"), item(2, "Eventuelt"), members=[member("Bo Lind")]))
    assert (second.status, second.version, second.meeting_id) == ("new_version", 2, first.meeting_id)
    old, new = Document.objects.order_by("version")
    assert (old.current, old.shown, new.current, new.shown) == (False, False, True, True)
    assert old.content["items"][0]["title"] == "Budjet"
    assert [row.title for row in Item.objects.all()] == ["Budget", "Eventuelt"]
    assert [row.name for row in Person.objects.all()] == ["Bo Lind"]
    assert index.documents() == {new.sha256}


def test_agenda_is_shown_until_the_minutes_come(index: FileIndex, take: Take) -> None:
    first = take(agenda(item(1, "Som planlagt", outcome=None)))
    assert Item.objects.get().title == "Som planlagt"
    second = take(minutes(item(1, "Som besluttet")))
    assert (second.status, second.version, second.meeting_id) == ("new", 1, first.meeting_id)
    assert Item.objects.get().title == "Som besluttet"
    assert index.documents() == {Document.objects.get(kind="minutes").sha256}
    assert Document.objects.get(kind="agenda").current


def test_agenda_received_after_the_minutes_does_not_displace_them(index: FileIndex, take: Take) -> None:
    take(minutes(item(1, "Som besluttet")))
    held = index.held()
    imported = take(agenda(item(1, "Som planlagt", outcome=None)))
    assert (imported.status, imported.version) == ("new", 1)
    assert Item.objects.get().title == "Som besluttet"
    assert index.held() == held
    assert Meeting.objects.count() == 1


def test_two_meetings_of_a_body_in_one_day_have_an_address_each(take: Take) -> None:
    ordinary = minutes(item(1, "Eventuelt"), item(2, "Årsplan"), time="kl. 19.00")
    extraordinary = minutes(item(1, "Eventuelt"), item(2, "Valg af formand"), time="17:00")
    take(ordinary)
    take(extraordinary)
    assert [(row.slug, row.time) for row in Meeting.objects.order_by("slug")] == [
        ("2025-03-12", "17:00"),
        ("2025-03-12-2", "kl. 19.00"),
    ]


def test_a_meeting_whose_address_another_takes_is_found_under_its_new_one(index: FileIndex, take: Take) -> None:
    take(minutes(item(1, "Årsplan"), time="19:00"))
    take(minutes(item(1, "Valg af formand"), time="17:00"))
    assert {key.split("/")[2]: held["title"] for key, held in index.held().items()} == {
        "2025-03-12": "Valg af formand",
        "2025-03-12-2": "Årsplan",
    }


def test_a_body_whose_address_another_takes_is_found_under_its_new_one(index: FileIndex, take: Take) -> None:
    take(minutes(item(1, "Senere i alfabetet"), body="Åudvalget"))
    take(minutes(item(1, "Tidligere i alfabetet"), body="Aaudvalget"))
    slugs = {row.name: row.slug for row in Body.objects.all()}
    assert slugs["Aaudvalget"] == "aaudvalg"
    held = {str(told["body"]): key.split("/")[1] for key, told in index.held().items()}
    assert held == slugs


def test_corrected_start_time_does_not_make_a_second_meeting(take: Take) -> None:
    take(minutes(item(1, case="25-1-P05"), time="17:00"))
    assert take(minutes(item(1, "Nyt navn", case="25-1-p05"), time="17:30")).status == "new_version"
    assert Meeting.objects.get().time == "17:30"


def test_document_without_a_day_is_a_meeting_of_its_own(take: Take) -> None:
    one = take(minutes(item(1), date=None, note="en"))
    other = take(minutes(item(1), date=None, note="to"))
    assert one.meeting_id != other.meeting_id
    slugs = [row.slug for row in Meeting.objects.all()]
    assert all(slug.startswith("uden-dato-") and len(slug) == 18 for slug in slugs)
    assert len(set(slugs)) == 2


def test_document_without_a_body_never_displaces_another(take: Take) -> None:
    one = take(minutes(item(1), body=None, note="en"))
    other = take(minutes(item(1), body=" - ", note="to"))
    assert (one.body, other.body) == ("Ukendt udvalg", "Ukendt udvalg")
    assert one.meeting_id != other.meeting_id
    assert Body.objects.count() == 1


def test_spellings_of_a_body_are_one_body_under_its_most_frequent_name(take: Take) -> None:
    names = ["Børne- og Ungeudvalget", "BØRNE & UNGEUDVALG", "Børne-og ungeudvalgets", "Børne- og Ungeudvalget"]
    for number, name in enumerate(names, start=1):
        take(minutes(item(1), body=name, date=dt.date(2025, number, 1)))
    assert Body.objects.get().name == "Børne- og Ungeudvalget"


def test_new_name_of_a_body_reaches_the_index(index: FileIndex, take: Take) -> None:
    take(minutes(item(1), body="Økonomiudvalg"))
    for day in (1, 2):
        take(minutes(item(1), body="Økonomiudvalget", date=dt.date(2025, 5, day)))
    assert {held["body"] for held in index.held().values()} == {"Økonomiudvalget"}


def test_closed_item_shows_its_title_and_nothing_else(index: FileIndex, take: Take) -> None:
    stray = SourceLine(line=25, text="Fortrolig linje", field="unread")
    imported = take(minutes(item(1), closed(2, "Personsag", hidden="Fortrolig tekst"), unread=[stray]))
    assert imported.items == 2
    row = Item.objects.get(closed=True)
    assert (row.title, row.number, row.outcome) == ("Personsag", 2, "none")
    assert "Fortrolig" not in repr(tables())
    assert "Fortrolig" not in repr(index.held())
    assert len(index.held()) == 1


@pytest.mark.parametrize(
    ("stated", "named", "own", "expected"),
    [
        ("Havnby Kommune", "Næsby Kommune", "Fjordby Kommune", "Havnby Kommune"),
        (None, "Næsby Kommune", "Fjordby Kommune", "Næsby Kommune"),
        (None, None, "Fjordby Kommune", "Fjordby Kommune"),
        (None, None, "", "Ukendt kommune"),
    ],
)
def test_municipality_is_the_stated_the_named_or_the_installations_own(
    here: Installation, stated: str | None, named: str | None, own: str, expected: str
) -> None:
    place = Installation(here.home, here.index, own, read=here.read, named=lambda _: named)
    import_bytes("referat.txt", builders.as_file(minutes(item(1))), stated, at=place)
    assert Municipality.objects.get().name == expected


def test_attendance_absence_and_votes_are_kept_by_person(take: Take) -> None:
    members = [member("Anna Holm", "A"), member("Bo Lund", "V", Status.ABSENT), member("Bo  Lund", "V")]
    main = vote(for_=["Anna Holm", "Carl Dam"], against=["Eva Krog"], abstain=["Ida Vad"])
    take(minutes(item(1, votes=[main], absent=["Bo Lund", "Bo Lund"]), members=members))
    assert list(Attendance.objects.values_list("person__name", "party", "status")) == [
        ("Anna Holm", "A", "present"),
        ("Bo Lund", "V", "absent"),
    ]
    assert list(Ballot.objects.values_list("person__name", "option")) == [
        ("Anna Holm", "for"),
        ("Carl Dam", "for"),
        ("Eva Krog", "against"),
        ("Ida Vad", "abstain"),
    ]
    assert Absence.objects.get().person.name == "Bo Lund"


@pytest.mark.parametrize("statuses", [(Status.PRESENT, Status.ABSENT), (Status.ABSENT, Status.PRESENT)])
def test_a_member_who_is_told_of_twice_was_away_where_either_says_so(take: Take, statuses: tuple[Status, ...]) -> None:
    take(minutes(item(1), members=[member("Bo Lund", "V", status) for status in statuses]))
    assert Attendance.objects.get().status == Status.ABSENT


def test_two_people_whose_names_give_one_address_have_one_each(take: Take) -> None:
    take(minutes(item(1), members=[member("Åse Dam"), member("Aase Dam")]))
    slugs = dict(Person.objects.values_list("name", "slug"))
    assert slugs["Aase Dam"] == "aase-dam"
    assert slugs["Åse Dam"].startswith("aase-dam-")
    take(minutes(item(1), members=[member("Åse Dam")]))
    assert dict(Person.objects.values_list("name", "slug")) == {"Åse Dam": "aase-dam"}


def test_pointers_are_kept_by_what_they_say(take: Take) -> None:
    pointing = item(
        3,
        references=[reference(item=2, same_meeting=True), reference("Økonomiudvalgets", dt.date(2025, 2, 4), 7)],
        related=[reference("Byrådet", dt.date(2024, 12, 1))],
        route=[stop("Byråd", dt.date(2025, 4, 2))],
    )
    take(minutes(pointing))
    assert list(Pointer.objects.values_list("kind", "body_name", "body_key", "date", "number", "same_meeting")) == [
        ("reference", "", "", None, 2, True),
        ("reference", "Økonomiudvalgets", "økonomiudvalg", dt.date(2025, 2, 4), 7, False),
        ("related", "Byrådet", "byråd", dt.date(2024, 12, 1), None, False),
        ("route", "Byråd", "byråd", dt.date(2025, 4, 2), None, False),
    ]


def test_case_is_one_across_bodies_and_spacing(take: Take) -> None:
    take(minutes(item(1, case="25-7-15.00.30-P05", subject="15.00.30", year=2025)))
    take(minutes(item(4, case="25-7 - 15.00.30-p05"), body="Byrådet", date=dt.date(2025, 4, 2)))
    case = Case.objects.get()
    assert (case.number, case.slug, case.subject, case.year) == (
        "25-7-15.00.30-P05",
        "25-7-15-00-30-p05",
        "15.00.30",
        2025,
    )
    assert case.items.count() == 2


def test_items_with_the_same_or_no_number_have_an_address_each(take: Take) -> None:
    take(minutes(item(1), item(1), item(None, None), item(3, label="3.1")))
    assert [row.slug for row in Item.objects.all()] == ["punkt-1", "punkt-1-plads-2", "plads-3", "punkt-3-1"]


def test_what_a_database_cannot_hold_is_kept_out_of_it(here: Installation) -> None:
    odd = item(99999999999999, "Nul\0tegn og halv \ud800", label="9" * 90, case="S" * 400, year=9999999999)
    document = minutes(odd, time="x" * 90, body="U" * 400, members=[member("N" * 900)])
    place = Installation(here.home, here.index, read=lambda _name, _data: document, named=lambda _: "K" * 900)
    imported = import_bytes("referat.pdf", b"bytes", at=place)
    row = Item.objects.get(meeting=imported.meeting_id)
    assert row.number is None
    assert row.title == "Nul\ufffdtegn og halv \ufffd"


def test_order_of_import_is_of_no_consequence(here: Installation, take: Take) -> None:
    documents = [
        minutes(
            item(1, "Godkendelse af dagsorden"),
            item(2, f"Sag {number}", case=f"25-{number % 3}-15.00.0{number % 2}-P05", subject=f"15.00.0{number % 2}"),
            item(3, votes=[vote(for_=[f"Åse Dam {number % 2}"], against=[f"Aase Dam {number % 2}"])]),
            body=["Økonomiudvalget", "ØKONOMIUDVALG", "Økonomi-udvalget", None][number % 4],
            date=None if number == 5 else dt.date(2025, 1, 1 + number % 6),
            time=f"{9 + number}:00",
            members=[member(f"Medlem {number % 4}", "A")],
        )
        for number in range(12)
    ]
    take_all(documents, here)
    expected = tables(arrival=False)
    for seed in range(3):
        clear(here)
        shuffled = documents[:]
        random.Random(seed).shuffle(shuffled)
        take_all(shuffled, here)
        assert tables(arrival=False) == expected, f"seed {seed}"


def take_all(documents: list[Minutes], here: Installation) -> None:
    for document in documents:
        import_bytes("referat.txt", builders.as_file(document), at=here)


def clear(here: Installation) -> None:
    Municipality.objects.all().delete()
    for receipt in here.archive.receipts():
        here.archive.withdraw(receipt)
