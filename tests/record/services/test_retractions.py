"""What is withdrawn is nowhere to be read, and can be put back as it was."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections.abc import Callable

import pytest
from django.db import connection

from pejl.acts.models import Act
from pejl.minutes.document import Minutes
from pejl.record.acts import Verb
from pejl.record.models import (
    Body,
    Case,
    Document,
    Item,
    ListedMeeting,
    Meeting,
    Notice,
    Person,
    Publication,
    Withdrawn,
)
from pejl.record.services import (
    Imported,
    Installation,
    NothingThere,
    Unsigned,
    import_bytes,
    rebuild,
    recover,
    restore,
    retract,
    retractions,
)
from pejl.record.services.rebuilding import CHILDREN_FIRST
from record.builders import agenda, as_file, closed, item, member, minutes, vote
from record.services.file_index import FileIndex
from record.services.tables import tables

Take = Callable[..., Imported]
pytestmark = pytest.mark.django_db(transaction=True)

MEETING = "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"
SECRET = "Hemmelighed om Gudrun Klit"  # noqa: S105
LEAKY = minutes(
    item(1, "Budget"),
    item(2, SECRET, case="25-7-13.06.00-A00", text=[SECRET], votes=[vote(for_=["Gudrun Klit"])]),
    members=[member("Anna Holm", "A")],
)
FIXED = minutes(item(1, "Budget"), item(2, "Personsag"), members=[member("Anna Holm", "A")], note="rettet")
OPEN = minutes(item(1, "Budget"), item(2, "Personsag", text=[SECRET], decided=SECRET), note="åben")
CLOSING = minutes(item(1, "Budget"), closed(2, "Lukket punkt"), note="lukker")
PLAN = agenda(item(1, "Budget", outcome=None), item(2, SECRET, outcome=None))


def sha256(document: Minutes) -> str:
    return hashlib.sha256(as_file(document)).hexdigest()


def everything() -> str:
    """All that the database holds, but for its acts, as text."""
    told: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("record_"):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
                told += [str(row) for row in cursor.fetchall()]
    return "\n".join(told)


def by_a_clerk(here: Installation, subject: str, **more: bool) -> None:
    retract(subject, who="Else Brandt", why="Der stod et navn for meget.", at=here, **more)


def test_a_withdrawn_meeting_is_nowhere(here: Installation, take: Take, index: FileIndex) -> None:
    take(PLAN)
    take(LEAKY)
    by_a_clerk(here, MEETING)
    assert Meeting.objects.count() == Document.objects.count() == Item.objects.count() == 0
    assert Withdrawn.objects.count() == 2
    assert SECRET not in everything() and "Gudrun" not in everything()
    assert index.held() == {}
    assert not Person.objects.exists() and not Case.objects.exists()
    assert not Publication.objects.filter(deleted=False).exists()


def test_the_act_stays_with_who_and_why(here: Installation, take: Take) -> None:
    take(LEAKY)
    by_a_clerk(here, MEETING)
    act = Act.objects.get()
    assert (act.verb, act.subject) == (Verb.RETRACT, f"document:{sha256(LEAKY)}")
    assert (act.who, act.why) == ("Else Brandt", "Der stod et navn for meget.")


def test_nobody_withdraws_without_name_and_reason(here: Installation, take: Take) -> None:
    take(LEAKY)
    for who, why in (("", "Fejl."), ("Else", " ")):
        with pytest.raises(Unsigned):
            retract(MEETING, who=who, why=why, at=here)
    assert Document.objects.count() == 1 and not Act.objects.exists()


def test_the_archive_keeps_the_file(here: Installation, take: Take) -> None:
    take(LEAKY)
    by_a_clerk(here, MEETING)
    assert here.archive.received() == {sha256(LEAKY)}
    assert here.archive.verify() == []


def test_what_would_stand_in_its_place_goes_with_a_version(here: Installation, take: Take) -> None:
    for document in (PLAN, LEAKY, FIXED):
        take(document)
    by_a_clerk(here, sha256(LEAKY))
    assert [document.sha256 for document in Document.objects.all()] == [sha256(FIXED)]
    assert {row.sha256 for row in Withdrawn.objects.all()} == {sha256(PLAN), sha256(LEAKY)}
    assert SECRET not in everything()


def test_an_earlier_version_steps_in_where_only_the_one_is_withdrawn(here: Installation, take: Take) -> None:
    take(FIXED)
    take(LEAKY)
    by_a_clerk(here, sha256(LEAKY), only=True)
    shown = Document.objects.get()
    assert (shown.sha256, shown.shown, shown.current, shown.version) == (sha256(FIXED), True, True, 1)
    assert set(Item.objects.values_list("title", flat=True)) == {"Budget", "Personsag"}
    assert SECRET not in everything()


def test_an_agenda_is_withdrawn_and_the_minutes_stay(here: Installation, take: Take) -> None:
    take(PLAN)
    take(FIXED)
    by_a_clerk(here, sha256(PLAN))
    assert Document.objects.get().sha256 == sha256(FIXED)


def test_a_corrected_version_is_published_as_ever(here: Installation, take: Take) -> None:
    take(LEAKY)
    by_a_clerk(here, MEETING)
    imported = take(FIXED)
    assert (imported.status, imported.version) == ("new_version", 2)
    assert Meeting.objects.get().slug == "2025-03-12"
    assert SECRET not in everything()


def test_the_same_file_again_is_said_to_be_withdrawn(here: Installation, take: Take) -> None:
    take(LEAKY)
    by_a_clerk(here, MEETING)
    again = take(LEAKY)
    assert (again.status, again.document_id) == ("withdrawn", None)
    assert "restore" in again.note
    assert Document.objects.count() == 0


def test_what_a_withdrawn_version_closed_stays_closed(here: Installation, take: Take) -> None:
    take(OPEN)
    take(CLOSING)
    by_a_clerk(here, sha256(CLOSING), only=True)
    assert SECRET not in everything()
    rebuild(at=here)
    assert Document.objects.get().sha256 == sha256(OPEN)
    assert SECRET not in everything()


def test_a_second_meeting_of_the_day_keeps_its_address(here: Installation, take: Take) -> None:
    day = dt.date(2025, 6, 4)
    morning = minutes(item(1, "Formiddag"), time="09:00", date=day)
    evening = minutes(item(1, "Aften"), time="19:00", date=day)
    take(morning)
    take(evening)
    by_a_clerk(here, "fjordby-kommune/beskaeftigelsesudvalg/2025-06-04")
    assert Meeting.objects.get().slug == "2025-06-04-2"
    rebuild(at=here)
    assert Meeting.objects.get().slug == "2025-06-04-2"
    assert Withdrawn.objects.get().slug == "2025-06-04"


@pytest.mark.parametrize("subject", ["meeting", "document"])
def test_what_is_put_back_is_as_it_was(here: Installation, take: Take, index: FileIndex, subject: str) -> None:
    for document in (PLAN, FIXED, LEAKY):
        take(document)
    before, held = tables(), index.held()
    named = MEETING if subject == "meeting" else sha256(LEAKY)
    by_a_clerk(here, named)
    assert tables() != before
    restore(named, who="Else Brandt", at=here)
    after = tables()
    # What was published meanwhile, and when it came back, is history that stays.
    for table in ("Publication", "Trace"):
        before.pop(table), after.pop(table)
    assert after == before
    assert index.held() == held


def test_one_version_can_be_put_back_alone(here: Installation, take: Take) -> None:
    take(PLAN)
    take(LEAKY)
    by_a_clerk(here, MEETING)
    restore(sha256(PLAN), who="Else Brandt", only=True, at=here)
    assert Document.objects.get().sha256 == sha256(PLAN)
    assert Withdrawn.objects.get().sha256 == sha256(LEAKY)


def test_a_withdrawal_lasts_through_a_rebuild(here: Installation, take: Take, index: FileIndex) -> None:
    for document in (PLAN, LEAKY, FIXED):
        take(document)
    by_a_clerk(here, sha256(LEAKY))
    before, held = tables(), index.held()
    rebuild(at=here)
    assert (tables(), index.held()) == (before, held)
    assert SECRET not in everything()


def test_a_withdrawal_lasts_where_its_file_can_no_longer_be_read(here: Installation, take: Take) -> None:
    take(OPEN)
    take(CLOSING)
    by_a_clerk(here, sha256(CLOSING), only=True)
    receipt = here.archive.receipt(sha256(CLOSING))
    assert receipt
    path = here.archive.path(receipt)
    path.chmod(0o600)
    path.write_bytes(b"beskadiget")
    assert rebuild(at=here).faults
    assert Withdrawn.objects.get().sha256 == sha256(CLOSING)
    assert SECRET not in everything()


def test_the_order_of_arrival_changes_nothing_of_what_is_withdrawn(here: Installation, take: Take) -> None:
    for document in (PLAN, LEAKY, FIXED):
        take(document)
    by_a_clerk(here, sha256(LEAKY))
    expected = sorted(Document.objects.values_list("sha256", flat=True))
    for order in itertools.permutations((PLAN, LEAKY, FIXED)):
        for model in (Document, Meeting, Withdrawn):
            model.objects.all().delete()
        for path in here.archive.root.glob("??/*"):
            path.unlink()
        for document in order:
            take(document)
        assert sorted(Document.objects.values_list("sha256", flat=True)) == expected


def test_a_start_leaves_what_is_withdrawn_alone(here: Installation, take: Take) -> None:
    take(LEAKY)
    by_a_clerk(here, MEETING)
    assert recover(at=here).imported == 0
    Withdrawn.objects.all().delete()
    assert recover(at=here).imported == 1
    assert Document.objects.count() == 0 and Withdrawn.objects.count() == 1


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("fjordby-kommune/byraad/2025-03-12", "holds nothing"),
        ("f" * 64, "holds nothing"),
        ("fjordby-kommune", "neither an address"),
        ("a/b/c/d", "neither an address"),
        ("", "neither an address"),
    ],
)
def test_what_is_not_there_is_said_not_to_be(here: Installation, take: Take, subject: str, said: str) -> None:
    take(LEAKY)
    with pytest.raises(NothingThere, match=said):
        by_a_clerk(here, subject)
    with pytest.raises(NothingThere, match=r"Nothing is withdrawn|neither an address"):
        restore(subject, who="Else", at=here)


def test_what_is_withdrawn_is_said_to_be(here: Installation, take: Take) -> None:
    take(LEAKY)
    by_a_clerk(here, MEETING)
    with pytest.raises(NothingThere, match="withdrawn already"):
        by_a_clerk(here, MEETING)
    with pytest.raises(NothingThere, match="withdrawn already"):
        by_a_clerk(here, sha256(LEAKY))


def test_a_failure_on_the_way_leaves_everything(
    here: Installation, take: Take, index: FileIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(PLAN)
    take(LEAKY)
    before, held = tables(), index.held()

    def fail(*_: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(retractions, "settle_again", fail)
    with pytest.raises(OSError, match="disk"):
        by_a_clerk(here, MEETING)
    assert (tables(), index.held()) == (before, held)
    assert not Act.objects.exists()


def test_a_document_without_a_day_is_withdrawn_by_its_address(here: Installation, take: Take) -> None:
    take(minutes(item(1, SECRET), date=None))
    slug = Meeting.objects.get().slug
    by_a_clerk(here, f"fjordby-kommune/beskaeftigelsesudvalg/{slug}")
    assert SECRET not in everything()
    rebuild(at=here)
    assert SECRET not in everything()
    restore(f"fjordby-kommune/beskaeftigelsesudvalg/{slug}", who="Else", at=here)
    assert Meeting.objects.get().slug == slug


def test_other_meetings_are_left_alone(here: Installation, take: Take) -> None:
    take(LEAKY)
    other = minutes(item(1, "Budget"), date=dt.date(2025, 4, 9), members=[member("Anna Holm", "A")])
    take(other)
    by_a_clerk(here, MEETING)
    assert Document.objects.get().sha256 == sha256(other)
    assert Person.objects.get().name == "Anna Holm"
    assert Body.objects.count() == 1


def test_notices_and_lists_are_no_documents(here: Installation) -> None:
    """The tables of what is no minutes are emptied by a rebuild like all others."""
    assert {Notice, ListedMeeting, Withdrawn} <= set(CHILDREN_FIRST)
    assert import_bytes("m.txt", as_file(FIXED), at=here).status == "new"
