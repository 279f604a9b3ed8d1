"""A caseworker opens a person: what is assessed, when again, and what is never computed or shown."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils import timezone

from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Kind, Says
from pejl.screening.assessments.assessed import assessed_day
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.withheld import Withheld, is_shadow
from pejl.screening.queries.cases import case_of
from pejl.screening.queries.chain import entries, verify
from pejl.screening.services import deciding, standing
from pejl.screening.services.assessing import NotAssessed, assess_person, shown
from screening.assessments.fjordby_case import BO, IDA, KEY, PER, TODAY, World, leave, shadow_share_for
from screening.assessments.own_answers import answer_all


def events(person: str = BO) -> list[Event]:
    return [entry.event for entry in entries(person=person)]


def test_an_assessment_is_written_whole_with_who_asked_and_where_the_case_lies(world: World) -> None:
    found = assess_person(world.home, BO, who="lise")
    (entry,) = entries(person=BO)
    assert (entry.event, entry.who, entry.spell, entry.about) == (Event.VURDERET, "lise", "G1", found.id)
    assert entry.detail["assessment"] == found.model_dump(mode="json")
    assert (entry.detail["team"], entry.detail["withheld"]) == ("Nord", "")
    assert found.model == world.model and verify().whole


def test_opening_the_person_again_computes_nothing(world: World) -> None:
    first = assess_person(world.home, BO, who="lise")
    assert assess_person(world.home, BO, who="per") == first and world.computed == 1


@pytest.mark.parametrize("what", ["expired", "landmark", "model", "register", "policy", "corrected"])
def test_it_is_computed_anew_when_something_has_changed(world: World, what: str) -> None:
    first = assess_person(world.home, BO, who="lise")
    if what == "expired":
        world.day += dt.timedelta(days=15)
    elif what == "landmark":
        world.leaves[0] = leave("G1", BO, 13)
    elif what == "model":
        world.hash = "i" * 64
    elif what == "register":
        world.snapshot.id = "2026-11-09-2222"
    elif what == "policy":
        world.policy = Policy(shadow_share=0, expires_days=7)
    else:
        deciding.corrected(first.id, "alder", "54", who="lise", why="CPR")
    assert assess_person(world.home, BO, who="lise").id != first.id


def test_what_has_expired_is_not_shown(world: World) -> None:
    assess_person(world.home, BO, who="lise")
    assert case_of(world.home, BO).assessment
    world.day += dt.timedelta(days=15)
    assert case_of(world.home, BO).assessment is None


def test_nothing_is_computed_where_it_must_not_be(world: World) -> None:
    standing.object(BO, who="lise")
    with pytest.raises(NotAssessed, match="indsigelse"):
        assess_person(world.home, BO, who="lise")
    standing.stop(who="Anne", why="Fejl i leverancen")
    with pytest.raises(NotAssessed, match="stoppet: Fejl i leverancen"):
        assess_person(world.home, IDA, who="lise")
    standing.start(who="Anne", why="Rettet")
    with pytest.raises(NotAssessed, match="arbejdsgiver"):
        assess_person(world.home, PER, who="lise")
    world.active = False
    with pytest.raises(NotAssessed, match="ikke taget nogen model i brug"):
        assess_person(world.home, IDA, who="lise")
    assert world.computed == 0


def test_an_objection_hides_what_was_computed_before_it_until_it_is_withdrawn(world: World) -> None:
    assess_person(world.home, BO, who="lise")
    standing.object(BO, who="lise", why="Vil ikke")
    case = case_of(world.home, BO)
    assert case.assessment is None and case.objection and case.objection.why == "Vil ikke"
    standing.withdraw_objection(BO, who="lise", why="Ringede selv")
    assert case_of(world.home, BO).assessment


def test_the_one_switch_stops_everything_at_once(world: World) -> None:
    found = assess_person(world.home, BO, who="lise")
    standing.stop(who="Anne", why="Tilsyn")
    case = case_of(world.home, BO)
    assert case.assessment is None and case.stop and case.stop.who == "Anne"
    with pytest.raises(deciding.NoDecision, match="stoppet: Tilsyn"):
        deciding.own(found.id, Kind.SLIP, Says.BEHOLD, who="lise")
    for again in (
        lambda: standing.stop(who="Anne", why="x"),
        lambda: standing.withdraw_objection(BO, who="A", why="x"),
    ):
        with pytest.raises(standing.AlreadySo):
            again()
    with pytest.raises(standing.Unsigned):
        standing.start(who="Anne", why=" ")


def test_the_advice_is_hidden_until_the_own_assessment_is_written(world: World) -> None:
    found = assess_person(world.home, BO, who="lise")
    before = case_of(world.home, BO)
    assert not any(before.visible.values()) and before.assessment and before.assessment.advice == ()
    assert all("assessment" not in entry.detail for entry in before.entries)
    for kind, says in ((Kind.SLIP, Says.KAN_SLIPPES), (Kind.ATTEST, Says.UNDLAD)):
        deciding.own(found.id, kind, says, who="lise")
        case = case_of(world.home, BO)
        assert case.assessment and case.assessment.advice == (), "one tells of the others: they share a chance"
    deciding.own(found.id, Kind.TIDLIG_INDSATS, Says.SAEDVANLIG, who="lise")
    after = case_of(world.home, BO)
    assert after.assessment and {each.kind for each in after.assessment.advice} == set(Kind)
    assert after.own[Kind.SLIP].says is Says.KAN_SLIPPES


def test_a_municipality_can_show_the_advice_at_once(world: World) -> None:
    world.policy = Policy(shadow_share=0, own_first=False)
    assess_person(world.home, BO, who="lise")
    assert all(case_of(world.home, BO).visible.values())


def test_a_look_at_the_advice_is_written_once_for_each_who_sees_it(world: World) -> None:
    found = assess_person(world.home, BO, who="lise")
    assert shown(world.home, BO, who="lise") == ()
    answer_all(found.id)
    assert set(shown(world.home, BO, who="lise")) == set(Kind)
    assert shown(world.home, BO, who="lise") == () and shown(world.home, BO, who="per")
    assert [entry.who for entry in entries(events=[Event.VIST])] == ["lise", "per"]


@pytest.mark.parametrize("taken", [True, False])
def test_whom_a_trial_takes_is_drawn_before_anything_can_be_shown(
    world: World, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    drawn: list[str] = []

    def enrol(_home: object, name: str, candidate: str, **_more: object) -> None:
        drawn.append(f"{name} {candidate}")
        world.arm = SimpleNamespace(control=True)

    place = "pejl.screening.services.assessing"
    monkeypatch.setattr(f"{place}.drawing_on", lambda _day: [SimpleNamespace(name="forsoeg", protocol=None)])
    monkeypatch.setattr(f"{place}.candidate_of", lambda _snapshot, spell, *_rest, **_more: spell)
    monkeypatch.setattr(f"{place}.hindrance", lambda *_: "" if taken else "Et andet sted.")
    monkeypatch.setattr(f"{place}.enrol", enrol)
    found = assess_person(world.home, BO, who="lise")
    assess_person(world.home, BO, who="lise")
    assert drawn == (["forsoeg G1"] if taken else [])
    assert bool(found.advice) is not taken


def test_in_the_control_arm_it_is_computed_and_never_shown(world: World) -> None:
    world.arm = SimpleNamespace(control=True)
    found = assess_person(world.home, BO, who="lise")
    assert found.advice == () and events() == [Event.VURDERET, Event.TILBAGEHOLDT]
    (kept,) = entries(person=BO, events=[Event.VURDERET])
    assert len(kept.detail["assessment"]["advice"]) == 3
    answer_all(found.id)
    case = case_of(world.home, BO)
    assert case.withheld is Withheld.KONTROL and not any(case.visible.values())
    with pytest.raises(deciding.NoDecision, match="kontrolgruppe"):
        deciding.follow(found.id, Kind.SLIP, who="lise", why="x")


def test_in_the_other_arm_it_is_shown_and_is_no_shadow_case(world: World) -> None:
    world.arm, world.policy = SimpleNamespace(control=False), Policy(shadow_share=0.5)
    for number in range(8):
        world.leaves = [leave(f"G{number}", BO, 10)]
        assert assess_person(world.home, BO, who="lise").advice


def test_of_a_shadow_case_nobody_knows_before_the_own_assessments_are_written(world: World) -> None:
    world.policy = Policy(shadow_share=0.5)
    spell = next(name for name in map("G{}".format, range(50)) if is_shadow(name, "uge_8", world.model, 0.5, KEY))
    world.leaves = [leave(spell, BO, 10)]
    found = assess_person(world.home, BO, who="lise")
    before = case_of(world.home, BO)
    assert before.withheld is None and Event.TILBAGEHOLDT not in [entry.event for entry in before.entries]
    answer_all(found.id)
    after = case_of(world.home, BO)
    assert after.withheld is Withheld.SKYGGE and not any(after.visible.values()) and after.assessment
    assert after.assessment.advice == ()


def test_shadow_cases_are_drawn_alike_by_whoever_asks_and_as_often_as_the_policy_says() -> None:
    drawn = [is_shadow(f"G{number}", "uge_8", "m", 0.05, KEY) for number in range(4000)]
    assert 140 < sum(drawn) < 260
    assert drawn == [is_shadow(f"G{number}", "uge_8", "m", 0.05, KEY) for number in range(4000)]
    others = [is_shadow(f"G{number}", "uge_8", "m", 0.05, b"another installation") for number in range(4000)]
    assert 140 < sum(others) < 260 and others != drawn, "nobody without the key knows which"
    share = shadow_share_for("G1", "uge_8", "m")
    assert not is_shadow("G1", "uge_8", "m", 0, KEY) and is_shadow("G1", "uge_8", "m", min(1, share + 0.01), KEY)


def test_a_register_that_has_long_known_nothing_new_is_asked_as_of_its_last_day() -> None:
    known = dt.date(2026, 10, 31)
    assert assessed_day(known, TODAY) == TODAY
    assert assessed_day(known, dt.date(2028, 1, 1)) == known


def test_of_two_sick_leaves_the_one_that_is_named_is_assessed(world: World) -> None:
    world.leaves = [leave("G1", BO, 30), leave("G3", BO, 6)]
    assert assess_person(world.home, BO, who="lise").spell == "G3"
    assert assess_person(world.home, BO, who="lise", spell="G1").spell == "G1"
    assert len(case_of(world.home, BO).sick_leaves) == 2


def test_nobody_walks_through_all_the_chances_in_a_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pejl.screening.services.assessing.OF_PERSON", 2)
    monkeypatch.setattr("pejl.screening.assessments.daily.OF_PERSON", 2)
    world.leaves = [leave(f"G{number}", "p" + letter * 26, 10) for number, letter in enumerate("abcdefghijkl")]
    persons = [each.person for each in world.leaves]
    for each in persons:
        answer_all(assess_person(world.home, each, who="lise").id)
    for each in persons[:2]:
        assert shown(world.home, each, who="lise")
    with pytest.raises(NotAssessed, match="2 sygeforløb til lise"):
        shown(world.home, persons[2], who="lise")
    assert shown(world.home, persons[0], who="lise") == (), "what was shown may be looked at again"
    assert shown(world.home, persons[2], who="per"), "each name counts by itself"
    for number, each in enumerate(persons[:3]):
        assert shown(world.home, each, who=f"SB{number:03} (system.x)", system=True)
    with pytest.raises(NotAssessed, match=r"3 sygeforløb til system\.x"):
        shown(world.home, persons[3], who="SB999 (system.x)", system=True)
    later = timezone.now() + dt.timedelta(days=1, minutes=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert shown(world.home, persons[2], who="lise")
