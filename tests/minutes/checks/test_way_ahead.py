"""The announced route is held against the text, against the meeting's own day, and in its own order."""

from __future__ import annotations

import pytest

from pejl.minutes.document import Minutes
from pejl.minutes.reader import read_bytes

from ..reading import item, minutes_of
from .flags_said import rules, told

ROUTE = "Økonomiudvalget 09.12.2025\n\nByrådet 17.12.2025"


def with_route(route: str, text: str = "Teksten.") -> Minutes:
    """Minutes of one item with that route and case text."""
    return minutes_of(item(1, decision=f"Tiltrådt.\n\nKommende behandlingsforløb\n\n{route}", body=text))


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ("Sagen behandles i Økonomiudvalget 16.12.2025.", "16.12.2025", "09.12.2025"),
        ("Sagen forelægges Byrådet 18.12.2025.", "18.12.2025", "17.12.2025"),
        ("Sagen behandles i Økonomiudvalget 09.12.2025 og i Byrådet 18.12.2025.", "18.12.2025", "17.12.2025"),
        ("Projektet går i gang, når Økonomiudvalget behandler sagen på mødet 19.12.2025.", "19.12.2025", "09.12.2025"),
    ],
)
def test_another_day_in_the_text_is_told_of(text: str, stated: str, computed: str) -> None:
    assert told(with_route(ROUTE, text)) == [("route-text", stated, computed)]


@pytest.mark.parametrize(
    "text",
    [
        "Sagen behandles i Økonomiudvalget 09.12.2025.",
        "Sagen behandles i Økonomiudvalget 09.12.2025 og i Byrådet 17.12.2025.",
        "Sagen behandles i Handicapudvalget 16.12.2025.",
        "Sagen blev behandlet i Økonomiudvalget 02.12.2025.",
        "Sagens 2. behandling i Økonomiudvalget er 16.12.2025.",
        "Økonomiudvalget 16.12.2025 skal have en temadrøftelse om økonomi.",
        "Sagen forelægges ikke Økonomiudvalget 16.12.2025.",
        "Byrådet har besluttet, at huset åbner 18.12.2025.",
    ],
)
def test_the_same_day_another_body_and_other_business_are_left_alone(text: str) -> None:
    assert told(with_route(ROUTE, text)) == []


def test_a_council_before_the_economy_committee_is_told_of() -> None:
    found = told(with_route("Økonomiudvalget 17.12.2025\n\nByrådet 09.12.2025"))
    assert found == [("route-order", "Byrådet 09.12.2025", "Økonomiudvalget 17.12.2025")]


@pytest.mark.parametrize("route", ["Økonomiudvalget 09.12.2024", "Økonomiudvalget 09.11.2025\n\nByrådet 17.12.2025"])
def test_a_coming_treatment_before_the_meeting_is_told_of(route: str) -> None:
    assert rules(with_route(route)) == ["route-past"]


@pytest.mark.parametrize("route", [ROUTE, "Økonomiudvalget", "Økonomiudvalget 03.12.2025", "Økonomiudvalget, Byrådet"])
def test_a_route_ahead_is_left_alone(route: str) -> None:
    assert told(with_route(route)) == []


def test_a_course_that_tells_what_has_been_is_left_alone() -> None:
    text = item(1).replace("Gennemgang af sagen", "Sagens forløb\n\nÆldrerådet 09.11.2025\n\nGennemgang af sagen")
    assert told(minutes_of(text)) == []


HISTORY = """Referat
Arbejdsmarkedsudvalget
Torsdag den 20. juni 2013
Kl. 10:30

712. Godkendelse af dagsorden
Beslutning i Arbejdsmarkedsudvalget den 20-06-2013
Godkendt.

713. Budgetopfølgning
Beslutning i {body} den {day}
Godkendt.
"""


@pytest.mark.parametrize(
    ("body", "day", "found"),
    [
        ("Arbejdsmarkedsudvalget", "20-07-2013", ["decision-day"]),
        ("Arbejdsmarkedsudvalget", "20-06-2012", ["decision-day"]),
        ("Arbejdsmarkedsudvalget", "20-06-2013", []),
        ("Arbejdsmarkedsudvalget", "16-05-2013", []),
        ("Byrådet", "20-07-2013", []),
    ],
)
def test_an_only_decision_a_slip_from_the_meetings_day_is_told_of(body: str, day: str, found: list[str]) -> None:
    assert rules(read_bytes("referat.txt", HISTORY.format(body=body, day=day).encode())) == found
