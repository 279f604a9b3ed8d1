"""Case systems are told what happened: in order, once, signed, and without a word of what was advised."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.utils import timezone

from pejl.home.folders import Home
from pejl.screening.assessments.events import Event
from pejl.screening.services.chain import append
from pejl.screening.webhooks.message import RETRIES, TELLABLE, wait_after
from pejl.screening.webhooks.models import Receiver
from pejl.screening.webhooks.posting import NotSent
from pejl.screening.webhooks.queries import receivers
from pejl.screening.webhooks.services import (
    NoSuchReceiver,
    UnusableReceiver,
    add_receiver,
    remove_receiver,
    send,
)

pytestmark = pytest.mark.django_db
ADDRESS = "https://fagsystem.example/krog"


class Post:
    """Keeps what is sent, and fails where it is told to."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails, self.bodies = fails, list[dict[str, object]]()

    def __call__(self, address: str, body: bytes, signed: Mapping[str, str]) -> None:
        if self.fails:
            raise NotSent("fagsystem.example answered 500.")
        assert address == ADDRESS and signed["webhook-signature"].startswith("v1,")
        self.bodies.append(json.loads(body))


@pytest.fixture
def here(tmp_path: Path) -> Home:
    return Home(tmp_path)


def assessed(spell: str = "G1") -> None:
    append(Event.VURDERET, who="lise", person="p" + "a" * 26, spell=spell, detail={"chance": 0.42})


def added(*events: Event) -> str:
    return add_receiver("fagsystem", ADDRESS, events or (Event.VURDERET, Event.FULGT), who="Prøve")


def test_a_receiver_is_told_what_happens_from_now_on_and_each_thing_once(here: Home) -> None:
    assessed("G0")
    added()
    assessed("G1")
    post = Post()
    assert [each.messages for each in send(here, sending=post)] == [1]
    assert [each.messages for each in send(here, sending=post)] == [0]
    assert [each["data"]["spell"] for each in post.bodies] == ["G1"]  # type: ignore[index]


def test_a_message_tells_nothing_of_what_was_advised(here: Home) -> None:
    added()
    assessed()
    post = Post()
    send(here, sending=post)
    assert set(post.bodies[0]) == {"type", "timestamp", "data"} and post.bodies[0]["type"] == "screening.vurderet"
    assert set(post.bodies[0]["data"]) == {"entry", "person", "spell"}  # type: ignore[call-overload]
    assert "0.42" not in json.dumps(post.bodies) and "lise" not in json.dumps(post.bodies)


def test_whether_an_advice_was_shown_is_told_to_nobody() -> None:
    assert Event.VIST not in TELLABLE and Event.TILBAGEHOLDT not in TELLABLE
    with pytest.raises(UnusableReceiver, match="tilbageholdt"):
        added(Event.TILBAGEHOLDT)


def test_a_receiver_that_does_not_answer_misses_nothing_and_gets_it_in_order(here: Home) -> None:
    added()
    for spell in ("G1", "G2", "G3"):
        assessed(spell)
    now = timezone.now()
    (failed,) = send(here, at=now, sending=Post(fails=True))
    assert failed.messages == 0 and "500" in failed.trouble
    assert receivers()[0].waiting == 3 and receivers()[0].failures == 1
    post = Post()
    assert send(here, at=now + dt.timedelta(seconds=30), sending=post) == []
    send(here, at=now + dt.timedelta(seconds=61), sending=post)
    assert [each["data"]["spell"] for each in post.bodies] == ["G1", "G2", "G3"]  # type: ignore[index]
    assert receivers()[0].failures == 0 and receivers()[0].trouble == ""


def test_the_tries_come_further_and_further_apart() -> None:
    waits = [wait_after(failures) for failures in range(1, 12)]
    assert waits == sorted(waits) and waits[-1] == dt.timedelta(seconds=RETRIES[-1])


def test_a_receiver_that_was_removed_is_told_nothing_and_its_secret_is_gone(here: Home) -> None:
    secret = added()
    remove_receiver("fagsystem", who="Prøve")
    assessed()
    assert send(here, sending=Post()) == [] and receivers() == []
    assert secret not in str(list(Receiver.objects.values()))
    with pytest.raises(NoSuchReceiver):
        remove_receiver("fagsystem", who="Prøve")
    with pytest.raises(UnusableReceiver, match="not used twice"):
        added()


@pytest.mark.parametrize("name", ["", "Fag", "to ord", "x" * 41])
def test_a_name_that_no_receiver_can_have_is_a_sentence(name: str) -> None:
    with pytest.raises(UnusableReceiver):
        add_receiver(name, ADDRESS, [Event.VURDERET], who="Prøve")
