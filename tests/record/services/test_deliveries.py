"""Exports of case systems, lists of meetings, and notices of what is withdrawn, as the record takes them in."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from pathlib import Path

import pytest

from pejl.acts.models import Act
from pejl.minutes.reader import read_bytes
from pejl.minutes.sources import Unreadable
from pejl.record.acts import Verb
from pejl.record.models import Body, Document, ListedMeeting, Meeting, Notice, Withdrawn
from pejl.record.queries import catalogue
from pejl.record.queries.bodies import bodies
from pejl.record.queries.catalogue import Wanted
from pejl.record.services import (
    Imported,
    Installation,
    announcing,
    import_bytes,
    import_file,
    import_session,
    rebuild,
    recover,
    restore,
    retract,
)
from record.services.file_index import FileIndex
from record.services.tables import tables

SAMPLES = Path(__file__).resolve().parents[2] / "minutes" / "exports" / "samples"
REPORT = SAMPLES / "edoc-fujitsu" / "Referat_m1.xml"
WITHDRAWN = SAMPLES / "edoc-fujitsu" / "meddelelser" / "trukket.xml"
PUBLISHED = SAMPLES / "edoc-fujitsu" / "meddelelser" / "offentliggjort.xml"
LIST = SAMPLES / "firstagenda" / "udvalgsliste.json"
MEETING = "fjordby-kommune/oekonomiudvalg/2026-09-21"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def here(here: Installation) -> Installation:
    return dataclasses.replace(here, read=read_bytes)


def take(here: Installation, path: Path, municipality: str | None = None) -> Imported:
    return import_bytes(path.name, path.read_bytes(), municipality, at=here)


def shown() -> list[str]:
    return sorted(Document.objects.filter(shown=True).values_list("name", flat=True))


def test_an_export_is_taken_in_and_derived_again(here: Installation) -> None:
    imported = take(here, REPORT)
    assert (imported.status, imported.body, imported.date) == ("new", "Økonomiudvalget", dt.date(2026, 9, 21))
    before = tables()
    rebuild(at=here)
    assert tables() == before
    assert Document.objects.get().family == "edoc-fujitsu"


def test_a_manifest_is_kept_as_one_archive_with_its_content(here: Installation) -> None:
    imported = import_file(SAMPLES / "acadre" / "311" / "XML_311.xml", at=here)
    document = Document.objects.get()
    assert (imported.status, document.name, document.media_type) == ("new", "XML_311.xml.zip", "application/zip")
    assert import_file(SAMPLES / "acadre" / "311" / "XML_311.xml", at=here).status == "unchanged"
    rebuild(at=here)
    assert Document.objects.get().family == "acadre"


def test_a_list_is_kept_as_meetings_that_are_known_of(here: Installation) -> None:
    imported = take(here, LIST)
    assert (imported.status, imported.kind, imported.note) == ("announced", "meeting_list", "it lists 4 meetings.")
    rows = ListedMeeting.objects.order_by("date", "title")
    assert [(row.body.name, row.date.isoformat(), row.title) for row in rows] == [
        ("Beskæftigelses- og Uddannelsesudvalget", "2025-06-11", "Lukket referat"),
        ("Beskæftigelsesudvalget", "2026-03-11", "Referat"),
        ("Beskæftigelsesudvalget", "2026-04-15", "Dagsorden"),
        ("Økonomiudvalget", "2026-06-15", ""),
    ]
    assert not Meeting.objects.exists() and not Document.objects.exists()
    assert take(here, LIST).status == "unchanged"


def test_bodies_of_which_nothing_came_are_not_listed_among_those_that_met(here: Installation) -> None:
    take(here, LIST)
    assert list(bodies()) == []
    take(here, REPORT)
    assert [body.name for body in bodies()] == ["Økonomiudvalget"]
    assert [body.name for body in catalogue.bodies(Wanted(), 10, 0).rows] == ["Økonomiudvalget"]
    retract(MEETING, who="Else Brandt", why="Fejl.", at=here)
    assert [(body.name, body.meeting_count) for body in bodies()] == [("Økonomiudvalget", 0)]


def test_a_list_lasts_through_a_rebuild_and_a_lost_database(here: Installation) -> None:
    take(here, LIST)
    before = tables()
    rebuild(at=here)
    assert tables() == before
    Notice.objects.all().delete()
    ListedMeeting.objects.all().delete()
    recover(at=here)
    assert tables() == before


def test_a_listed_meeting_is_told_of_by_the_latest_list(here: Installation) -> None:
    take(here, LIST)
    later = LIST.read_bytes().replace(b"Lukket referat", b"Referat")
    import_bytes("liste2.json", later, at=here)
    latest = Notice.objects.order_by("-order")[0]
    assert ListedMeeting.objects.count() == 5
    assert ListedMeeting.objects.get(date="2026-03-11").listed_in == latest.sha256


def test_a_body_that_is_only_listed_takes_its_minutes_when_they_come(here: Installation) -> None:
    take(here, LIST)
    take(here, SAMPLES / "firstagenda" / "referat-2026-03-11.json")
    assert Body.objects.filter(key="beskæftigelsesudvalg").count() == 1
    assert Meeting.objects.get().body.listed_meetings.count() == 2


def test_a_notice_withdraws_what_is_here_and_says_so(here: Installation, index: FileIndex) -> None:
    take(here, REPORT)
    imported = take(here, WITHDRAWN)
    assert (imported.status, imported.note) == ("announced", "it withdraws 1 document.")
    assert not Document.objects.exists() and index.held() == {}
    act = Act.objects.get()
    assert (act.verb, act.who) == (Verb.RETRACT, "edoc-fujitsu")
    assert act.detail == {"file": Notice.objects.get().sha256}


def test_a_notice_does_what_it_says_once(here: Installation) -> None:
    take(here, REPORT)
    take(here, WITHDRAWN)
    assert take(here, WITHDRAWN).status == "unchanged"
    restore(MEETING, who="Else Brandt", at=here)
    assert shown() == ["Referat_m1.xml"]
    rebuild(at=here)
    assert shown() == ["Referat_m1.xml"]
    assert Act.objects.count() == 2


def test_a_notice_that_comes_first_waits_for_its_document(here: Installation) -> None:
    assert "withheld when it comes" in take(here, WITHDRAWN).note
    imported = take(here, REPORT)
    assert imported.status == "withdrawn"
    assert not Document.objects.exists() and Withdrawn.objects.count() == 1
    rebuild(at=here)
    assert not Document.objects.exists()
    restore(MEETING, who="Else Brandt", at=here)
    assert shown() == ["Referat_m1.xml"]


def test_a_system_may_publish_again_what_it_withdrew(here: Installation) -> None:
    take(here, REPORT)
    take(here, WITHDRAWN)
    assert take(here, PUBLISHED).note == "it puts back 1 document."
    assert shown() == ["Referat_m1.xml"]
    before = tables()
    rebuild(at=here)
    assert tables() == before


def test_a_system_does_not_publish_what_a_person_withdrew(here: Installation) -> None:
    take(here, REPORT)
    retract(MEETING, who="Else Brandt", why="Der stod et navn for meget.", at=here)
    assert "nothing of it is withdrawn" not in take(here, WITHDRAWN).note
    take(here, PUBLISHED)
    assert not Document.objects.exists()


def test_word_that_something_is_published_keeps_a_later_document_in(here: Installation) -> None:
    take(here, WITHDRAWN)
    take(here, PUBLISHED)
    assert take(here, REPORT).status == "new"


def test_a_lost_database_is_told_again_by_the_archive(here: Installation) -> None:
    take(here, REPORT)
    take(here, WITHDRAWN)
    for model in (Document, Meeting, Withdrawn, Notice, Body):
        model.objects.all().delete()
    Act.objects.all()._raw_delete(using="default")
    recover(at=here)
    assert not Document.objects.exists()
    assert Act.objects.get().verb == Verb.RETRACT


def test_a_manifest_with_nothing_published_withdraws_the_meeting(here: Installation) -> None:
    import_file(SAMPLES / "acadre" / "311" / "XML_311.xml", at=here)
    take(here, SAMPLES / "acadre" / "trukket" / "XML_311.xml")
    assert not Document.objects.exists()
    assert Withdrawn.objects.get().slug == "2026-11-04"


def test_an_export_that_came_as_published_is_not_waited_for(here: Installation) -> None:
    take(here, SAMPLES / "acadre" / "trukket" / "XML_311.xml")
    assert import_file(SAMPLES / "acadre" / "311" / "XML_311.xml", at=here).status == "new"


def test_another_municipalitys_notice_withdraws_nothing(here: Installation) -> None:
    take(here, REPORT)
    take(here, WITHDRAWN, "Havneby Kommune")
    assert shown() == ["Referat_m1.xml"]


def test_a_notice_of_nobody_in_particular_finds_its_meeting(here: Installation) -> None:
    anyones = dataclasses.replace(here, municipality="")
    take(anyones, REPORT, "Fjordby Kommune")
    take(anyones, WITHDRAWN)
    assert not Document.objects.exists()


def test_a_notice_that_names_only_a_file_finds_it(here: Installation) -> None:
    take(here, REPORT)
    text = WITHDRAWN.read_text("utf-8").replace("edoc:CommitteeName>", "edoc:Ukendt>")
    import_bytes("trukket2.xml", text.encode(), at=here)
    assert not Document.objects.exists()


def test_a_notice_that_says_nothing_of_what_it_withdraws_is_refused(here: Installation) -> None:
    data = b"<Root><Notification><Publish>false</Publish></Notification></Root>"
    with pytest.raises(Unreadable, match="does not say which meeting"):
        import_bytes("trukket.xml", data, at=here)
    assert not here.archive.received()


def test_many_files_in_one_run_end_as_one_by_one(here: Installation, index: FileIndex) -> None:
    paths = [REPORT, LIST, WITHDRAWN, SAMPLES / "fics" / "PUB_501.xml", PUBLISHED, SAMPLES / "fics" / "PUB_502.xml"]
    with import_session(at=here) as session:
        statuses = [session.take_file(path).status for path in paths]
    assert statuses == ["new", "announced", "announced", "new", "announced", "new"]
    assert shown() == ["PUB_501.xml", "PUB_502.xml", "Referat_m1.xml"]
    assert recover(at=here) == recover(at=here)
    before, held = tables(), index.held()
    rebuild(at=here)
    assert (tables(), index.held()) == (before, held)


def test_a_failure_while_a_notice_is_followed_leaves_everything(
    here: Installation, index: FileIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(here, REPORT)
    before, held = tables(), index.held()

    def fail(*_: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(announcing, "withdraw", fail)
    with pytest.raises(OSError, match="disk"):
        take(here, WITHDRAWN)
    assert (tables(), index.held()) == (before, held)
    assert not Act.objects.exists()
    assert len(here.archive.received()) == 1


def manifest_with(path: Path, published: dict[str, str]) -> None:
    """Write the manifest again with another word on which of its documents are published."""
    text = path.read_text("utf-8")
    for file, publish in published.items():
        at = text.index(f'xmlfilename="{file}"')
        start = text.index('publish="', at) + len('publish="')
        text = text[:start] + publish + text[start + 1 :]
    path.write_text(text, "utf-8")


def test_minutes_that_a_manifest_no_longer_publishes_are_withdrawn(here: Installation, tmp_path: Path) -> None:
    folder = tmp_path / "ud"
    shutil.copytree(SAMPLES / "acadre" / "311", folder)
    path = folder / "XML_311.xml"
    import_file(path, at=here)
    assert [document.kind for document in Document.objects.all()] == ["minutes"]
    manifest_with(path, {"9001.xml": "0"})
    imported = import_file(path, at=here)
    assert (imported.status, imported.kind) == ("new", "agenda")
    assert [document.kind for document in Document.objects.all()] == ["agenda"]
    assert (Withdrawn.objects.get().kind, Act.objects.get().who) == ("minutes", "acadre")
    before = tables()
    rebuild(at=here)
    assert tables() == before and Act.objects.count() == 1
    restore("fjordby-kommune/beskaeftigelsesudvalg/2026-11-04", who="Else Brandt", at=here)
    rebuild(at=here)
    assert Document.objects.count() == 2


def test_minutes_that_were_never_published_take_nothing_back(here: Installation, tmp_path: Path) -> None:
    folder = tmp_path / "ud"
    shutil.copytree(SAMPLES / "acadre" / "311", folder)
    manifest_with(folder / "XML_311.xml", {"9001.xml": "0"})
    import_file(folder / "XML_311.xml", at=here)
    assert [document.kind for document in Document.objects.all()] == ["agenda"]
    assert not Act.objects.exists()
