"""What is told of published things follows from the archive and from what people did, and from nothing else."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable

import pytest

from pejl.minutes.document import Kind
from pejl.record.acts import Verb
from pejl.record.models import HeldDocument, Publication, Trace
from pejl.record.services import Imported, Installation, rebuild, restore, retract
from pejl.record.services.filing import file_reading
from pejl.record.services.publishing import published_while
from pejl.record.services.reading import archived_reading
from pejl.record.services.rebuilding import CHILDREN_FIRST
from record.builders import agenda, closed, item, member, minutes, stop, vote
from record.services.tables import tables

Take = Callable[..., Imported]
pytestmark = pytest.mark.django_db(transaction=True)

MEETING = "meeting/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"
ITEM = "agendaitem/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"
DOCUMENTS = [
    agenda(item(1, "Plan", outcome=None), item(2, "Personsag", case="25-9", votes=[vote(for_=["Cæcilie Dam"])])),
    minutes(item(1, "Plan", case="25-1", route=[stop("Byrådet", dt.date(2025, 3, 26))]), members=[member("Anna Holm")]),
    minutes(item(1, "Plan", case="25-1"), closed(2, "Personsag"), members=[member("Ane Holm", "A")], note="2"),
    minutes(item(4, "Plan", case="25-1"), body="Byrådet", date=dt.date(2025, 3, 26)),
    minutes(item(1, "Formiddag"), time="09:00", date=dt.date(2025, 6, 4)),
    minutes(item(1, "Aften"), time="19:00", date=dt.date(2025, 6, 4)),
    minutes(item(1, "Formiddag"), item(2, "Aften"), time="09:00", date=dt.date(2025, 6, 4), kind=Kind.AGENDA),
    minutes(item(1, "Uden dag"), date=None),
]


def row(path: str) -> Publication:
    return Publication.objects.get(path=path)


def there() -> set[str]:
    return set(Publication.objects.filter(deleted=False).values_list("path", flat=True))


def gone() -> set[str]:
    return set(Publication.objects.filter(deleted=True).values_list("path", flat=True))


def test_a_rebuild_tells_the_same_times(here: Installation, take: Take) -> None:
    for document in DOCUMENTS:
        take(document)
    before = tables()
    assert gone()
    rebuild(at=here)
    assert tables() == before


def test_the_order_in_which_files_are_worked_through_changes_nothing(here: Installation, take: Take) -> None:
    for document in DOCUMENTS[:4]:
        take(document)
    receipts = here.archive.receipts()

    def told() -> list[object]:
        return sorted(Publication.objects.values_list("path", "created", "modified", "deleted", "name"))

    expected = told()
    for order in itertools.permutations(receipts):
        for model in CHILDREN_FIRST:
            model._default_manager.all().delete()
        for receipt in order:
            file_reading(archived_reading(receipt, here))
        # An announced body has the name that its own minutes print as soon as they are here, in any order.
        assert told() == expected


def test_a_correction_leaves_marks_of_what_it_drops(take: Take) -> None:
    take(minutes(item(1), item(2, case="25-7", absent=["Bo Klit"]), members=[member("Asta Fjord")]))
    assert row(f"{ITEM}/punkt-2").deleted is False
    take(minutes(item(1), members=[member("Asta Fjørd")], note="2"))
    assert {path.partition("/")[0] for path in gone()} == {
        "agendaitem",
        "paper",
        "consultation",
        "person",
        "membership",
    }
    mark, meeting = row(f"{ITEM}/punkt-2"), row(MEETING)
    assert mark.modified == meeting.modified > mark.created == meeting.created
    assert set(Publication.objects.filter(deleted=True).values_list("name", flat=True)) == {""}


def test_a_case_that_is_closed_later_is_told_to_be_gone(take: Take) -> None:
    take(minutes(item(1), item(2, "Personsag", case="25-9", votes=[vote(for_=["Cæcilie Dam"])])))
    take(minutes(item(1), closed(2, "Personsag"), note="2"))
    assert {path.partition("/")[0] for path in gone()} == {"paper", "consultation", "person", "vote"}
    assert not row(f"{ITEM}/punkt-2").deleted
    assert all("mark" not in kept or kept["mark"] == "" for kept in marks_of_closed())


def marks_of_closed() -> list[dict[str, object]]:
    return [
        kept
        for document in HeldDocument.objects.all()
        for kept in document.says["items"]
        if kept["slug"] == "punkt-2" and kept["open"]
    ]


def test_an_announced_body_is_told_of_before_it_has_met(take: Take) -> None:
    take(minutes(item(1, case="25-1", route=[stop("Byrådet", dt.date(2025, 3, 26))])))
    [announced] = Publication.objects.filter(kind="organization", name="byråd")
    [station] = [
        path for path in there() if path.startswith("consultation/") and row(path).created == announced.created
    ][:1]
    assert station
    take(minutes(item(4, case="25-1"), body="Byrådet", date=dt.date(2025, 3, 26)))
    met = Publication.objects.get(path=announced.path)
    assert met.created == announced.created < met.modified
    assert not gone()


def test_the_size_told_is_that_of_the_text_as_it_is_now(take: Take) -> None:
    take(agenda(item(1, outcome=None), item(2, "Personsag", text=["Fortrolig tekst om en sag."])))
    [before] = HeldDocument.objects.values_list("size", "sha512")
    take(minutes(item(1), closed(2, "Personsag")))
    after = HeldDocument.objects.order_by("order").values_list("size", "sha512").first()
    assert after is not None and before != after and before[0] > after[0]


def test_a_place_changes_only_when_it_comes_back(take: Take) -> None:
    take(minutes(item(1)))
    [place] = Publication.objects.filter(kind="location")
    take(minutes(item(1), date=dt.date(2025, 4, 9)))
    assert Publication.objects.get(path=place.path).modified == place.modified == place.created
    assert Trace.objects.filter(path=place.path).count() == 2


def test_a_place_that_is_put_back_has_changed_since_it_was_gone(here: Installation, take: Take) -> None:
    take(minutes(item(1)))
    [place] = Publication.objects.filter(kind="location")
    retract(MEETING.removeprefix("meeting/"), who="Else Brandt", why="Fejl.", at=here)
    mark = row(place.path)
    assert mark.deleted
    restore(MEETING.removeprefix("meeting/"), who="Else Brandt", why="Rettet.", at=here)
    back = row(place.path)
    assert not back.deleted and back.created == place.created
    assert back.modified == row(MEETING).modified > mark.modified, "whoever was told that it is gone is told again"


NOON = dt.datetime(2025, 3, 1, 12, tzinfo=dt.UTC)


def hour(number: int) -> dt.datetime:
    return NOON + dt.timedelta(hours=number)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([], [(0, None)]),
        ([(2, Verb.RETRACT)], [(0, 2)]),
        ([(2, Verb.RETRACT), (5, Verb.RESTORE)], [(0, 2), (5, None)]),
        ([(5, Verb.RESTORE), (2, Verb.RETRACT)], [(0, 2), (5, None)]),
        ([(2, Verb.RETRACT), (3, Verb.RETRACT)], [(0, 2)]),
        ([(2, Verb.RESTORE)], [(0, None)]),
        ([(-3, Verb.RETRACT)], []),
        ([(-3, Verb.RETRACT), (-1, Verb.RESTORE)], [(0, None)]),
        ([(-3, Verb.RETRACT), (4, Verb.RESTORE)], [(4, None)]),
    ],
)
def test_when_a_document_could_be_read(turns: list[tuple[int, Verb]], expected: list[tuple[int, int | None]]) -> None:
    told = published_while(NOON, [(hour(at), verb.value) for at, verb in turns])
    assert told == tuple((hour(since), None if until is None else hour(until)) for since, until in expected)
