"""The log of looks: one line for each, never changed, found by person, user and day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db.models import ProtectedError
from django.utils import timezone

from access.people import PERSON, a_user
from pejl.access.models import Look, Unchangeable
from pejl.access.purposes import Purpose
from pejl.access.queries import looks
from pejl.access.rights import REGISTER_PERSON
from pejl.access.roles import CASEWORKER
from pejl.access.services import record_look

pytestmark = pytest.mark.django_db
OTHER = "p" + "z" * 26


def a_look(name: str = "bo", subject: str = PERSON) -> Look:
    user = a_user(name, CASEWORKER)
    return record_look(user, REGISTER_PERSON, subject=subject, page="/register/person/", purpose=Purpose.CASEWORK)


def test_a_look_keeps_who_whom_where_when_and_what_for() -> None:
    before = timezone.now()
    a_look()
    (look,) = looks()
    assert (look.username, look.subject, look.right) == ("bo", PERSON, "register_person")
    assert (look.page, look.purpose) == ("/register/person/", "casework")
    assert before <= look.at <= timezone.now()


def test_a_look_is_never_changed_or_removed() -> None:
    look = a_look()
    look.username = "en anden"
    for attempt in (
        look.save,
        look.delete,
        Look.objects.all().delete,
        lambda: Look.objects.update(username="en anden"),
    ):
        with pytest.raises(Unchangeable):
            attempt()
    assert [(each.pk, each.username) for each in looks()] == [(look.pk, "bo")]


def test_a_user_who_has_looked_cannot_be_removed() -> None:
    look = a_look()
    with pytest.raises(ProtectedError):
        look.user.delete()


def test_looks_are_found_by_person_by_user_and_from_a_day_on() -> None:
    a_look("bo", PERSON)
    a_look("ida", OTHER)
    assert [look.username for look in looks(person=OTHER)] == ["ida"]
    assert [look.subject for look in looks(user="BO")] == [PERSON]
    assert not looks(person=OTHER, user="bo")
    today = timezone.localdate()
    assert looks(since=today).count() == 2
    assert not looks(since=today + dt.timedelta(days=1))
    assert [look.username for look in looks()] == ["ida", "bo"]
