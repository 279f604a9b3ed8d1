"""Every role against every right, as a table; what is not in it is denied."""

from __future__ import annotations

import pytest

from pejl.access.purposes import Purpose, purpose_named
from pejl.access.rights import RIGHTS, Door, Right
from pejl.access.roles import READER, ROLES, NoSuchRole, Role, allowed, role_named, roles_with

EVERYONE = {
    *("public_record", "public_site", "public_law", "public_screening"),
    *("enter", "own_account", "register_front", "casework_front", "screening_front", "screening_answer"),
}
OWN_LISTS = {"casework_lists", "casework_person", "casework_mark", "casework_timeliness", "law_effects"}
ALL_LISTS = OWN_LISTS | {"casework_all_lists", "casework_audit", "casework_informing", "casework_letters"}
ASSESSES = {"screening_list", "screening_person", "screening_counts"}
COUNTS = {"register_counts", "casework_timeliness", "screening_counts", "law_effects"}
TABLE = {
    "reader": set(),
    "councillor": COUNTS,
    "caseworker": {"register_counts", "register_person", *OWN_LISTS, *ASSESSES, "screening_decide"},
    "team_leader": {
        *("register_counts", "register_person", "register_quarantine", *ALL_LISTS),
        *(*ASSESSES, "screening_decide", "screening_log"),
    },
    "analyst": {"register_quarantine", *COUNTS},
    "quality_consultant": {
        *("register_counts", "register_person", "register_quarantine", *ALL_LISTS),
        *(*ASSESSES, "screening_log"),
    },
    "secretary": COUNTS,
    "administrator": {
        *("register_quarantine", "register_change", "access_log", "access_users"),
        *("screening_log", "screening_models", *COUNTS),
    },
}
CELLS = [(role, right) for role in ROLES for right in RIGHTS]


@pytest.mark.parametrize(("role", "right"), CELLS, ids=[f"{role.name} {right.name}" for role, right in CELLS])
def test_a_role_has_the_rights_of_the_table_and_no_others(role: Role, right: Right) -> None:
    assert allowed([role], right) == (right.name in EVERYONE | TABLE[role.name])
    assert (role in roles_with(right)) == allowed([role], right)


def test_the_table_knows_every_role_and_every_right() -> None:
    assert set(TABLE) == {role.name for role in ROLES}
    assert EVERYONE | set().union(*TABLE.values()) == {right.name for right in RIGHTS}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_a_role_is_a_sentence_in_both_languages(role: Role) -> None:
    for sentence in (role.sentence, role.danish):
        assert sentence.endswith(".") and sentence[0].isupper()
    assert role.sentence != role.danish


def test_whoever_has_no_role_is_a_reader() -> None:
    for right in RIGHTS:
        assert allowed([], right) == allowed([READER], right)


def test_who_has_two_roles_has_the_rights_of_both() -> None:
    both = [role_named("team_leader"), role_named("administrator")]
    assert {right.name for right in RIGHTS if allowed(both, right)} == {right.name for right in RIGHTS}


def test_nobody_who_administers_looks_persons_up() -> None:
    assert not [right.name for right in role_named("administrator").rights if right.about_a_person]


def test_a_right_that_is_about_a_person_needs_a_login() -> None:
    assert [right.name for right in RIGHTS if right.about_a_person] == [
        "register_person",
        "casework_person",
        "casework_audit",
        "screening_person",
    ]
    assert all(right.needs_login for right in RIGHTS if right.about_a_person)
    assert {right.name for right in RIGHTS if right.door is not Door.ROLE} == EVERYONE - {"own_account"}


@pytest.mark.parametrize("word", ["team_leader", "team-leader", " Team Leader "])
def test_a_role_is_found_by_its_name(word: str) -> None:
    assert role_named(word).word == "Teamleder"


def test_a_role_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(NoSuchRole, match=r"There is no role 'chef'\. The roles are: reader, councillor"):
        role_named("chef")


def test_a_purpose_is_one_of_those_that_there_are() -> None:
    assert purpose_named(" complaint ") is Purpose.COMPLAINT
    assert purpose_named("nysgerrighed") is None
    assert len({purpose.danish for purpose in Purpose}) == len(Purpose)
