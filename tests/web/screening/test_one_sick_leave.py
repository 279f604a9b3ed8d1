"""A caseworker opens a sick leave: the own answer first, then the advice, then a decision with a reason."""

from __future__ import annotations

import re

import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client

from access.people import a_user, logged_in
from pejl.access.models import Look
from pejl.access.roles import ADMINISTRATOR, ANALYST, COUNCILLOR, QUALITY_CONSULTANT, SECRETARY, Role
from pejl.screening.advice.policy import BadPolicy
from pejl.screening.advice.shapes import Kind, Reason, Says
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.withheld import Withheld
from pejl.screening.models import LogEntry
from pejl.screening.services.questionnaires import answer
from screening.assessments.fjordby_case import BO, IDA, shadow_share_for
from web.screening.rich_case import RichWorld

LOOK, ACT = "/screening/person/opslag/", "/screening/skriv/"
ALL = (
    ("tidlig_indsats", "saedvanlig"),
    ("slip", "behold"),
    ("attest", "undlad"),
)


def look(client: Client, person: str = BO, purpose: str = "casework") -> HttpResponse:
    return client.post(LOOK, {"person": person, "formaal": purpose})  # type: ignore[return-value]


def act(client: Client, what: str, htmx: bool = False, **more: str) -> HttpResponse:
    about = LogEntry.objects.filter(event=Event.VURDERET).order_by("-number").values_list("about", flat=True).first()
    sent = {"person": BO, "formaal": "casework", "vurdering": about or "", "handling": what, **more}
    return client.post(ACT, sent, headers={"HX-Request": "true"} if htmx else {})  # type: ignore[return-value]


def own(client: Client, *answers: tuple[str, str], all_of_them: bool = True) -> str:
    """The page after these own answers; and after those to the other questions, without which no advice is shown."""
    look(client)
    given = {**dict(ALL), **dict(answers)} if all_of_them else dict(answers)
    answered = [act(client, "egen", raad=kind, siger=says) for kind, says in given.items()]
    return text(answered[-1])


def text(page: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def written(event: Event) -> list[str]:
    return [str(each.detail) for each in LogEntry.objects.filter(event=event).order_by("number")]


def test_the_own_answer_comes_first_and_nothing_of_the_advice_is_on_the_page(lise: Client) -> None:
    page = look(lise)
    said = text(page)
    assert "Opslaget er skrevet i loggen" in said and "lise" in said
    assert said.count("Skriv først, hvad du selv mener.") == 3
    assert "af 100" not in said and "Sætningen om" not in said and "Tilbyd tidlig indsats" in said
    assert "stress" not in said and "45" not in said, "what went in would tell as much"
    assert "Arbejdsgiveren venter borgeren tilbage efter 30 uger." in said, "what people say themselves is no advice"
    assert "checked" not in page.content.decode() and "selected" not in page.content.decode()
    (row,) = Look.objects.all()
    assert (row.username, row.right, row.subject, row.page) == ("lise", "screening_person", BO, LOOK)
    assert LogEntry.objects.filter(event=Event.VURDERET).count() == 1
    assert not LogEntry.objects.filter(event=Event.VIST).exists()


def test_no_advice_is_shown_before_all_three_own_answers_for_one_tells_of_the_others(
    world: RichWorld, lise: Client
) -> None:
    world.abstained = "Modellen er for usikker på netop denne sag."
    for answered in range(1, 3):
        said = own(lise, *ALL[:answered], all_of_them=False)
        assert said.count("Svar også på de andre spørgsmål. Så vises rådene.") == answered
        assert said.count("Skriv først, hvad du selv mener.") == 3 - answered
        assert "Sætningen om" not in said and world.abstained not in said and "stress" not in said
        assert not written(Event.VIST)
    last = text(act(lise, "egen", raad=ALL[2][0], siger=ALL[2][1]))
    assert last.count("Sætningen om") == 3 and world.abstained in last
    (seen,) = written(Event.VIST)
    assert all(kind in seen for kind, _ in ALL)


def test_an_act_on_somebody_elses_assessment_is_not_done_for_their_look_is_not_in_the_log(
    world: RichWorld, lise: Client
) -> None:
    world.hindrances = (Reason(feature="graviditet", sentence="Borgeren er gravid."),)
    look(lise, IDA)
    about = LogEntry.objects.get(event=Event.VURDERET, person=IDA).about
    before = LogEntry.objects.filter(person=IDA).count()
    for what in ("egen", "foelg", "fravig", "slip", "ret", "fortalt"):
        sent = {"raad": "slip", "siger": "behold", "grund": "passer", "oplysning": "alder", "vaerdi": "45"}
        said = text(act(lise, what, **sent, vurdering=about, hvorfor="x", brev="forklaring"))
        assert "en anden borgers" in said and "gravid" not in said and "regnet med" not in said
    assert LogEntry.objects.filter(person=IDA).count() == before


def test_where_the_policy_cannot_be_read_an_act_says_so(
    world: RichWorld, lise: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_home: object) -> object:
        raise BadPolicy("screening.toml er ikke skrevet rigtigt.")

    look(lise)
    for place in ("queries.cases", "services.assessing"):
        monkeypatch.setattr(f"pejl.screening.{place}.policy_in_use", broken)
    for told in (act(lise, "egen", raad="attest", siger="undlad"), act(lise, "spoerg", sprog="da")):
        assert told.status_code == 422 and "screening.toml er ikke skrevet rigtigt." in text(told)


def test_a_chance_is_told_as_people_with_its_interval_and_reasons_that_add_up(lise: Client) -> None:
    said = own(lise, ("tidlig_indsats", "saedvanlig"))
    assert "Af 100 forløb som dette varer 43 længere end 26 uger (mellem 36 og 52)." in said
    assert "For et almindeligt forløb på samme sted er det 34." in said
    assert re.search(
        r"Et almindeligt forløb 34 .*»stress«.* \+11 .*45 år.* −3 .*Andre forhold.* \+1 Dette forløb 43", said
    )
    assert "Hvis kontakten til arbejdsgiveren var god." in said
    assert "Det vidste modellen ikke: Smerter." in said and "2026-11-01-abc123" in said
    assert "Udløber 24. november 2026" in said


def test_an_advice_is_deviated_from_with_one_click_and_a_reason(lise: Client) -> None:
    own(lise, ("tidlig_indsats", "saedvanlig"))
    refused = act(lise, "fravig", raad="tidlig_indsats", siger="saedvanlig", grund="ved_mere")
    assert refused.status_code == 422 and "siger ikke nok i sig selv" in text(refused)
    assert "Vælg en af grundene" in text(act(lise, "fravig", raad="tidlig_indsats", siger="saedvanlig", grund="x"))
    done = act(
        lise,
        "fravig",
        raad="tidlig_indsats",
        siger="saedvanlig",
        grund="ved_mere",
        hvorfor="Begynder mandag 010180-1234",
    )
    said = text(done)
    assert done.status_code == 200 and "Beslutningen er gemt: rådet fraviges" in said
    assert "Rådet er fraveget: Sædvanlig vurdering" in said and "Begynder mandag" in said and "010180" not in said
    assert "Beslut igen" in said
    assert Look.objects.filter(subject=BO, right="screening_decide").count() == 6, "each answer shows the person"


def test_an_advice_is_followed(lise: Client) -> None:
    own(lise, *ALL)
    assert "Rådet er fulgt: Ingen attest" in text(act(lise, "foelg", raad="attest", grund="passer"))
    (kept,) = written(Event.FULGT)
    assert '"kind":"attest"' in kept.replace(" ", "") and '"own":"undlad"' in kept.replace(" ", "")


def test_nobody_is_released_against_the_advice(world: RichWorld, lise: Client) -> None:
    world.hindrances = (Reason(feature="beregning", sentence="Det kan være op til 52 af 100.", cites="SDP § 13 b"),)
    said = own(lise, ("slip", "kan_slippes"))
    assert "Det taler imod" in said and "Det kan være op til 52 af 100. SDP § 13 b" in said
    assert "Slip borgeren" not in said and "Rådet kan ikke fraviges til at slippe" in said
    assert act(lise, "slip", grund="passer").status_code == 422
    assert act(lise, "fravig", raad="slip", siger="kan_slippes", grund="borgeren").status_code == 422
    assert not LogEntry.objects.filter(event=Event.SLUPPET).exists()


def test_a_named_person_releases_and_looks_again(world: RichWorld, lise: Client) -> None:
    world.says[Kind.SLIP] = Says.KAN_SLIPPES
    said = own(lise, ("slip", "kan_slippes"))
    assert "Du slipper borgeren med dit navn, lise." in said and "efter 2, 4 og 8 uger" in said
    assert "Du kan altid kontakte os" in said
    done = text(act(lise, "slip", grund="borgeren"))
    assert "Borgeren er sluppet. Der ses efter igen 24. november 2026, 8. december 2026 og 5. januar 2027" in done
    assert "lise slap borgeren" in done and done.count("skal ses efter igen") == 3
    again = text(act(lise, "gentjek", siger="behold", hvorfor="Borgeren ringede"))
    assert "Det er skrevet, at der er set efter igen" in again and "kontakten er taget op igen" in again


@pytest.mark.parametrize("htmx", [True, False])
def test_with_htmx_the_part_that_changed_is_answered_else_the_page(lise: Client, htmx: bool) -> None:
    look(lise)
    page = act(lise, "egen", htmx=htmx, raad="attest", siger="indhent").content.decode()
    assert ("<html" in page) is not htmx and 'id="sag"' in page
    assert re.search(r'role="status"><div[^>]*autofocus', page), "what came of it takes the focus"
    wrong = act(lise, "foelg", htmx=htmx, raad="attest")
    assert wrong.status_code == (200 if htmx else 422) and 'role="alert"' in wrong.content.decode()
    if htmx:
        assert wrong["HX-Retarget"] == "#sagt-attest" and b'id="sag"' not in wrong.content, "what was written stays"


def test_a_shadow_case_is_told_when_all_own_answers_are_written(world: RichWorld, lise: Client) -> None:
    share = shadow_share_for("G1", "uge_8", world.model)
    world.policy = world.policy.model_copy(update={"shadow_share": share})
    first = own(lise, ALL[0], all_of_them=False)
    assert "Svar også på de andre spørgsmål." in first and "holdt tilbage" not in first
    last = own(lise, *ALL[1:], all_of_them=False)
    assert Withheld.SKYGGE.danish in last and "af 100" not in last and "Sætningen om" not in last
    assert not LogEntry.objects.filter(event=Event.VIST).exists()


def test_where_no_chance_is_given_the_page_says_why(world: RichWorld, lise: Client) -> None:
    world.abstained = "Forløbet ligner ikke dem, modellen er lært på."
    said = own(lise, ("tidlig_indsats", "tilbyd_indsats"))
    assert "Ingen chance er regnet ud for dette forløb" in said and world.abstained in said
    assert "Af 100 forløb" not in said


def test_nobody_finds_out_by_correcting_what_went_in_before_the_own_answers(world: RichWorld, lise: Client) -> None:
    look(lise)
    for value in ("45", "46"):
        said = text(act(lise, "ret", oplysning="alder", vaerdi=value, hvorfor="x"))
        assert "Skriv din egen vurdering først" in said and "regnet med" not in said
    assert not written(Event.RETTET)


def test_a_wrong_value_is_corrected_and_reckoned_again_and_must_be_told(world: RichWorld, lise: Client) -> None:
    own(lise, ALL[0])
    assert "Skriv, hvor den rigtige oplysning kommer fra" in text(act(lise, "ret", oplysning="alder", vaerdi="54"))
    assert "er et tal" in text(act(lise, "ret", oplysning="alder", vaerdi="gammel", hvorfor="Fra borgeren"))
    assert "Skriv eller vælg" in text(act(lise, "ret", oplysning="alder", hvorfor="Fra borgeren"))
    said = text(act(lise, "ret", oplysning="alder", vaerdi="54", hvorfor="Fra borgeren"))
    assert "Oplysningen er rettet, og der er regnet om" in said and "Borgeren skal have besked om det" in said
    assert [(each.feature, each.value) for each in world.corrections] == [("alder", 54.0)]
    act(lise, "ret", oplysning="aarsag", vaerdi="-", hvorfor="Ukendt")
    assert {each.feature: each.value for each in world.corrections} == {"alder": 54.0, "aarsag": None}


def test_a_link_is_shown_once_and_the_answers_stand_on_the_page(lise: Client) -> None:
    look(lise)
    assert "Vælg sproget først" in text(act(lise, "spoerg"))
    page = act(lise, "spoerg", sprog="en").content.decode()
    link = re.search(r'value="http://testserver/screening/spoergsmaal/([^/"]+)/"', page)
    assert link is not None and "Linket vises kun denne ene gang" in page
    again = look(lise).content.decode()
    assert link[1] not in again and "Borgeren har ikke svaret endnu" in again
    answer(link[1], {"tilbage_i_job": 7, "kontakt_arbejdsgiver": 4}, "en")
    said = text(look(lise))
    assert "7 af 10" in said and "Hvordan er kontakten med din arbejdsgiver" in said and "God" in said


def test_an_objection_stops_all_reckoning_at_once_and_can_be_withdrawn(world: RichWorld, lise: Client) -> None:
    look(lise)
    before = world.computed
    said = text(act(lise, "indsigelse"))
    assert "Borgeren har gjort indsigelse" in said and "Skriv først, hvad du selv mener" not in said
    assert text(look(lise)).count("Forløbet vurderes på sædvanlig måde") and world.computed == before
    assert act(lise, "indsigelse_trukket").status_code == 422, "it needs a reason"
    back = text(act(lise, "indsigelse_trukket", hvorfor="Borgeren ringede"))
    assert "Skriv først, hvad du selv mener." in back


def test_the_history_tells_what_happened_and_nothing_of_what_is_hidden(lise: Client) -> None:
    said = own(lise, ("attest", "indhent"))
    assert "Hvad er sket?" in said and "Lægeattest: Indhent en attest" in said
    hidden = text(look(lise, IDA))
    assert "Vurderet" in hidden and "Sætningen om" not in hidden


def test_who_may_look_but_not_decide_sees_no_form(world: RichWorld) -> None:
    client = logged_in(a_user("kirsten", QUALITY_CONSULTANT))
    said = look(client).content.decode()
    assert "når sagsbehandleren har skrevet sin egen vurdering af alle tre spørgsmål." in said
    assert 'name="handling"' not in said
    assert act(client, "egen", raad="attest", siger="indhent").status_code == 403
    assert not LogEntry.objects.filter(event=Event.EGEN).exists()


@pytest.mark.parametrize("role", [ANALYST, ADMINISTRATOR, COUNCILLOR, SECRETARY], ids=lambda role: role.name)
def test_who_may_not_look_is_refused(world: RichWorld, role: Role) -> None:
    client = logged_in(a_user("bo", role))
    assert [each.status_code for each in (look(client), act(client, "egen"))] == [403, 403]
    assert not Look.objects.exists() and not LogEntry.objects.exists()


def test_without_a_purpose_or_a_person_nothing_is_shown_or_done(lise: Client) -> None:
    assert "Hvorfor slår du op?" in text(look(lise, purpose="nysgerrig"))
    assert "Hvorfor slår du op?" in text(act(lise, "egen", raad="attest", siger="indhent", formaal=""))
    assert look(lise, person="0101801234")["Location"] == "/screening/?mangler=person"
    assert lise.get(LOOK)["Location"] == "/screening/" and lise.get(ACT)["Location"] == "/screening/"
    assert act(lise, "opfundet").status_code == 404 and act(lise, "foelg", raad="opfundet").status_code == 404
    assert not Look.objects.filter(right="screening_person").exists() and not LogEntry.objects.exists()


def test_a_look_that_cannot_be_logged_shows_and_does_nothing(lise: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Look.objects.__class__, "bulk_create", full)
    monkeypatch.setattr(Look.objects.__class__, "create", full)
    assert look(lise).status_code == 503
    assert act(lise, "indsigelse").status_code == 503
    assert not LogEntry.objects.exists()


def test_where_nothing_can_be_assessed_the_page_says_why(world: RichWorld, lise: Client) -> None:
    world.active = False
    assert "Der er ikke taget nogen model i brug." in text(look(lise))
    world.active, world.leaves = True, []
    assert "Der er intet sygeforløb med en arbejdsgiver, som er i gang." in text(look(lise))


@pytest.mark.parametrize("name", ["lise", "leader"])
def test_a_decision_stands_when_the_advice_changes_and_the_page_says_so(
    world: RichWorld, name: str, request: pytest.FixtureRequest
) -> None:
    client: Client = request.getfixturevalue(name)
    own(client, ALL[0])
    act(client, "foelg", raad="tidlig_indsats", grund="passer")
    world.says[Kind.TIDLIG_INDSATS] = Says.SAEDVANLIG
    world.snapshot.id = "2026-11-30-2222"
    said = text(look(client))
    assert "Rådet er et andet nu" in said and "Rådet er fulgt: Tilbyd tidlig indsats" in said


def test_where_too_many_were_shown_neither_page_nor_letter_shows_another(
    lise: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(lise, *ALL)
    LogEntry._base_manager.filter(event=Event.VIST).update(spell="G77")
    monkeypatch.setattr("pejl.screening.services.assessing.OF_PERSON", 1)
    monkeypatch.setattr("pejl.screening.assessments.daily.OF_PERSON", 1)
    LogEntry._base_manager.filter(event=Event.VIST).update(about="x")
    letter = lise.post("/screening/brev/", {"person": BO, "formaal": "casework", "brev": "forklaring", "sprog": "da"})
    for page in (look(lise), letter):
        said = text(page)  # type: ignore[arg-type]
        assert "chancer gives ikke ud i bunker" in said and "43" not in said and "Sætningen om" not in said
