"""Who was missed, told wrongly, told late and told twice: exactly those, on days before, on and after 1 July 2025."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.informing.july import (
    CORRECTION,
    JULY,
    MISSED,
    OLD_TEXT,
    RULE,
    TEXT,
    TOLD,
    WRONGLY,
    asked,
    before,
    letter,
    on_rate,
    one,
    register,
    sent_in_june,
    short_of_both,
    states,
    topic,
)
from patience import examples
from pejl.casework.informing.found import LISTS, found
from pejl.casework.informing.recording import letters_for, meant_for
from pejl.casework.informing.row import why
from pejl.casework.informing.state import TWICE, State
from pejl.casework.informing.templates import template_named
from pejl.casework.informing.told import Question

DAYS = ["2025-06-16", "2025-06-30", "2025-07-01", "2025-07-02", "2025-08-31"]


@pytest.mark.parametrize("on", DAYS)
def test_the_twenty_who_were_missed_and_the_five_who_were_told_wrongly_are_found(on: str) -> None:
    assert states(asked(register(), on, sent_in_june())) == {
        "missed": sorted(MISSED),
        "wrongly": WRONGLY,
        "told": TOLD,
    }


def test_what_is_sent_after_the_day_is_not_known_on_it() -> None:
    found_on = states(asked(register(), "2025-06-15", sent_in_june()))
    assert found_on == {"missed": sorted((*MISSED, *TOLD))}


@pytest.mark.parametrize(
    ("sent", "within", "state"),
    [
        ("2025-06-30", 0, "told"),
        ("2025-07-01", 0, "told"),
        ("2025-07-02", 0, "late"),
        ("2025-07-08", 7, "told"),
        ("2025-07-09", 7, "late"),
        ("2025-01-01", 0, "told"),
        ("2024-12-28", 0, "missed"),
    ],
)
def test_a_letter_is_in_time_up_to_the_day_and_too_old_after_half_a_year(sent: str, within: int, state: str) -> None:
    row = asked(register(), "2025-08-31", [letter("overset0", sent)], within)["overset0"]
    assert row.state.value == state


def test_who_is_touched_later_is_in_time_by_their_own_day() -> None:
    held = register(one(on_rate("ny", "2025-09-15")))
    for sent, state in (("2025-09-15", State.TOLD), ("2025-09-16", State.LATE), ("2025-06-16", State.TOLD)):
        assert asked(held, "2025-10-01", [letter("ny", sent)])["ny"].state is state


def test_a_letter_with_the_text_of_the_old_law_is_a_wrong_letter_and_the_right_one_is_wanting() -> None:
    row = asked(register(), "2025-08-31", [letter("overset0", "2025-06-16", OLD_TEXT)])["overset0"]
    assert row.state is State.WRONGLY and not row.letters
    assert "så det rette brev mangler" in why(row, dt.date(2025, 8, 31))
    both = [letter("overset0", "2025-06-16", OLD_TEXT), letter("overset0", "2025-07-03", number=2)]
    assert asked(register(), "2025-08-31", both)["overset0"].state is State.LATE


def test_a_letter_written_elsewhere_counts() -> None:
    assert asked(register(), "2025-08-31", [letter("overset0", "2025-06-16", "")])["overset0"].state is State.TOLD


def test_a_correction_puts_a_wrong_letter_right_until_it_is_sent_again() -> None:
    letters = [letter("forkert0", "2025-06-16"), letter("forkert0", "2025-08-01", CORRECTION, 2)]
    assert asked(register(), "2025-07-31", letters)["forkert0"].state is State.WRONGLY
    row = asked(register(), "2025-08-31", letters)["forkert0"]
    assert row.state is State.CORRECTED and "rettet 1. august 2025" in why(row, dt.date(2025, 8, 31))
    again = [*letters, letter("forkert0", "2025-08-15", number=3)]
    assert asked(register(), "2025-08-31", again)["forkert0"].state is State.WRONGLY


def test_who_is_told_that_it_does_not_hold_though_it_does_is_told_wrongly() -> None:
    held = register(one(before("sho", benefit="shydelse"), on_rate("sho")))
    for name, letters in (
        ("overset0", [letter("overset0", "2025-08-01", CORRECTION)]),
        ("besked0", [letter("besked0", "2025-06-16"), letter("besked0", "2025-08-01", CORRECTION, 2)]),
        ("sho", [letter("sho", "2025-08-01", CORRECTION)]),
    ):
        row = asked(held, "2025-08-31", letters)[name]
        assert row.state is State.WRONGLY and "at vide, at det ikke gælder" in why(row, dt.date(2025, 8, 31))
    mended = [letter("besked0", "2025-08-01", CORRECTION), letter("besked0", "2025-08-02", number=2)]
    assert asked(held, "2025-08-31", mended)["besked0"].state is State.LATE


def test_a_letter_that_made_no_difference_is_on_a_list_of_its_own() -> None:
    held = register(
        one(before("sho", benefit="shydelse"), on_rate("sho")),
        one(before("vaek", "2025-06-20")),
    )
    letters = [letter("sho", "2025-06-16"), letter("vaek", "2025-06-16", number=2)]
    found_then = asked(held, "2025-08-31", [*letters, letter("ukendt", "2025-08-01", number=3)])
    assert found_then["sho"].state is found_then["vaek"].state is State.NEEDLESS
    assert "sagen sluttede" in why(found_then["vaek"], dt.date(2025, 8, 31))
    assert found_then["ukendt"].state is State.WRONGLY
    assert "ingen ydelse" in why(found_then["ukendt"], dt.date(2025, 8, 31))


def test_who_cannot_be_decided_stays_so_whatever_was_sent() -> None:
    held = register(one(on_rate("x"), residence_years=None))
    for letters in ([], [letter("x", "2025-06-16")]):
        row = asked(held, "2025-08-31", letters)["x"]
        assert row.state is State.UNDECIDED
        assert "mangler opholdsår" in why(row, dt.date(2025, 8, 31))


def test_told_twice_is_told_besides() -> None:
    letters = [*sent_in_june(), letter("besked0", "2025-07-20", number=2), letter("besked1", "2025-06-16", "", 3)]
    answer = found(register(), Question(topic(), JULY, dt.date(2025, 8, 31)), letters)  # type: ignore[arg-type]
    assert [row.person for row in answer.listed(TWICE)] == ["besked0", "besked1"]
    assert answer.counts == dict.fromkeys(LISTS, 0) | {"missed": 20, "wrongly": 5, "told": 8, "twice": 2}
    assert answer.touched == 28 and answer.said.cites == "LAB kap. 16 a"


def test_letters_about_something_else_do_not_count() -> None:
    other = letter("overset0", "2025-06-16", "mindstesats_juli_2025")
    answer = found(register(), Question(topic(), JULY, dt.date(2025, 8, 31)), [other])  # type: ignore[arg-type]
    assert answer.counts["missed"] == 28 and not answer.counts["wrongly"]


def test_every_row_says_why_it_is_there() -> None:
    held = register(one(on_rate("ny", "2025-09-15", "2025-10-24")))
    for on in ("2025-06-20", "2025-08-31", "2025-12-01"):
        for row in asked(held, on, sent_in_june()).values():
            said = why(row, dt.date.fromisoformat(on))
            assert said.endswith(".") and ".." not in said and "None" not in said
    told_of = {name: why(row, dt.date(2025, 6, 20)) for name, row in asked(held, "2025-06-20").items()}
    assert told_of["overset0"] == "Kommer til at gælde fra 1. juli 2025, og der er intet brev, der passer."


def test_what_is_recorded_for_a_list_is_right_for_each_and_for_nobody_else() -> None:
    day = dt.date(2025, 8, 31)
    held = register(one(on_rate("vaek", "2025-07-01", "2025-08-01")))
    rows = list(asked(held, str(day), sent_in_june()).values())
    notice, correction, old = (template_named(name) for name in (TEXT, CORRECTION, OLD_TEXT))
    assert notice and correction and old
    assert sorted(each.person for each in letters_for(rows, notice, day)) == sorted(MISSED), "who left needs none"
    assert sorted(each.person for each in letters_for(rows, correction, day)) == WRONGLY
    assert not letters_for(rows, old, day), "a text of the old law is right for nobody"
    assert any(meant_for(notice, row, dt.date(2025, 7, 31)) for row in rows if row.person == "vaek")


days = st.dates(dt.date(2025, 1, 1), dt.date(2025, 10, 31))
people = st.sampled_from([*MISSED[:3], *TOLD[:2], *WRONGLY[:2], "x", "sho"])
texts = st.sampled_from([TEXT, OLD_TEXT, CORRECTION, ""])
some_letters = st.lists(st.tuples(people, days, texts), max_size=8)
HELD = register(
    one(on_rate("x"), residence_years=None),
    one(before("sho", benefit="shydelse"), on_rate("sho")),
    {"persons": [short_of_both("ny")], "benefit_spells": [on_rate("ny", "2025-09-15")]},
)


@settings(max_examples=examples(6), deadline=None)
@given(drawn=some_letters, on=days, who=people, sent=days)
def test_a_right_letter_more_never_adds_anyone_to_missed(
    drawn: list[tuple[str, dt.date, str]], on: dt.date, who: str, sent: dt.date
) -> None:
    letters = [letter(name, str(day), text, number) for number, (name, day, text) in enumerate(drawn, 1)]
    was = asked(HELD, str(on), letters)
    now = asked(HELD, str(on), [*letters, letter(who, str(sent), number=99)])
    missed_then = {name for name, row in was.items() if row.state is State.MISSED}
    missed_now = {name for name, row in now.items() if row.state is State.MISSED}
    assert missed_now <= missed_then <= missed_now | {who}
    assert {name: row for name, row in was.items() if name != who} == {
        name: row for name, row in now.items() if name != who
    }
    assert {name for name, row in was.items() if row.touch.value == "ny"} == {
        name for name, row in now.items() if row.touch.value == "ny"
    }, "letters change nobody's law"


@settings(max_examples=examples(4), deadline=None)
@given(drawn=some_letters, on=days)
def test_everyone_touched_undecided_or_written_to_stands_on_exactly_one_list(
    drawn: list[tuple[str, dt.date, str]], on: dt.date
) -> None:
    letters = [letter(name, str(day), text, number) for number, (name, day, text) in enumerate(drawn, 1)]
    rows = asked(HELD, str(on), letters)
    newest = {each.person for each in letters if JULY - dt.timedelta(183) <= each.sent <= on}
    assert newest <= rows.keys()
    assert all((row.letters > 0) <= (row.touch.value == "ny") for row in rows.values())
    assert str(topic()) == RULE
