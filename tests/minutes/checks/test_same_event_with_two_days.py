"""Two sentences that give one event two days are told of; two events with a day each are not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.days import danish_day, short_day
from pejl.minutes.checks.flag import Certainty
from pejl.minutes.checks.slips import one_slip_apart

from .flags_said import flags_of, in_text, paragraphs, told

RULE = "same-event"

TWO_PERIODS = [
    ("Evalueringen af mentorordningen forelægges udvalget i september 2026.",
     "Forvaltningen forelægger evalueringen af mentorordningen for udvalget i oktober 2026.",
     "september 2026", "oktober 2026"),
    ("Flytningen til Havnegade sker primo 2027.", "Flytningen til Havnegade sker i marts 2027.",
     "primo 2027", "marts 2027"),
    ("Evalueringen af mentorordningen forelægges udvalget 04.02.2026.",
     "Forvaltningen forelægger evalueringen af mentorordningen for udvalget i marts 2026.",
     "04.02.2026", "marts 2026"),
    ("Flytningen til Havnegade sker primo 2027.", "Forvaltningen venter, at flytningen til Havnegade sker ultimo 2027.",
     "primo 2027", "ultimo 2027"),
]  # fmt: skip
ONE_PERIOD = [
    ("Flytningen til Havnegade sker primo 2027.", "Flytningen til Havnegade sker i begyndelsen af 2027."),
    ("Flytningen til Havnegade sker i 1. kvartal 2027.", "Flytningen til Havnegade sker i marts 2027."),
    ("Evalueringen af mentorordningen forelægges udvalget i september 2026.",
     "Evalueringen af mentorordningen forelægges udvalget 09.09.2026."),
    ("Status på mentorordningen forelægges udvalget i juni 2026.",
     "Status på mentorordningen forelægges udvalget i december 2026."),
    ("Evalueringen af mentorordningen forelægges udvalget i 2026.",
     "Evalueringen af mentorordningen forelægges udvalget i 2027."),
    ("Kurset om mentorer holdes i september 2026.", "Næste kursus om mentorer holdes i oktober 2026."),
    ("Analysen af mentorordningen blev forelagt i maj 2025.", "Analysen af mentorordningen blev forelagt i juni 2025."),
]  # fmt: skip

SAME = [
    ("En evaluering af mentorordningen forelægges udvalget 04.02.2026.",
     "Forvaltningen vil forelægge evalueringen af mentorordningen på udvalgets møde 04.03.2026.",
     "04.02.2026", "04.03.2026"),
    ("Evalueringen af mentorordningen forelægges udvalget 4. februar 2026.",
     "Forvaltningen vil forelægge evalueringen af mentorordningen på udvalgets møde den 11. februar 2026.",
     "04.02.2026", "11.02.2026"),
    ("Flytningen til Havnegade sker 01.05.2026.",
     "Forvaltningen forventer, at flytningen til Havnegade sker 11.05.2026.",
     "01.05.2026", "11.05.2026"),
    ("Høringsfristen er 12.01.2026.", "Høringsfristen udløber 13.01.2026.", "12.01.2026", "13.01.2026"),
    ("Temamødet afholdes 14.01.2026.", "På temamødet, som holdes 15.01.2026, deltager KL.", "14.01.2026", "15.01.2026"),
    ("Temamødet holdes 14.01.2026 kl. 16.", "På temamødet 15.01.2026 gennemgås nye regler om mentorer.",
     "14.01.2026", "15.01.2026"),
    ("Lejemålet på Strandvejen ophører 30.06.2027.",
     "Når lejemålet på Strandvejen ophører 30.07.2027, skal skiltene ned.",
     "30.06.2027", "30.07.2027"),
    ("De første udbetalinger af de nye ydelser gennemføres 30.01.2026.",
     "De første udbetalinger af de nye ydelser bliver gennemført 31.01.2026.",
     "30.01.2026", "31.01.2026"),
    ("Uddannelsesreformen, som trådte i kraft 01.07.2025, ændrer meget.",
     "Uddannelsesreformen trådte i kraft 01.07.2024.",
     "01.07.2025", "01.07.2024"),
    ("Ansøgningsfristen til puljen er 15.01.2026.",
     "Forvaltningen sender ansøgningen til puljen inden ansøgningsfristen 16.01.2026.",
     "15.01.2026", "16.01.2026"),
    ("Kommunerne er fra 01.02.2026 ikke længere forpligtet til at have et jobhus.",
     "Loven betyder, at kommunerne fra 01.03.2026 ikke længere er forpligtet til at have et jobhus.",
     "01.02.2026", "01.03.2026"),
    ("Budgettet for 2027 vedtages i Byrådet 08.10.2026.",
     "Byrådet vedtager budgettet for 2027 på mødet 09.10.2026.",
     "08.10.2026", "09.10.2026"),
    ("Forslaget om seniorkort forelægges udvalget til beslutning 06.04.2026, mens forslaget om mentorer afventer.",
     "Forvaltningen forventer at forelægge udvalget et forslag om seniorkort på mødet 09.04.2026.",
     "06.04.2026", "09.04.2026"),
]  # fmt: skip

DIFFERENT = [
    ("Reformen træder i kraft 01.07.2026 for nye borgere.", "For øvrige borgere træder reformen i kraft 01.01.2027."),
    ("Reformens første trin træder i kraft 01.01.2026.", "Reformens andet trin træder i kraft 01.02.2026."),
    ("Første kursus holdes 03.03.2026.", "Andet kursus holdes 10.03.2026."),
    ("Der holdes dialogmøde for unge 03.03.2026.", "Der holdes dialogmøde for ældre 10.03.2026."),
    ("Jobmessen i Nordby holdes 03.03.2026.", "Jobmessen i Sydby holdes 04.03.2026."),
    ("Forslaget til strategi forelægges udvalget til drøftelse 04.02.2026.",
     "Forslaget til strategi forelægges udvalget til godkendelse 04.03.2026."),
    ("Sagen om strategien behandles i Økonomiudvalget 09.12.2025.",
     "Sagen om strategien behandles i Byrådet 17.12.2025."),
    ("Strategien for de unge blev drøftet i udvalget 01.10.2025.",
     "Strategien for de unge blev drøftet i udvalget 08.10.2025."),
    ("Udvalget drøftede strategien 01.10.2025, punkt 3.", "Udvalget drøftede strategien 07.10.2025, punkt 1."),
    ("En status på ventelisterne forelægges udvalget 04.02.2026.",
     "En status på ventelisterne forelægges igen 04.03.2026."),
    ("Aftalen om kantinen gælder fra 01.03.2026.", "Aftalen om kantinen gælder til 28.02.2027."),
    ("Budget 2026 vedtages 09.10.2026.", "Budget 2027 vedtages 10.10.2026."),
    ("Fase 1 af projektet afsluttes 01.03.2026.", "Fase 2 af projektet afsluttes 10.03.2026."),
    ("Kontrakten udløber 31.03.2026.", "Den nye kontrakt begynder 01.04.2026."),
    ("Ansøgningerne skal indsendes inden 1. marts 2026.", "Ansøgningerne behandles 11. marts 2026."),
    ("Høringsfristen er 12.01.2026.", "Høringssvarene behandles 13.01.2026."),
    ("Satserne for kontanthjælp reguleres fra 01.01.2026.", "Satserne for sygedagpenge reguleres fra 05.01.2026."),
    ("Evalueringen af mentorordningen blev forelagt 04.11.2025.",
     "Evalueringen af mentorordningen forelægges igen 04.12.2025."),
    ("Temamødet om unge afholdes 14.01.2026.", "Temamødet om unge afholdes 14.01.2026."),
    ("Fristen for ændringsforslag til budgetforslaget er 18.09.2026.",
     "Fristen for underændringsforslag til budgetforslaget er 27.09.2026."),
    ("Kurserne holdes 03.03.2026 og 10.03.2026.", "Kurserne holdes 04.03.2026 og 10.03.2026."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "stated", "computed"), SAME)
def test_an_event_with_two_days_is_told_of(one: str, other: str, stated: str, computed: str) -> None:
    assert told(in_text(paragraphs([one, other])), RULE) == [(RULE, stated, computed)]


@pytest.mark.parametrize(("one", "other", "stated", "computed"), SAME)
def test_its_twin_with_one_day_is_left_alone(one: str, other: str, stated: str, computed: str) -> None:
    same_day = [text.replace(short_day_of(text), stated) for text in (one, other)]
    assert told(in_text(paragraphs(same_day)), RULE) == []


def short_day_of(text: str) -> str:
    """The day as the text writes it."""
    words = text.replace(",", " ").split()
    written = next((word.rstrip(".") for word in words if word[:2].isdigit() and word.count(".") >= 2), None)
    if written:
        return written
    place = next(place for place, word in enumerate(words) if word.rstrip(".").isdigit())
    return " ".join(words[place : place + 3]).rstrip(".")


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_events_are_left_alone(one: str, other: str) -> None:
    assert told(in_text(paragraphs([one, other])), RULE) == []
    assert told(in_text(paragraphs([other, one])), RULE) == []


@pytest.mark.parametrize(("one", "other", "stated", "computed"), TWO_PERIODS)
def test_periods_without_a_day_in_common_are_told_of_as_possible(
    one: str, other: str, stated: str, computed: str
) -> None:
    (flag,) = [each for each in flags_of(in_text(paragraphs([one, other]))) if each.rule == RULE]
    assert (flag.stated, flag.computed, flag.certainty) == (stated, computed, Certainty.POSSIBLE)


@pytest.mark.parametrize(("one", "other"), ONE_PERIOD)
def test_periods_that_meet_or_lie_far_apart_are_left_alone(one: str, other: str) -> None:
    assert told(in_text(paragraphs([one, other])), RULE) == []


def test_entries_of_one_list_are_steps_of_one_plan() -> None:
    steps = "\n".join(f"- Temamøde om mentorordningen holdes {day:02}.03.2026" for day in (3, 10, 17))
    assert told(in_text(f"Planen er:\n{steps}"), RULE) == []


def test_what_the_list_of_attachments_or_the_route_says_is_no_event() -> None:
    said = "Evalueringen af mentorordningen forelægges udvalget"
    assert told(in_text(f"{said} 04.02.2026.\n\nBilag\n\nBilag 1: {said} 05.02.2026"), RULE) == []


def test_the_pair_is_told_once_with_both_places() -> None:
    one, other, stated, computed = SAME[0]
    (flag,) = [each for each in flags_of(in_text(paragraphs([one, other, one, other]))) if each.rule == RULE]
    assert (flag.stated, flag.computed, len(flag.lines)) == (stated, computed, 2)
    assert flag.lines[0].first < flag.lines[1].first
    assert "mentorordningen" in flag.sentence


def test_a_slip_of_the_hand_makes_it_surer() -> None:
    slip, week = (
        flags_of(in_text(paragraphs([f"Evalueringen af mentorordningen forelægges udvalget {day}." for day in days])))
        for days in (("06.04.2026", "09.04.2026"), ("28.04.2026", "05.05.2026"))
    )
    assert [flag.certainty for flag in slip] == [Certainty.LIKELY]
    assert [flag.certainty for flag in week] == [Certainty.POSSIBLE]


AHEAD = st.dates(dt.date(2025, 12, 10), dt.date(2030, 12, 31))


@given(AHEAD, AHEAD, st.sampled_from([short_day, danish_day]))
def test_any_two_days_of_one_event_are_told_of_where_they_are_near_and_never_where_they_are_one(
    one: dt.date, other: dt.date, written: object
) -> None:
    write = written if callable(written) else short_day
    texts = [f"Evalueringen af mentorordningen forelægges udvalget {write(day)}." for day in (one, other)]
    found = told(in_text(paragraphs(texts)), RULE)
    slip = one_slip_apart(one, other) and not one.day == other.day == 1
    near = slip or abs(one - other) <= dt.timedelta(days=14)
    assert found == ([(RULE, short_day(one), short_day(other))] if one != other and near else [])
