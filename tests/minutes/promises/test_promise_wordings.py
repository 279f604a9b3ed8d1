"""The ways in which minutes promise that something will come, and the ways that only look like it."""

from __future__ import annotations

import pytest

from minutes.promises.promised import Fact, fact, promises

PROMISED: dict[str, list[Fact]] = {
    "Forvaltningen vil i foråret 2026 forelægge udvalget en sag om taxa.": [("other", "2026-03-01", "2026-05-31")],
    "Udvalget vil blive orienteret om resultaterne i 1. kvartal 2027.": [("information", "2027-01-01", "2027-03-31")],
    "Der vil blive fremlagt en evaluering for udvalget i slutningen af 2027.": [
        ("evaluation", "2027-10-01", "2027-12-31")
    ],
    "Forvaltningen forventer at kunne forelægge en samlet plan for Økonomiudvalget i marts 2026.": [
        ("proposal", "2026-03-01", "2026-03-31")
    ],
    "Status på indsatsen forelægges for udvalget senest 1. juni 2026.": [("status", "2025-12-03", "2026-06-01")],
    "Udvalget forelægges en opfølgning medio 2026.": [("status", "2026-06-01", "2026-07-31")],
    "Administrationen vender tilbage til udvalget med et oplæg på mødet i marts.": [
        ("proposal", "2026-03-01", "2026-03-31")
    ],
    "Udvalget får en mundtlig orientering på næste møde.": [("information", None, None)],
    "Sagen genoptages på udvalgets møde i februar.": [("decision", "2026-02-01", "2026-02-28")],
    "En afrapportering vil ske til udvalget ultimo 2026.": [("account", "2026-12-01", "2026-12-31")],
    "Der holdes et temamøde om ungeindsatsen den 5. maj 2026.": [("theme_meeting", "2026-05-05", "2026-05-05")],
    "Næste status gives i juni 2026.": [("status", "2026-06-01", "2026-06-30")],
    "Evalueringen forventes klar i efteråret 2026 og vil herefter blive forelagt udvalget.": [
        ("evaluation", "2026-09-01", "2026-11-30")
    ],
    "Beskæftigelsesplanen for 2027 forelægges til godkendelse i december 2026.": [
        ("decision", "2026-12-01", "2026-12-31")
    ],
    "Der laves et forslag, som forelægges udvalget inden sommerferien.": [("proposal", "2025-12-03", "2026-06-30")],
    "Der gives en status på projektet om et halvt år.": [("status", "2026-06-03", "2026-07-03")],
    "Indsatsen evalueres efter to år.": [("evaluation", "2027-12-03", "2028-03-03")],
    "I starten af det nye år vil udvalget blive forelagt en redegørelse.": [("account", "2026-01-01", "2026-03-31")],
    "Udvalget vil i 1. halvår 2026 tage stilling til, hvilke mål der skal følges.": [
        ("decision", "2026-01-01", "2026-06-30")
    ],
    "Når projektet slutter i 2028, får Byrådet en samlet opgørelse.": [("account", "2028-01-01", "2028-12-31")],
    "Forvaltningen vil forelægge en afsluttende rapport for udvalget.": [("report", None, None)],
    "I efteråret vil forvaltningen præsentere et forslag til retning for udvalget.": [
        ("proposal", "2026-09-01", "2026-11-30")
    ],
    "Sagen forelægges igen, når der er svar fra leverandøren.": [("decision", None, None)],
    "I maj 2026, når høringen er slut, vil forvaltningen med en sag forelægge en strategi for udvalget.": [
        ("proposal", "2026-05-01", "2026-05-31")
    ],
    "Der gøres status for udvalget i efteråret 2026.": [("status", "2026-09-01", "2026-11-30")],
    "Administrationen vil i efteråret komme med et oplæg til udvalget om kontaktforløb.": [
        ("proposal", "2026-09-01", "2026-11-30")
    ],
    "Forvaltningen kommer i maj 2026 med en plan til udvalget.": [("proposal", "2026-05-01", "2026-05-31")],
    "Udvalget forelægges en oversigt over de afsluttede forløb i juni 2026.": [("account", "2026-06-01", "2026-06-30")],
}  # fmt: skip

RECURRING: dict[str, tuple[str, str]] = {
    "Der udarbejdes en redegørelse, som forelægges udvalget hvert år i april.": ("yearly", "2026-04-30"),
    "Forvaltningen afrapporterer til udvalget hvert halve år.": ("half_yearly", "2026-06-03"),
    "Indsatsen afrapporteres halvårligt til udvalget.": ("half_yearly", "2026-06-03"),
    "Kvartalsvis forelægges udvalget en status på sygefraværet.": ("quarterly", "2026-03-03"),
    "Udvalget får årligt en rapport om klager.": ("yearly", "2026-12-03"),
    "Fremover forelægges udvalget nøgletal to gange om året.": ("half_yearly", "2026-06-03"),
    "Der vil være en årlig afrapportering til udvalget.": ("yearly", "2026-12-03"),
    "Udvalget forelægges en status hvert forår.": ("yearly", "2026-05-31"),
    "Udvalget forelægges kvartalsvis en ledelsesinformation.": ("quarterly", "2026-03-03"),
}

NOT_PROMISED = {
    "law that commences": "Loven træder i kraft 1. juli 2026 og evalueres i 2029.",
    "a citizen's letter": "Borgeren får en orientering i marts 2026.",
    "the government's plans": "Regeringen forventes at fremlægge et lovforslag i foråret 2026.",
    "a bill's way": "Regeringens forslag forelægges Folketinget i maj 2026.",
    "what a citizen may say": "Borgerne kan komme med forslag til udvalget senest 1. maj 2026.",
    "what a council may say": "Handicaprådet kan komme med en anbefaling til udvalget senest 1. maj 2026.",
    "what the administration brought": "Administrationen er i november 2025 kommet med et oplæg til udvalget.",
    "a status that never ends": "Der gøres løbende status på forløbene.",
    "this case's route": "Sagen behandles i Økonomiudvalget 16.12.2025.",
    "this case's route to the council": "Sagen forelægges Byrådet 17.12.2025.",
    "the proposal's route": "Forslaget sendes i høring til 1. februar 2026 og forelægges herefter Byrådet.",
    "what citizens are told": "Borgerne orienteres i januar 2026.",
    "what staff are shown": "Planen præsenteres for medarbejderne i maj 2026.",
    "what staff get": "Forvaltningen giver hvert kvartal medarbejderne en status.",
    "staff's own meeting": "Medarbejderne får et temamøde i maj 2026.",
    "what goes on all the time": "Projektet evalueres løbende, og udvalget vil løbende blive orienteret.",
    "the council's calendar": "Byrådet behandler budgettet 8. oktober 2026.",
    "history": "Udvalget besluttede 12.02.2025, at der skulle gives en status i 3. kvartal 2025.",
    "a promise kept now": "Som lovet forelægges udvalget en opsamling på de to temadrøftelser.",
    "this very case": "Med denne sag forelægges udvalget en status på 3. kvartal 2025.",
    "a case's own quarter": "Budgetopfølgning for 3. kvartal 2025 forelægges til godkendelse.",
    "a condition": "Hvis der gives tilsagn, vil forvaltningen forelægge en plan for udvalget i marts 2026.",
    "another time past": "Der blev i foråret 2025 gennemført en evaluering.",
    "somebody else's report": "KL forventer at offentliggøre en rapport i juni 2026.",
    "somebody else's evaluation": "Styrelsen gennemfører en evaluering i 2027.",
    "a denial": "De nye satser evalueres ikke i 2026.",
    "an applicant's deadline": "Ansøgere får svar senest 1. marts 2026.",
    "an amount each year": "Tilskuddet på 2 mio. kr. årligt fremgår af status.",
    "what results are used for": "Resultaterne vil blive brugt i arbejdet med den nye strategi i 2026.",
    "a question to this meeting": "Udvalget skal tage stilling til, hvilke projekter der får støtte i 2026.",
    "an oral supplement": "Måltallene præsenteres på mødet.",
    "an alternative": "Forslaget er enten behandlet eller forelægges udvalget på et senere tidspunkt.",
    "an intention": "Forvaltningen vil følge udviklingen tæt.",
    "a quoted budget note": '"Der udarbejdes en analyse. Analysen præsenteres for udvalget i foråret 2026."',
}


@pytest.mark.parametrize("sentence", PROMISED)
def test_a_promise_is_found_with_its_kind_and_days(sentence: str) -> None:
    assert [fact(promise) for promise in promises(sentence)] == PROMISED[sentence]


@pytest.mark.parametrize("sentence", RECURRING)
def test_what_comes_again_is_found_with_how_often_and_its_first_time(sentence: str) -> None:
    (promise,) = promises(sentence)
    assert (promise.window.recurring, str(promise.window.last)) == RECURRING[sentence]


@pytest.mark.parametrize("why", NOT_PROMISED)
def test_what_only_looks_like_a_promise_is_none(why: str) -> None:
    assert promises(NOT_PROMISED[why]) == []


def test_things_and_times_are_told_apart_within_a_sentence() -> None:
    found = promises(
        "En orientering om loven forelægges udvalget primo 2026, og en status på satserne forelægges i 3. kvartal 2026."
    )
    assert [(promise.what, *fact(promise)) for promise in found] == [
        ("En orientering om loven", "information", "2026-01-01", "2026-01-31"),
        ("en status på satserne", "status", "2026-07-01", "2026-09-30"),
    ]


def test_two_things_of_one_verb_have_their_own_times() -> None:
    found = promises("Byrådet får en midtvejsevaluering i 1. kvartal 2027 og en samlet evaluering ultimo 2027.")
    assert [(promise.what, promise.window.words) for promise in found] == [
        ("en midtvejsevaluering", "i 1. kvartal 2027"),
        ("en samlet evaluering", "ultimo 2027"),
    ]


def test_one_thing_on_two_days_is_two_promises() -> None:
    found = promises("Det sker gennem to temadrøftelser 01.02.2026 og 01.03.2026, hvor udvalget skal drøfte dilemmaer.")
    assert [fact(promise)[1] for promise in found] == ["2026-02-01", "2026-03-01"]


def test_what_is_said_in_the_summary_and_again_in_the_text_is_told_once() -> None:
    text = (
        "Resumé\n\nEn status på handleplanen forelægges udvalget i 2. kvartal 2026.\n\n"
        "Videre proces\n\nForvaltningen vil i 2. kvartal 2026 forelægge udvalget en status på handleplanen."
    )
    assert len(promises(text)) == 1


def test_the_phrase_is_of_the_text_and_without_time_and_receiver() -> None:
    (promise,) = promises(
        "Forvaltningen vil i maj 2026 forelægge udvalget et forslag til ny organisering af jobcentret."
    )
    assert promise.what == "et forslag til ny organisering af jobcentret"
    assert promise.what in promise.sentence


def test_a_mayor_who_is_quoted_promises_for_himself() -> None:
    (promise,) = promises("Borgmesteren svarede, at Teknik- og Klimaudvalget får en sag om belysning i foråret 2026.")
    assert (promise.by, promise.by_name, promise.to) == ("other", "Borgmesteren", "Teknik- og Klimaudvalget")
