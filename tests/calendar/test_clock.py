"""Clock times in heads and sentences of minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.clock import find_time, find_times, parse_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("kl. 19:00", "19:00"),
        ("kl. 19.00", "19:00"),
        ("Kl. 9", "09:00"),
        ("klokken 16.30", "16:30"),
        ("13.03", "13:03"),
        ("8:05", "08:05"),
        ("19:00:00", "19:00"),
        ("kl. 00:00", "00:00"),
    ],
)
def test_every_way_of_writing_a_time_is_read(text: str, time: str) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize("text", ["", "19", "24:00", "kl. 25", "12.60", "1.1", "19:00 - 20:00", "kl. ", "pkl. 19"])
def test_what_is_no_time_is_refused(text: str) -> None:
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Onsdag d. 06. maj 2026 kl. 19:00", ["19:00"]),
        ("04-06-2020 09:00:00", ["09:00"]),
        ("2025-12-03T19:00:00+01:00", ["19:00"]),
        ("Torsdag, September 10, 2020 - 16:30", ["16:30"]),
        ("Mødetid: 16.30", ["16:30"]),
        ("Starttidspunkt: Kl. 16:00 Sluttidspunkt: Kl. 17:15", ["16:00", "17:15"]),
        ("Tid 16.30 - 18.00", ["16:30", "18:00"]),
        ("fra kl. 16.30 til 18.00", ["16:30", "18:00"]),
        ("fra kl. 16.30 til kl. 18.00", ["16:30", "18:00"]),
        ("16.30-18.00", ["16:30", "18:00"]),
        ("Mødet sluttede kl. 17.45.", ["17:45"]),
        ("kl. 19 i mødesalen", ["19:00"]),
        ("03.12.2025", []),
        ("afsnit 1.10 og 12.30", []),
        ("1.341.434 kr. og 12.30 kr.", []),
        ("15.00.00", []),
        ("kl. 19.00.00.01", []),
        ("25-2-00.22.00-P35", []),
    ],
)
def test_times_are_found_and_other_numbers_left_alone(text: str, times: list[str]) -> None:
    assert [found.time for found in find_times(text)] == times
    first = find_time(text)
    assert (first.time if first else None) == (times[0] if times else None)


@given(st.times())
def test_every_minute_is_read_in_both_notations(time: object) -> None:
    clock = f"{time:%H:%M}"
    assert parse_time(clock) == parse_time(clock.replace(":", ".")) == clock
    assert [found.time for found in find_times(f"Mødet begynder kl. {clock.replace(':', '.')}.")] == [clock]


@given(st.text() | st.text(alphabet="0123456789.: -–klti\n"))
def test_no_text_brings_the_search_down_and_spans_point_at_what_they_say(text: str) -> None:
    for found in find_times(text):
        assert text[found.start : found.end] == found.text
        assert parse_time(f"kl. {found.text}") == found.time
