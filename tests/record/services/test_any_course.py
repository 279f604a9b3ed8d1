"""Whatever comes, is withdrawn and is put back, in any order: the record is what the archive and the acts make it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

import pytest

from patience import seeds
from pejl.minutes.document import Minutes
from pejl.record.models import Document, HeldDocument, Item, Withdrawn
from pejl.record.services import Imported, Installation, rebuild, recover, restore, retract
from record.builders import agenda, closed, item, member, minutes
from record.services.file_index import FileIndex
from record.services.tables import tables

Take = Callable[..., Imported]
pytestmark = pytest.mark.django_db(transaction=True)

MORNING, EVENING = {"time": "09:00"}, {"time": "19:00"}
OTHER_DAY = dt.date(2025, 4, 9)
DOCUMENTS: list[Minutes] = [
    agenda(item(1, "Budget", outcome=None), item(2, "Havnen", outcome=None)),
    minutes(item(1, "Budget"), item(2, "Havnen", case="25-7"), members=[member("Anna Holm")], **MORNING),
    minutes(item(1, "Budget"), closed(2, "Havnen"), members=[member("Anna Holm")], note="lukket", **MORNING),
    minutes(item(1, "Skolerne"), members=[member("Bo Klit")], **EVENING),
    minutes(item(1, "Skolerne", case="25-7"), note="rettet", **EVENING),
    minutes(item(1, "Vejene"), date=OTHER_DAY),
    minutes(item(1, "Vejene"), item(2, "Havnen", case="25-7"), date=OTHER_DAY, body="Byrådet"),
    minutes(item(1, "Uden dag"), date=None),
]


def act_at_random(chance: random.Random, here: Installation, take: Take) -> str:
    """Take something in, withdraw something or put something back; tell what."""
    known, gone = list(Document.objects.select_related("meeting__body__municipality")), list(Withdrawn.objects.all())
    what = chance.choice(["take", "take", "take", *(["retract"] * bool(known)), *(["restore"] * bool(gone))])
    if what == "take":
        return take(chance.choice(DOCUMENTS)).status
    only = chance.random() < 0.5
    if what == "restore":
        restore(chance.choice(gone).sha256, who="Else Brandt", only=only, at=here)
    else:
        document = chance.choice(known)
        meeting = document.meeting
        address = f"{meeting.body.municipality.slug}/{meeting.body.slug}/{meeting.slug}"
        retract(chance.choice([document.sha256, address]), who="Else Brandt", why="Fejl.", only=only, at=here)
    return what


@pytest.mark.parametrize("seed", seeds(10))
def test_any_course_ends_as_a_rebuild_does(here: Installation, take: Take, index: FileIndex, seed: int) -> None:
    chance = random.Random(seed)
    done = []
    for _ in range(14):
        done.append(act_at_random(chance, here, take))
        hashes = set(Document.objects.values_list("sha256", flat=True))
        withdrawn = set(Withdrawn.objects.values_list("sha256", flat=True))
        assert not hashes & withdrawn
        assert (
            hashes | withdrawn == here.archive.received() == set(HeldDocument.objects.values_list("sha256", flat=True))
        )
        shown = set(Document.objects.filter(shown=True).values_list("sha256", flat=True))
        assert set(Item.objects.values_list("document__sha256", flat=True)) <= shown
        assert index.documents() <= shown
        assert recover(at=here).imported == 0
    before, held = tables(), index.held()
    rebuild(at=here)
    assert tables() == before, done
    assert index.held() == held, done
