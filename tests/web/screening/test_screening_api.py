"""A case system has a sick leave assessed: with a token, for its purpose, own assessment first, and in the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import schemathesis
from django.http import HttpResponse
from django.test import Client, override_settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from access.people import a_user, logged_in
from patience import examples
from pejl.access.models import Look
from pejl.access.purposes import Purpose
from pejl.access.rights import SCREENING_DECIDE, SCREENING_LIST, SCREENING_PERSON, Right
from pejl.access.roles import TEAM_LEADER
from pejl.access.tokens.services import make_token
from pejl.screening.advice.policy import Policy
from pejl.screening.assessments.events import Event
from pejl.screening.queries.chain import entries
from pejl.screening.services import standing
from pejl.screening.services.assessing import assess_person
from pejl.web.wsgi import application
from screening.assessments.fjordby_case import BO, World, made

pytestmark = pytest.mark.django_db
ASSESS = "/api/v1/screening/assessments"
OWN = {"kind": "tidlig_indsats", "says": "saedvanlig", "why": "Kender borgeren"}
OWN_ALL = [OWN, {"kind": "slip", "says": "behold"}, {"kind": "attest", "says": "undlad"}]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[World]:
    world = made(tmp_path, monkeypatch)
    monkeypatch.setattr("pejl.screening.queries.numbers.running", world.running)
    register = SimpleNamespace(Register=lambda _home: SimpleNamespace(newest=lambda: world.snapshot))
    monkeypatch.setattr("pejl.screening.queries.numbers.register", register)
    with override_settings(HOME=world.home):
        yield world


def secret(*rights: Right) -> str:
    return make_token(
        "fagsystem", rights or (SCREENING_PERSON, SCREENING_DECIDE), Purpose.CASEWORK, days=9, who="Prøve"
    )


def system(*rights: Right) -> Client:
    return Client(headers={"Authorization": f"Bearer {secret(*rights)}"})


def ask(client: Client, purpose: str = "casework", **body: Any) -> HttpResponse:
    asked = {"spell": "G1", "caseworker": "SB001", **body}
    told = {name: value for name, value in asked.items() if value is not None}
    return client.post(f"{ASSESS}?formaal={purpose}", told, content_type="application/json")


def test_the_own_assessment_comes_before_the_advice(world: World) -> None:
    told = ask(system()).json()
    assert [each["hidden"] for each in told["advice"]] == ["own_first"] * 3
    assert all(each["chance"] is None and each["says"] is None and not each["reasons"] for each in told["advice"])


def test_with_the_own_assessments_of_all_questions_the_advice_is_told_and_before_that_none(world: World) -> None:
    client = system()
    for own in (OWN_ALL[:1], OWN_ALL[:2]):
        assert [each["hidden"] for each in ask(client, own=own).json()["advice"]] == ["own_first"] * 3
    assert not list(entries(person=BO, events=[Event.VIST]))
    told = ask(client, own=OWN_ALL[2:]).json()
    assert {each["hidden"] for each in told["advice"]} == {None}
    assert (told["advice"][0]["says"], told["advice"][0]["chance"]) == ("tilbyd_indsats", 0.2)
    shown = [each.detail["kinds"] for each in entries(person=BO, events=[Event.VIST])]
    assert shown == [["tidlig_indsats", "slip", "attest"]]


@pytest.mark.parametrize("arm", [None, SimpleNamespace(control=True)])
def test_that_no_score_was_given_is_told_with_the_advice_and_not_before(
    world: World, arm: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = world.assess

    def silent(*asked: Any) -> Any:
        return plain(*asked).model_copy(update={"abstained": "For usikker.", "missing": ("Smerter",)})

    computing = SimpleNamespace(computed=silent, NOT_COMPUTED=(OSError,))
    monkeypatch.setattr("pejl.screening.services.assessing.computing", computing)
    world.arm, client = arm, system()
    before, after = ask(client).json(), ask(client, own=OWN_ALL).json()
    assert (before["abstained"], before["missing"]) == ("", [])
    assert (after["abstained"], after["missing"]) == (("", []) if arm else ("For usikker.", ["Smerter"]))


def test_what_a_caseworker_holds_is_kept_with_their_name_and_the_systems(world: World) -> None:
    ask(system(), own=[OWN])
    (own,) = entries(person=BO, events=[Event.EGEN])
    assert own.who == "SB001 (system.fagsystem)" and own.detail["says"] == "saedvanlig"


def test_asked_again_nothing_is_computed_or_held_twice(world: World) -> None:
    client = system()
    first, second = ask(client, own=[OWN]).json(), ask(client, own=[OWN]).json()
    assert first == second and world.computed == 1
    assert len(list(entries(person=BO, events=[Event.EGEN]))) == 1


def test_the_look_is_in_the_log_before_anything_is_told(world: World) -> None:
    ask(system())
    (look,) = Look.objects.all()
    assert (look.username, look.subject, look.right) == ("system.fagsystem", BO, "screening_person")


def test_a_person_can_be_named_instead_of_the_number(world: World) -> None:
    assert ask(system(), spell=None, person=BO).json()["spell"] == "G1"


def test_a_number_that_nobody_has_is_told_and_nobody_is_looked_at(world: World) -> None:
    answer = ask(system(), spell="G99")
    assert answer.status_code == 404 and not Look.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        {"spell": None},
        {"person": BO},
        {"caseworker": ""},
        {"caseworker": None},
        {"person": "2512489996", "spell": None},
        {"own": [{"kind": "kontrol", "says": "sanktion"}]},
    ],
)
def test_what_cannot_be_asked_is_a_sentence_and_nothing_happens(world: World, body: dict[str, Any]) -> None:
    answer = ask(system(), **body)
    assert answer.status_code == 422 and answer["Content-Type"] == "application/problem+json"
    assert world.computed == 0 and not Look.objects.exists()


def test_a_question_that_is_answered_twice_is_not_answered(world: World) -> None:
    assert ask(system(), own=[OWN, OWN]).status_code == 409 and world.computed == 0


def test_control_is_no_purpose(world: World) -> None:
    client = system()
    assert ask(client, purpose="kontrol").status_code == 422
    assert ask(client, purpose="supervision").status_code == 403
    assert world.computed == 0


def test_a_stopped_screening_an_objection_and_no_model_each_say_so(world: World) -> None:
    client = system()
    standing.object(BO, who="lise", why="Vil ikke")
    answer = ask(client)
    assert answer.status_code == 409 and "indsigelse" in answer.json()["detail"]
    standing.stop(who="leder", why="Fejl i data")
    assert "stoppet" in ask(client).json()["detail"]
    assert world.computed == 0


def test_advice_that_is_withheld_is_told_to_no_system(world: World) -> None:
    world.arm = SimpleNamespace(control=True)
    told = ask(system(), own=[OWN]).json()
    assert {each["hidden"] for each in told["advice"]} == {"withheld"}
    assert "0.2" not in str(told["advice"])


def test_a_browsers_login_does_not_do_and_neither_does_a_token_without_the_right(world: World) -> None:
    assert ask(logged_in(a_user("lise", TEAM_LEADER))).status_code == 401
    assert ask(system(SCREENING_LIST)).status_code == 403
    assert world.computed == 0


def test_an_own_assessment_takes_the_right_to_pass_it_on(world: World) -> None:
    answer = ask(system(SCREENING_PERSON), own=[OWN])
    assert answer.status_code == 403 and "screening_decide" in answer.json()["detail"]


def test_an_assessment_is_read_again_until_it_may_not_be_used(world: World) -> None:
    client = system()
    made = ask(client, own=[OWN]).json()
    again = f"{ASSESS}/{made['id']}?formaal=casework"
    assert client.get(again).json() == made
    assert client.get(f"{ASSESS}/a99?formaal=casework").status_code == 404
    world.hash = "i" * 64
    assert client.get(again).status_code == 410


def test_what_waits_is_told_by_number_without_persons_and_scores(world: World) -> None:
    world.policy = Policy(shadow_share=0)
    assess_person(world.home, BO, who="lise")
    told = system(SCREENING_LIST).get("/api/v1/screening/waiting").json()["results"]
    assert {each["spell"] for each in told} == {"G1", "G2"}
    assert BO not in str(told) and "chance" not in str(told)


@pytest.fixture
def known(db: None) -> str:
    return secret(SCREENING_PERSON, SCREENING_DECIDE, SCREENING_LIST)


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@schema.include(path_regex="/screening/").parametrize()
@hypothesis_settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_a_system_asks_is_answered_as_described(world: World, known: str, case: schemathesis.Case) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {known}", "Accept-Encoding": "identity"})
