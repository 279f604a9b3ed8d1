"""What a body asks for, and what its decision makes of the promises of the case."""

from __future__ import annotations

import pytest

from minutes.promises.promised import decided, fact, promises, recommended
from minutes.reading import item, minutes_of
from pejl.minutes.promises.find import find_promises
from pejl.minutes.promises.promise import By, Standing

STATUS = "En status forelægges udvalget i maj 2026."


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("Tiltrådt, idet udvalget anmoder om en status efter seks måneder.", ("status", "2026-06-03", "2026-07-03")),
        ("Udvalget ønsker et temamøde om fleksjob i efteråret.", ("theme_meeting", "2026-09-01", "2026-11-30")),
        ("Udvalget ønsker på det kommende møde en status på fleksjob.", ("status", None, None)),
        ("Udvalget beder om, at der i maj 2026 fremlægges en oversigt.", ("account", "2026-05-01", "2026-05-31")),
        ("Udvalget anmodede forvaltningen om at vende tilbage med et forslag til måltal.", ("proposal", None, None)),
        ("Udvalget besluttede, at forvaltningen vender tilbage med en plan.", ("proposal", None, None)),
        ("Sagen udsættes til mødet 14.01.2026.", ("decision", "2026-01-14", "2026-01-14")),
        ("Udvalget udsætter sagen til næste møde.", ("decision", None, None)),
    ],
)  # fmt: skip
def test_what_a_body_asks_for_in_its_decision_is_a_promise_of_its_own(
    decision: str, expected: tuple[str, str | None, str | None]
) -> None:
    (promise,) = decided(decision)
    assert fact(promise) == expected
    assert (promise.by, promise.to) == (By.COMMITTEE, "Beskæftigelsesudvalget")
    assert promise.stands


@pytest.mark.parametrize(
    "decision",
    [
        "Venstre ønsker en årlig status.",
        'Enhedslisten stillede ændringsforslag: "Strategien evalueres hvert år."',
        "Borgmesteren foreslog, at sagen genoptages i februar 2026.",
        "Sagen udsættes.",
        "Udvalget ønsker at se taksterne.",
    ],
)
def test_what_one_party_wants_or_what_has_no_thing_and_time_is_none(decision: str) -> None:
    assert decided(decision) == []


def test_a_clause_says_its_number_and_stands_by_what_became_of_it() -> None:
    first, third = recommended(
        "at strategien evalueres i 2027,",
        "at strategien godkendes, og",
        "at forvaltningen vender tilbage med en plan for organiseringen.",
        decision="Ad 1-2 tiltrådt.\n\nAd 3 udsat.",
    )
    assert (first.clause, first.standing) == (1, Standing.STANDS)
    assert (third.clause, third.standing) == (3, Standing.POSTPONED)


@pytest.mark.parametrize(
    ("decision", "standing"),
    [
        ("Tiltrådt.", Standing.STANDS),
        ("Anbefales.", Standing.STANDS),
        ("Taget til efterretning.", Standing.STANDS),
        ("Sagen blev trukket.", Standing.WITHDRAWN),
        ("Sagen udsættes.", Standing.POSTPONED),
        ("Indstillingen blev forkastet.", Standing.REJECTED),
    ],
)
def test_the_items_outcome_decides_whether_its_text_is_in_force(decision: str, standing: Standing) -> None:
    (promise,) = promises(STATUS, decision=decision)
    assert promise.standing == standing


def test_a_withdrawn_case_that_is_to_come_back_still_is() -> None:
    (promise,) = promises("Sagen forelægges igen, når der er svar.", decision="Sagen blev trukket.")
    assert promise.stands


def test_a_clause_on_an_agenda_is_not_decided_yet() -> None:
    (promise,) = recommended("at udvalget får en status i juni.", decision="")
    assert promise.standing == Standing.UNDECIDED


def test_closed_items_promise_nothing() -> None:
    text = item(2, title="Lukket: Personsag", body=STATUS)
    assert [promise.item for promise in find_promises(minutes_of(item(1, body=STATUS), text))] == [1]


def test_earlier_decisions_and_listed_attachments_promise_nothing() -> None:
    text = item(1) + "\n\nBilag\n\nBilag 1: En status forelægges udvalget i maj 2026"
    assert find_promises(minutes_of(text)) == []
