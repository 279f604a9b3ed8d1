"""What a further day tells of something published is settled as if all days had been asked."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from pejl.record.models import Body, Publication
from pejl.record.services import Installation, import_bytes, rebuild
from pejl.record.services.publishing import settle_publications
from record import builders
from record.builders import agenda, closed, item, member, minutes, stop

pytestmark = pytest.mark.django_db(transaction=True)

Told = list[tuple[str, dt.datetime, dt.datetime, bool, str]]


def told() -> Told:
    return list(Publication.objects.order_by("path").values_list("path", "created", "modified", "deleted", "name"))


def asked_of_all_days() -> Told:
    body = Body.objects.first()
    assert body
    settle_publications(body, list(Publication.objects.values_list("path", flat=True)), {})
    return told()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_in_whatever_order(here: Installation, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(14):
        make = chance.choice([minutes, minutes, agenda])
        people = chance.sample(["Anna Holm", "Bo Lund", "Eva Krog"], 2)
        document = make(
            item(1, f"Sag {chance.randrange(3)}", case=f"25-{chance.randrange(3)}", route=[stop("Byrådet")]),
            *([closed(2)] if chance.random() < 0.3 else [item(2)]),
            body=chance.choice(["Økonomiudvalget", "ØKONOMIUDVALG"]),
            date=chance.choice([dt.date(2025, 1, 1 + number % 5), None]),
            **({"members": [member(name, chance.choice("AV")) for name in people]} if make is minutes else {}),
        )
        import_bytes("referat.txt", builders.as_file(document), at=here)
        assert told() == asked_of_all_days(), f"after file {number}"
    before = told()
    rebuild(at=here)
    assert told() == before
