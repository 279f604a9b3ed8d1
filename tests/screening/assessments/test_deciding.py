"""A caseworker concludes: follows, deviates, leaves somebody in peace, looks again, corrects; and nothing undoes it."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.acts.services import Unsigned
from pejl.screening.advice.shapes import Kind, Reason, Says
from pejl.screening.assessments.choices import CHOICES, agrees
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.reasons import DEVIATING, FOLLOWING
from pejl.screening.queries.cases import case_of
from pejl.screening.queries.chain import entries, verify
from pejl.screening.services import deciding, standing, telling
from pejl.screening.services.assessing import assess_person
from screening.assessments.fjordby_case import BO, IDA, TODAY, World
from screening.assessments.own_answers import answer_all

EARLY = Kind.TIDLIG_INDSATS


def opened(world: World, *own: tuple[Kind, Says]) -> str:
    """An assessment of Bo; with own assessments where one is named: then all are written, and the advice is shown."""
    found = assess_person(world.home, BO, who="lise")
    if own:
        answer_all(found.id, *own)
    return found.id


def can_be_left(world: World) -> str:
    world.says[Kind.SLIP] = Says.KAN_SLIPPES
    return opened(world, (Kind.SLIP, Says.KAN_SLIPPES))


def test_following_needs_the_own_assessment_first_and_a_reason(world: World) -> None:
    found = opened(world)
    with pytest.raises(deciding.NoDecision, match="egen vurdering først"):
        deciding.follow(found, EARLY, who="lise", why="Enig")
    deciding.own(found, EARLY, Says.SAEDVANLIG, who="lise", why="Kender arbejdspladsen")
    with pytest.raises(deciding.NoDecision, match="alle tre spørgsmål"):
        deciding.follow(found, EARLY, who="lise", why="Enig")
    answer_all(found)
    with pytest.raises(deciding.NoDecision, match="Skriv grunden"):
        deciding.follow(found, EARLY, who="lise")
    deciding.follow(found, EARLY, who="lise", reason="borgeren")
    decision = case_of(world.home, BO).decisions[EARLY]
    assert (decision.event, decision.says, decision.why) == (Event.FULGT, Says.TILBYD_INDSATS, "Borgeren ønsker det")
    (kept,) = entries(events=[Event.FULGT])
    assert (kept.detail["own"], kept.detail["advised"], kept.detail["team"]) == ("saedvanlig", "tilbyd_indsats", "Nord")
    assert verify().whole


def test_deviating_keeps_what_was_advised_what_was_done_and_why(world: World) -> None:
    found = opened(world, (EARLY, Says.TILBYD_INDSATS))
    deciding.deviate(found, EARLY, Says.SAEDVANLIG, who="lise", reason="ved_mere", why="Begynder mandag 010180-1234")
    decision = case_of(world.home, BO).decisions[EARLY]
    assert (decision.says, decision.advised, decision.reason) == (Says.SAEDVANLIG, Says.TILBYD_INDSATS, "ved_mere")
    assert "010180" not in decision.why


@pytest.mark.parametrize(
    ("kind", "says", "reason", "told"),
    [
        (EARLY, Says.TILBYD_INDSATS, "borgeren", "det, rådet siger"),
        (EARLY, Says.UNDLAD, "borgeren", "ikke et af svarene"),
        (EARLY, Says.SAEDVANLIG, "ved_mere", "siger ikke nok"),
        (EARLY, Says.SAEDVANLIG, "findes_ikke", "Vælg en af grundene"),
        (Kind.SLIP, Says.KAN_SLIPPES, "borgeren", "kan det ikke afgøres her"),
    ],
)
def test_what_is_no_deviation_is_told(world: World, kind: Kind, says: Says, reason: str, told: str) -> None:
    found = opened(world, (EARLY, Says.SAEDVANLIG), (Kind.SLIP, Says.BEHOLD))
    with pytest.raises(deciding.NoDecision, match=told):
        deciding.deviate(found, kind, says, who="lise", reason=reason)
    assert not case_of(world.home, BO).decisions


def test_a_certificate_that_the_law_demands_cannot_be_left_out(world: World) -> None:
    world.says[Kind.ATTEST] = Says.LOVEN_KRAEVER
    found = opened(world, (Kind.ATTEST, Says.UNDLAD))
    with pytest.raises(deciding.NoDecision, match="Loven kræver"):
        deciding.deviate(found, Kind.ATTEST, Says.UNDLAD, who="lise", reason="borgeren")
    deciding.follow(found, Kind.ATTEST, who="lise", reason="passer")


def test_an_own_assessment_comes_before_the_advice_and_not_after(world: World) -> None:
    found = opened(world, (EARLY, Says.SAEDVANLIG))
    with pytest.raises(deciding.NoDecision, match="for sent"):
        deciding.own(found, EARLY, Says.TILBYD_INDSATS, who="lise")
    with pytest.raises(deciding.NoDecision, match="ikke et af svarene"):
        deciding.own(found, Kind.SLIP, Says.UNDLAD, who="lise")


def test_somebody_is_left_in_peace_on_a_name_with_days_for_looking_again(world: World) -> None:
    found = can_be_left(world)
    with pytest.raises(deciding.NoDecision, match="afgørelse for sig"):
        deciding.follow(found, Kind.SLIP, who="lise", reason="passer")
    with pytest.raises(Unsigned):
        deciding.release(found, who=" ", reason="passer")
    days = deciding.release(found, who="lise", reason="passer")
    assert days == tuple(TODAY + dt.timedelta(weeks=weeks) for weeks in (2, 4, 8))
    release = case_of(world.home, BO).release
    assert release and release.decision.who == "lise" and release.next == days[0] and not release.ended
    with pytest.raises(deciding.NoDecision, match="sluppet i forvejen"):
        deciding.release(found, who="lise", reason="passer")


def test_nobody_is_left_in_peace_against_the_advice_or_a_hindrance(world: World) -> None:
    found = opened(world, (Kind.SLIP, Says.KAN_SLIPPES))
    with pytest.raises(deciding.NoDecision, match="kan ikke slippes"):
        deciding.release(found, who="lise", reason="passer")
    world.hindrances = (Reason(feature="graviditet", sentence="Borgeren er gravid."),)
    world.says[Kind.SLIP] = Says.KAN_SLIPPES
    world.snapshot.id = "2026-11-09-2222"
    again = assess_person(world.home, BO, who="lise").id
    with pytest.raises(deciding.NoDecision, match="Borgeren er gravid"):
        deciding.release(again, who="lise", reason="passer")


def test_re_checks_are_done_one_by_one_and_contact_can_be_taken_up_again(world: World) -> None:
    found = can_be_left(world)
    first, second, _ = deciding.release(found, who="lise", reason="passer")
    deciding.recheck(BO, "G1", Says.KAN_SLIPPES, who="per", reason="passer")
    release = case_of(world.home, BO).release
    assert release and [each.says for each in release.rechecks] == [Says.KAN_SLIPPES, None, None]
    assert release.rechecks[0].due == first and release.next == second
    standing.stop(who="Anne", why="Tilsyn")
    deciding.recheck(BO, "G1", Says.BEHOLD, who="per", why="Borgeren ringede")
    over = case_of(world.home, BO).release
    assert over and over.ended and over.next is None
    with pytest.raises(deciding.NoDecision, match="intet gentjek"):
        deciding.recheck(BO, "G1", Says.KAN_SLIPPES, who="per", reason="passer")


def test_a_release_does_not_go_on_against_a_new_advice(world: World) -> None:
    deciding.release(can_be_left(world), who="lise", reason="passer")
    world.says[Kind.SLIP] = Says.BEHOLD
    world.snapshot.id = "2026-11-09-2222"
    assess_person(world.home, BO, who="per")
    with pytest.raises(deciding.NoDecision, match="nu et andet"):
        deciding.recheck(BO, "G1", Says.KAN_SLIPPES, who="per", reason="passer")
    with pytest.raises(deciding.NoDecision, match="Et gentjek siger"):
        deciding.recheck(BO, "G1", Says.UNDLAD, who="per", reason="passer")


@pytest.mark.parametrize("says", [Says.BEHOLD, Says.KAN_SLIPPES])
@pytest.mark.parametrize("shadow", [0.0, 1.0])
def test_a_re_check_tells_nothing_of_an_advice_before_the_own_assessment(
    world: World, says: Says, shadow: float
) -> None:
    deciding.release(can_be_left(world), who="lise", reason="passer")
    world.says[Kind.SLIP], world.day = says, TODAY + dt.timedelta(weeks=3)
    world.hindrances = (Reason(feature="graviditet", sentence="Borgeren er gravid."),) if says is Says.BEHOLD else ()
    world.policy = world.policy.model_copy(update={"shadow_share": shadow})
    found = assess_person(world.home, BO, who="per")
    with pytest.raises(deciding.NoDecision) as refused:
        deciding.recheck(BO, "G1", Says.KAN_SLIPPES, who="per", reason="passer")
    assert str(refused.value) == "Skriv din egen vurdering først, på alle tre spørgsmål. Derefter vises rådene."
    answer_all(found.id)
    if says is Says.BEHOLD and not shadow:
        with pytest.raises(deciding.NoDecision, match="Borgeren er gravid"):
            deciding.recheck(BO, "G1", Says.KAN_SLIPPES, who="per", reason="passer")
    else:
        deciding.recheck(BO, "G1", Says.KAN_SLIPPES, who="per", reason="passer")


def test_contact_is_taken_up_again_without_an_own_assessment(world: World) -> None:
    deciding.release(can_be_left(world), who="lise", reason="passer")
    world.day = TODAY + dt.timedelta(weeks=3)
    assess_person(world.home, BO, who="per")
    deciding.recheck(BO, "G1", Says.BEHOLD, who="per", why="Borgeren ringede")
    (kept,) = entries(events=[Event.GENTJEK])
    assert kept.detail["advised"] == "", "nobody saw it"


def test_a_decision_stands_whatever_is_computed_later_and_the_difference_is_news(world: World) -> None:
    found = opened(world, (EARLY, Says.SAEDVANLIG))
    deciding.deviate(found, EARLY, Says.SAEDVANLIG, who="lise", reason="borgeren")
    world.says[EARLY] = Says.SAEDVANLIG
    world.snapshot.id = "2026-11-09-2222"
    assess_person(world.home, BO, who="lise")
    case = case_of(world.home, BO)
    assert case.decisions[EARLY].assessment == found and case.decisions[EARLY].says is Says.SAEDVANLIG
    assert case.news == (EARLY,)


def test_an_assessment_that_no_longer_holds_is_not_decided_on(world: World) -> None:
    found = opened(world, (EARLY, Says.SAEDVANLIG))
    world.day += dt.timedelta(days=15)
    with pytest.raises(deciding.NoDecision, match=r"fra 10\. november 2026 gælder ikke længere|gælder ikke længere"):
        deciding.follow(found, EARLY, who="lise", reason="passer")
    with pytest.raises(deciding.NoDecision, match="med det nummer"):
        deciding.follow("findes-ikke", EARLY, who="lise", reason="passer")


def test_a_wrong_value_is_marked_computed_again_and_the_citizen_is_to_be_told(world: World) -> None:
    found = opened(world)
    again = deciding.corrected(found, "alder", "54,0", who="lise", why="Født 1972")
    assert again and again.id != found
    assert [(each.feature, each.was, each.value) for each in world.corrections] == [("alder", 45.0, 54.0)]
    case = case_of(world.home, BO)
    assert [each.feature for each in case.to_tell] == ["alder"] and case.assessment and case.assessment.id == again.id
    telling.told(BO, "hoering", who="lise", assessment_id=again.id)
    assert case_of(world.home, BO).to_tell
    telling.told(BO, "rettelse", who="lise", assessment_id=again.id)
    told = case_of(world.home, BO)
    assert told.to_tell == () and told.corrections and [each.letter for each in told.letters] == ["hoering", "rettelse"]


@pytest.mark.parametrize(
    ("feature", "value", "why", "told"),
    [
        ("alder", "45", "x", "intet at rette"),
        ("alder", "mange", "x", "er et tal"),
        ("alder", "300", "x", "ligger mellem 15 og 75"),
        ("aarsag", "dovenskab", "x", "er en af"),
        ("koen", "mand", "x", "indgår ikke"),
        ("alder", "46", " ", "kommer fra"),
    ],
)
def test_a_correction_that_cannot_be_is_told(world: World, feature: str, value: str, why: str, told: str) -> None:
    found = opened(world)
    with pytest.raises(deciding.NoCorrection, match=told):
        deciding.corrected(found, feature, value, who="lise", why=why)


def test_what_is_not_known_after_all_can_be_said(world: World) -> None:
    deciding.corrected(opened(world), "alder", "", who="lise", why="Fejl hos kilden")
    assert case_of(world.home, BO).corrections[0].value is None


def test_a_letter_is_marked_as_sent_about_the_right_person(world: World) -> None:
    found = opened(world)
    telling.told(BO, "underretning", who="lise")
    assert case_of(world.home, BO).notified
    for person, kind, about in ((BO, "kæreste brev", None), (IDA, "forklaring", found)):
        with pytest.raises(telling.NotTold):
            telling.told(person, kind, who="lise", assessment_id=about)


def test_every_question_can_be_answered_and_every_reason_has_words() -> None:
    assert set(CHOICES) == set(Kind)
    for reason in (*FOLLOWING, *DEVIATING):
        assert reason.danish[0].isupper() and not reason.danish.endswith(".")
    assert agrees(Says.LOVEN_KRAEVER, Says.INDHENT) and agrees(Says.SAEDVANLIG, Says.BEHOLD)
    assert not agrees(Says.KAN_SLIPPES, Says.BEHOLD)
