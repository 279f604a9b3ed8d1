"""Users are made, given roles and shut out, each by an act; groups follow the roles."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User

from access.people import PASSWORD, a_user
from pejl.access import services
from pejl.access.queries import NoSuchUser, accounts, caseworker_of, roles_of, user_named
from pejl.access.roles import ANALYST, CASEWORKER, ROLES, TEAM_LEADER
from pejl.acts.queries import acts_on

pytestmark = pytest.mark.django_db


def test_a_user_has_the_roles_that_they_are_given() -> None:
    user = a_user("bo", CASEWORKER, full_name="Bo Lund Dam", email="Bo@fjordby.example")
    assert roles_of(user) == [CASEWORKER]
    assert (user.first_name, user.last_name) == ("Bo Lund", "Dam")
    assert user.check_password(PASSWORD) and PASSWORD not in user.password
    assert not (user.is_staff or user.is_superuser)
    assert EmailAddress.objects.get(user=user).verified


def test_new_roles_take_the_place_of_the_old_ones() -> None:
    a_user("bo", CASEWORKER)
    services.give_roles("BO", [TEAM_LEADER, ANALYST], who="Else Brandt")
    assert roles_of(user_named("bo")) == [TEAM_LEADER, ANALYST]


def test_what_is_done_to_a_user_is_an_act_with_the_name_of_who_did_it() -> None:
    a_user("bo", CASEWORKER)
    services.give_roles("bo", [ANALYST], who="Else Brandt")
    services.set_password("bo", "rød-ko-over-hegnet", who="Else Brandt")
    services.disable_user("bo", who="Else Brandt")
    services.enable_user("bo", who="Else Brandt")
    acts = acts_on(["user:bo"])["user:bo"]
    assert [act.verb.removeprefix("access.") for act in acts] == [
        *("add_user", "give_roles", "set_password", "disable_user", "enable_user"),
    ]
    assert acts[1].detail == {"before": ["caseworker"], "roles": ["analyst"]}
    assert {act.who for act in acts[1:]} == {"Else Brandt"}
    assert not [act for act in acts if "hegnet" in str(act.detail) or PASSWORD in str(act.detail)]


@pytest.mark.parametrize(
    ("password", "reason"),
    [("kort", "kort"), ("123456789012345", "numerisk"), ("", "kort"), ("bo-lundgaard-bo", "brugernavn")],
)
def test_a_weak_password_makes_no_user(password: str, reason: str) -> None:
    with pytest.raises(services.Unusable, match=reason):
        services.add_user("bo-lundgaard", password, [CASEWORKER], who="Else")
    assert not User.objects.exists() and not acts_on(["user:bo-lundgaard"])


@pytest.mark.parametrize("name", ["", "  ", "bo lund", "bo;drop", "x" * 151])
def test_a_name_that_cannot_be_one_makes_no_user(name: str) -> None:
    with pytest.raises(services.Unusable):
        services.add_user(name, PASSWORD, [CASEWORKER], who="Else")
    assert not User.objects.exists()


def test_a_name_or_an_address_is_taken_whatever_its_capitals() -> None:
    a_user("bo", CASEWORKER, email="bo@fjordby.example")
    with pytest.raises(services.Unusable, match="a user called 'BO' already"):
        a_user("BO", CASEWORKER)
    with pytest.raises(services.Unusable, match="belongs to another user"):
        a_user("ida", CASEWORKER, email="Bo@Fjordby.example")


def test_groups_are_kept_in_step_with_the_roles() -> None:
    user = a_user("bo", CASEWORKER)
    user.groups.add(Group.objects.create(name="old_role"))
    services.keep_groups()
    assert set(Group.objects.values_list("name", flat=True)) == {role.name for role in ROLES}
    assert roles_of(user_named("bo")) == [CASEWORKER]


def test_a_group_that_is_no_role_gives_nothing() -> None:
    user = a_user("bo")
    user.groups.add(Group.objects.create(name="superusers"))
    user.is_superuser = True
    user.save()
    assert roles_of(user_named("bo")) == []


def test_a_user_whom_nobody_knows_cannot_be_changed() -> None:
    with pytest.raises(NoSuchUser, match="There is no user called 'ida'"):
        services.disable_user("ida", who="Else")


def test_the_list_of_users_tells_roles_and_who_is_shut_out() -> None:
    a_user("bo", CASEWORKER)
    a_user("else", TEAM_LEADER, ANALYST)
    services.disable_user("bo", who="Else")
    told = [(account.username, account.active, [role.name for role in account.roles]) for account in accounts()]
    assert told == [("bo", False, ["caseworker"]), ("else", True, ["team_leader", "analyst"])]


def test_a_user_is_a_caseworker_of_the_register_until_somebody_says_otherwise() -> None:
    user = a_user("bo", CASEWORKER)
    assert caseworker_of(user) == ""
    services.set_caseworker("Bo", " s17 ", who="Else Brandt")
    services.set_caseworker("bo", "s18", who="Else Brandt")
    assert caseworker_of(user) == "s18" and [each.caseworker for each in accounts()] == ["s18"]
    services.set_caseworker("bo", "", who="Else Brandt")
    assert caseworker_of(user) == ""
    details = [act.detail for act in acts_on(["user:bo"])["user:bo"][1:]]
    assert details == [
        {"before": "", "caseworker": "s17"},
        {"before": "s17", "caseworker": "s18"},
        {"before": "s18", "caseworker": ""},
    ]


@pytest.mark.parametrize("number", ["x" * 81, "0101801234", "010180-1234", "s1\n2"])
def test_what_can_be_no_caseworkers_number_is_refused(number: str) -> None:
    user = a_user("bo", CASEWORKER)
    with pytest.raises(services.Unusable, match="no CPR number"):
        services.set_caseworker("bo", number, who="Else")
    assert caseworker_of(user) == ""
