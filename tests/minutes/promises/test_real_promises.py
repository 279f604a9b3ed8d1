"""The promises of the three real sets of minutes, read off by eye: these and no others.

Two things are told beside the plain announcements. A text that names two days for one matter (29.05.2024, item 4) or
two windows for one decision (03.12.2025, item 4: the whole year in the recommendation, its first half in the case)
makes a promise for each: which of them stands, the text does not say. And a decision of earlier years that something is
laid before the committee every half-year (03.12.2025, item 4) is a promise still, for as long as it is repeated.
"""

from __future__ import annotations

import pytest

from minutes.promises.promised import by_item
from minutes.shared_minutes import REAL, needs_real, real_days
from pejl.minutes.promises.find import find_promises
from pejl.minutes.promises.promise import By, Promise, Standing
from pejl.minutes.reader import read

PROMISED = {
    "2024-05-29": [
        (1, "theme_meeting", "2024-09-01", "2024-11-30"),
        (4, "decision", "2024-09-06", "2024-09-06"),
        (4, "proposal", "2024-09-09", "2024-09-09"),
        (4, "account", "2024-07-01", "2024-12-31"),
        (6, "account", "2024-09-01", "2024-11-30"),
    ],
    "2025-09-08": [
        (1, "theme_meeting", "2025-10-01", "2025-10-01"),
        (2, "theme_meeting", "2025-09-01", "2025-11-30"),
        (3, "theme_meeting", "2025-10-01", "2025-10-01"),
        (3, "theme_meeting", "2025-10-29", "2025-10-29"),
        (3, "account", "2025-12-03", "2025-12-03"),
        (3, "decision", "2025-12-03", "2025-12-03"),
    ],
    "2025-12-03": [
        (1, "information", None, None),
        (1, "status", "2027-01-01", "2027-01-31"),
        (1, "account", None, None),
        (2, "evaluation", "2028-01-01", "2028-03-31"),
        (3, "decision", "2026-07-01", "2026-12-31"),
        (3, "decision", "2026-01-01", "2026-01-31"),
        (4, "decision", "2026-01-01", "2026-12-31"),
        (4, "decision", "2026-01-01", "2026-06-30"),
        (4, "status", "2025-12-04", "2026-06-03"),
        (4, "decision", "2026-01-01", "2026-12-31"),
    ],
}


def of(day: str, item: int) -> list[Promise]:
    return [promise for promise in find_promises(read(REAL / f"{day}.txt")) if promise.item == item]


@needs_real
@pytest.mark.parametrize("day", PROMISED)
def test_exactly_the_promises_that_a_reader_finds_are_found(day: str) -> None:
    assert by_item(read(REAL / f"{day}.txt")) == PROMISED[day]


@needs_real
def test_every_real_set_has_its_promises_listed() -> None:
    assert real_days() == sorted(PROMISED)


@needs_real
def test_two_things_promised_in_one_sentence_are_two_promises() -> None:
    account, decision = of("2025-09-08", 3)[2:]
    assert account.sentence == decision.sentence
    assert "opsamling" in account.what and "temadrøftelser" in account.what and "navn" not in account.what
    assert "navn" in decision.what and "opsamling" not in decision.what


@needs_real
def test_what_a_withdrawn_item_promises_is_kept_and_does_not_stand() -> None:
    assert [promise.standing for promise in of("2025-12-03", 1)] == [Standing.WITHDRAWN] * 3
    assert all(promise.stands for item in (2, 3, 4) for promise in of("2025-12-03", item))


@needs_real
def test_an_adopted_clause_is_a_promise_of_the_committee_itself() -> None:
    (name, _) = of("2025-12-03", 3)
    assert (name.clause, name.by) == (1, By.COMMITTEE)
    assert name.to == name.by_name == "Beskæftigelses- og Integrationsudvalget"


@needs_real
def test_who_promises_and_to_whom_is_told() -> None:
    (to_the_council,) = (promise for promise in of("2024-05-29", 4) if promise.kind == "account")
    assert (to_the_council.by, to_the_council.by_name) == (By.ADMINISTRATION, "Social- og Sundhedsforvaltningen")
    assert to_the_council.to == "Byrådet"
    (council,) = (promise for promise in of("2025-12-03", 4) if "strategi" in promise.what)
    assert (council.by, council.to) == (By.COMMITTEE, "Byråd")


@needs_real
def test_what_is_shown_every_half_year_comes_again() -> None:
    (status,) = (promise for promise in of("2025-12-03", 4) if promise.window.recurring)
    assert (status.kind, status.window.recurring, status.window.words) == ("status", "half_yearly", "hvert halve år")
