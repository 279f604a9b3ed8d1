"""Tokens of other systems: told once, few rights, one purpose, for a time."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from pejl.access.models import Token
from pejl.access.purposes import Purpose
from pejl.access.rights import RIGHTS, SCREENING_MODELS, SCREENING_PERSON
from pejl.access.roles import CASEWORKER
from pejl.access.services import Unusable, enable_user, give_roles, set_password
from pejl.access.tokens.holder import GIVEABLE, NoSuchRight, giveable
from pejl.access.tokens.queries import holder_of, tokens
from pejl.access.tokens.services import UnusableToken, make_token, note_use, take_back
from pejl.acts.models import Act

pytestmark = pytest.mark.django_db


def a_token(name: str = "fagsystem", days: int = 30) -> str:
    return make_token(name, [SCREENING_PERSON], Purpose.CASEWORK, days=days, who="Prøve")


def test_a_token_is_told_once_and_only_its_hash_is_kept() -> None:
    secret = a_token()
    assert secret.startswith("pejl_") and len(secret) > 40
    kept = str(list(Token.objects.values())) + str(list(Act.objects.values())) + str(list(User.objects.values()))
    assert secret not in kept and secret.removeprefix("pejl_") not in kept
    holder = holder_of(secret)
    assert holder and holder.name == "fagsystem" and holder.rights == {SCREENING_PERSON}


@pytest.mark.parametrize("wrong", ["", "pejl_", "pejl_x", "æøå", "x" * 5000])
def test_what_is_no_token_opens_nothing(wrong: str) -> None:
    a_token()
    assert holder_of(wrong) is None


def test_a_token_that_is_too_old_opens_nothing() -> None:
    secret = a_token()
    Token.objects.update(expires=timezone.now() - dt.timedelta(seconds=1))
    assert holder_of(secret) is None and not tokens()[0].works


def test_a_token_that_was_taken_back_opens_nothing_and_its_name_stays_taken() -> None:
    secret = a_token()
    take_back("fagsystem", who="Prøve")
    assert holder_of(secret) is None
    with pytest.raises(UnusableToken, match="not used twice"):
        a_token()
    assert [act.verb for act in Act.objects.all()] == ["access.make_token", "access.take_token"]


def test_a_system_never_becomes_a_person_who_logs_in() -> None:
    a_token()
    for change in (
        lambda: set_password("system.fagsystem", "gul-hest-under-broen", who="Prøve"),
        lambda: give_roles("system.fagsystem", [CASEWORKER], who="Prøve"),
        lambda: enable_user("system.fagsystem", who="Prøve"),
    ):
        with pytest.raises(Unusable, match="another system"):
            change()
    assert not User.objects.get(username="system.fagsystem").has_usable_password()


@pytest.mark.parametrize("name", ["", "A", "Stor", "to ord", "1tal", "x" * 41, "æble"])
def test_a_name_that_no_token_can_have_is_a_sentence(name: str) -> None:
    with pytest.raises(UnusableToken, match="name"):
        a_token(name)


@pytest.mark.parametrize("days", [0, -1, 401])
def test_a_token_lasts_no_longer_than_a_year_and_a_little(days: int) -> None:
    with pytest.raises(UnusableToken, match="days"):
        a_token(days=days)


def test_no_token_may_do_what_people_answer_for_by_name() -> None:
    with pytest.raises(NoSuchRight):
        giveable(SCREENING_MODELS.name)
    answered_for = {"screening_models", "casework_mark", "casework_letters", "access_users"}
    assert answered_for <= {right.name for right in RIGHTS}
    assert not answered_for & {right.name for right in GIVEABLE}


def test_the_day_of_the_last_use_is_noted_once_a_day() -> None:
    a_token()
    note_use("fagsystem")
    assert tokens()[0].last_used == timezone.localdate()
