"""The words of the site: what outcomes, votes, days and versions are called where people read them."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.minutes.document import Kind, Outcome
from pejl.web.page.labels import TONES, version_asked, version_name, vote_word, voted_on
from pejl.web.page.tags import local_day

CARRIED = {Outcome.ADOPTED, Outcome.APPROVED}
STOPPED = {Outcome.POSTPONED, Outcome.WITHDRAWN, Outcome.REJECTED}


@pytest.mark.parametrize(
    ("outcome", "word"), [("adopted", "Vedtaget"), ("approved", "Vedtaget"), ("rejected", "Forkastet")]
)
def test_a_motion_that_passes_is_carried_whatever_word_the_decision_uses(outcome: str, word: str) -> None:
    assert vote_word(outcome) == word


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("recommendation", "Indstillingen"),
        ("recommendation 2", "Indstillingens punkt 2"),
        ("amendment", "Ændringsforslag"),
        ("amendment to recommendation 2", "Ændringsforslag til indstillingens punkt 2"),
        ("proposal", "Forslag"),
    ],
)
def test_what_was_voted_on_is_said_in_danish(on: str, words: str) -> None:
    assert voted_on(on) == words


def test_a_case_that_was_stopped_never_has_the_colour_of_one_that_was_carried() -> None:
    assert TONES.keys() == set(Outcome)
    assert {TONES[outcome] for outcome in CARRIED}.isdisjoint(
        tone for outcome, tone in TONES.items() if outcome not in CARRIED
    )
    assert {TONES[outcome] for outcome in STOPPED}.isdisjoint(
        tone for outcome, tone in TONES.items() if outcome not in STOPPED
    )


@pytest.mark.parametrize("kind", Kind)
def test_the_address_of_a_version_leads_back_to_it(kind: Kind) -> None:
    assert version_asked(version_name(kind, 12)) == (kind, 12)


@pytest.mark.parametrize("name", ["referat-", "referat-x", "referat-²", "udkast-1", "referat", f"referat-{'1' * 5000}"])
def test_words_that_mean_no_version_lead_to_none(name: str) -> None:
    assert version_asked(name) == (None, None)


@pytest.mark.parametrize(("moment", "day"), [("2025-12-31T22:30", "2025-12-31"), ("2025-12-31T23:30", "2026-01-01")])
def test_a_file_arrives_on_the_day_that_it_is_in_denmark(moment: str, day: str) -> None:
    assert local_day(dt.datetime.fromisoformat(f"{moment}+00:00")) == dt.date.fromisoformat(day)
