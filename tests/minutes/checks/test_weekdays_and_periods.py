"""A weekday belongs to its day, and a period ends after it begins."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.days import danish_day, weekday_name
from pejl.calendar.names import WEEKDAYS
from pejl.minutes.checks.flag import Certainty

from ..reading import HEAD, item, minutes_of
from .flags_said import flags_of, in_text, rules, told

WRONG_WEEKDAYS = [
    ("Temamødet er torsdag den 3. juni 2026.", "torsdag 3. juni 2026", "03.06.2026 er en onsdag"),
    ("Temamødet er torsdag d. 03.06.2026.", "torsdag 03.06.2026", "03.06.2026 er en onsdag"),
    ("Mandag, 3. juni 2026 åbner huset.", "mandag 3. juni 2026", "03.06.2026 er en onsdag"),
    ("Huset åbner tors. d. 3/6-2026.", "torsdag 3/6-2026", "03.06.2026 er en onsdag"),
    ("Huset åbner lørdag den 3. juni.", "lørdag 3. juni", "03.06.2025 er en tirsdag"),
    ("Fristen var fredag den 1. januar 2025 kl. 12.00.", "fredag 1. januar 2025", "01.01.2025 er en onsdag"),
]
RIGHT_WEEKDAYS = [
    "Temamødet er onsdag den 3. juni 2026.",
    "Temamødet er den 3. juni 2026.",
    "Huset er åbent mandag-onsdag 03.06.2026.",
    "Huset er åbent mandag til torsdag, den 3. juni 2026 dog kun til kl. 12.",
    "Der er åbent hver mandag. Den 3. juni 2026 er der lukket.",
    "Huset åbner onsdag den 3. juni.",
    "Huset åbner tirsdag den 3. juni.",
    "Huset åbner mandag den 3. juni.",
    "Alle mandage fra 3. juni 2026 er der åbent.",
    "Grundlovsdag 5. juni 2026 er der lukket.",
]

BACKWARDS = [
    ("Aftalen løber fra 01.05.2026 til 30.04.2026.", "01.05.2026 til 30.04.2026"),
    ("Kurset holdes 10.06.2026 - 03.06.2026.", "10.06.2026 - 03.06.2026"),
    ("Projektet løber i perioden december 2026 – juli 2026.", "december 2026 – juli 2026"),
    ("Beløbet indarbejdes i budget 2030-2027.", "2030-2027"),
    ("Der er kampagne mellem 10.06.2026 og 03.06.2026.", "mellem 10.06.2026 og 03.06.2026"),
]
FORWARDS = [
    "Aftalen løber fra 01.05.2026 til 30.04.2027.",
    "Sæsonen går fra 1. november til 31. marts.",
    "Sæsonen er 1. marts – 28. februar.",
    "Beløbet indarbejdes i budget 2027-2030.",
    "Mødet flyttes fra 10.06.2026 til 03.06.2026.",
    "Ledigheden maj 2026 - maj 2025 er steget.",
    "Antallet faldt fra 2100 til 2050 personer.",
    "Unge i alderen 29-18 år.",
    "Sag 2029-2026 er afsluttet.",
]


@pytest.mark.parametrize(("text", "stated", "computed"), WRONG_WEEKDAYS)
def test_a_weekday_that_is_not_the_days_is_told_of(text: str, stated: str, computed: str) -> None:
    assert told(in_text(text)) == [("weekday", stated, computed)]


@pytest.mark.parametrize("text", RIGHT_WEEKDAYS)
def test_a_weekday_that_is_the_days_or_another_days_is_left_alone(text: str) -> None:
    assert told(in_text(text)) == []


@given(st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)), st.sampled_from(WEEKDAYS))
def test_any_day_with_any_weekday_is_told_of_just_where_they_differ(day: dt.date, weekday: str) -> None:
    found = told(in_text(f"Huset åbnede {weekday} den {danish_day(day)}."), "weekday")
    assert bool(found) == (weekday != weekday_name(day))


def test_the_weekday_of_the_meeting_is_held_against_its_day_once() -> None:
    head = HEAD.replace("Onsdag", "Torsdag")
    (flag,) = flags_of(minutes_of(item(1), head=head))
    assert (flag.rule, flag.stated, flag.item) == ("weekday", "torsdag 03. december 2025", None)
    assert flag.certainty is Certainty.CERTAIN and flag.lines[0].first == 3
    assert rules(minutes_of(item(1))) == []


def test_a_head_that_gives_the_meeting_two_days_is_told_of() -> None:
    head = HEAD.replace("d. 03-12-2025", "d. 04-12-2025")
    minutes = minutes_of(item(1), head=head)
    (flag,) = flags_of(minutes)
    assert (flag.rule, flag.computed) == ("head-days", f"{minutes.date:%d.%m.%Y}")
    assert {flag.stated, flag.computed} == {"03.12.2025", "04.12.2025"}
    assert [lines.first for lines in flag.lines] == [1, 3]


@pytest.mark.parametrize(("text", "stated"), BACKWARDS)
def test_a_period_that_ends_before_it_begins_is_told_of(text: str, stated: str) -> None:
    assert told(in_text(text)) == [("period-backwards", stated, "slutter før sin begyndelse")]


@pytest.mark.parametrize("text", FORWARDS)
def test_other_stretches_are_left_alone(text: str) -> None:
    assert told(in_text(text)) == []


def test_headings_are_read_too() -> None:
    assert rules(in_text("Projektet løber fra december 2026 til juli 2026\n\nTeksten følger her og er lang nok.")) == [
        "period-backwards"
    ]


PROJECT = "Projektet løber i perioden december 2025 – juli 2027.\n\nMidlerne dækker perioden december 2025 – {} 2027."


def test_one_period_with_two_ends_is_told_of() -> None:
    assert told(in_text(PROJECT.format("juli")), "period-ends") == []
    assert told(in_text(PROJECT.format("juni")), "period-ends") == [
        ("period-ends", "december 2025 – juli 2027", "december 2025 – juni 2027")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Projektet løber fra august 2026 til juli 2028.\n\nFørste fase af det løber fra august 2026 til juni 2028.",
        "Projektet løber fra august 2026 til juli 2028.\n\nOrdningen løber fra august 2026 til december 2027.",
        "Projektet løber i budget 2026-2029.\n\nOrdningen løber i budget 2026-2028.",
        "Projektet løber fra august 2026 til juli 2028, og ordningen løber fra august 2026 til juni 2028.",
    ],
)
def test_periods_of_different_things_are_left_alone(text: str) -> None:
    assert told(in_text(text), "period-ends") == []


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ("Loven gælder fra 31.06.2026.", "31.06.2026", "30 dage"),
        ("Fristen er den 30. februar 2027.", "30. februar 2027", "28 dage"),
        ("Mødet holdes 29-02-2027.", "29-02-2027", "28 dage"),
        ("Høringen slutter den 31. november.", "31. november", "30 dage"),
    ],
)
def test_day_that_no_calendar_has_is_told_of(text: str, stated: str, computed: str) -> None:
    assert ("no-such-day", stated, computed) in told(in_text(text))


@pytest.mark.parametrize(
    "text",
    ["Loven gælder fra 30.06.2026 og 29.02.2028.", "Sag 32.24.2026 og 31.15.2025.", "Kl. 16.30 den 29. februar."],
)
def test_days_of_the_calendar_and_numbers_of_cases_are_left_alone(text: str) -> None:
    assert told(in_text(text), "no-such-day") == []
