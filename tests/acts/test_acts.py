"""Acts are only added: nobody changes or removes one, and each has a name and, where it needs one, a reason."""

from __future__ import annotations

from enum import StrEnum

import pytest

from pejl.acts.models import Act, Unchangeable
from pejl.acts.queries import acts_on
from pejl.acts.services import Unsigned, record_act

pytestmark = pytest.mark.django_db


class Verb(StrEnum):
    """Verbs of no room."""

    OPEN = "open"
    CLOSE = "close"

    @property
    def needs_reason(self) -> bool:
        """Closing says nothing without its reason."""
        return self is Verb.CLOSE


def test_an_act_keeps_who_did_what_and_why() -> None:
    record_act(Verb.CLOSE, "door:1", who="  Anna   Holm ", why=" it rains ", detail={"side": "north"})
    (act,) = acts_on(["door:1", "door:2"])["door:1"]
    assert (act.verb, act.who, act.why, act.detail) == ("close", "Anna Holm", "it rains", {"side": "north"})


def test_an_act_keeps_no_sign_that_nobody_sees_nor_a_number_behind_one() -> None:
    record_act(Verb.CLOSE, "door:1", who="An\u200bna\x1b[2J", why="it \x1b[31mrains\u202e\r\n01\u200d0180-1234\x00")
    (act,) = acts_on(["door:1"])["door:1"]
    assert (act.who, act.why) == ("Anna[2J", "it [31mrains\n[CPR-nummer skjult]")
    with pytest.raises(Unsigned):
        record_act(Verb.CLOSE, "door:1", who="\u200b", why="x")


def test_acts_on_a_subject_come_in_their_order() -> None:
    for verb in (Verb.OPEN, Verb.CLOSE, Verb.OPEN):
        record_act(verb, "door:1", who="Anna Holm", why="wind")
    assert [act.verb for act in acts_on(["door:1"])["door:1"]] == ["open", "close", "open"]


@pytest.mark.parametrize(("who", "why"), [("", "rain"), ("  ", "rain"), ("Anna Holm", "  ")])
def test_an_act_without_name_or_needed_reason_is_refused(who: str, why: str) -> None:
    with pytest.raises(Unsigned):
        record_act(Verb.CLOSE, "door:1", who=who, why=why)
    assert not Act.objects.exists()


def test_an_act_is_never_changed_or_removed() -> None:
    act = record_act(Verb.OPEN, "door:1", who="Anna Holm")
    act.who = "Somebody Else"
    with pytest.raises(Unchangeable):
        act.save()
    with pytest.raises(Unchangeable):
        act.delete()
    assert Act.objects.get().who == "Anna Holm"
