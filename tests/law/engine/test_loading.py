"""What contradicts itself is found when the law is loaded, and not when somebody's benefit is computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from pejl.law.duty import Clock, Duty, Exempt, Kind, Span, Starts
from pejl.law.given import Given
from pejl.law.law_days import Law
from pejl.law.refusals import LawFault
from pejl.law.rule import InForce
from pejl.law.statute import Statute

LawOf = Callable[..., Law]
Make = Callable[..., Statute]

OPEN = "@dated()\ndef a(alder: int) -> int:\n    return alder\n"
ENDED = '@dated(until="2025-06-30", ended_by=EN)\ndef a(alder: int) -> int:\n    return alder\n'
AFTER = '@dated("2025-07-01", by=EN)\ndef a(alder: int) -> int:\n    return alder + 1\n'


def test_versions_that_follow_each_other_load(law_of: LawOf) -> None:
    assert len(law_of(ENDED, AFTER).book.versions["a"]) == 2


FAULTS = {
    "two versions for the same days": (OPEN, AFTER),
    "one day too many": (ENDED.replace("2025-06-30", "2025-07-01"), AFTER),
    "an end that was not known when the next version was": (ENDED.replace("ended_by=EN", "ended_by=TO"), AFTER),
    "cases bound by both": (
        ENDED.replace("@dated(", '@dated(cases_until="2025-03-01", ').replace("2025-06-30", "2025-12-31"),
        AFTER.replace('"2025-07-01"', '"2025-07-01", cases_from="2025-03-01"'),
    ),
    "two proposals for the same days": (
        AFTER.replace("by=EN", "by=FORSLAG, status=Status.PROPOSED"),
        AFTER.replace("by=EN", "by=TO, status=Status.PROPOSED"),
    ),
    "a name that nobody knows": ("@dated()\ndef a(aldr: int) -> int:\n    return aldr\n",),
    "a rule that rests on itself": ("@dated()\ndef a(a: int) -> int:\n    return a\n",),
    "rules that rest on each other": (
        "@dated()\ndef a(b: int) -> int:\n    return b\n\n@dated()\ndef b(a: int) -> int:\n    return a\n",
    ),
    "a rule with the name of something given": ("@dated()\ndef alder(boern: int) -> int:\n    return boern\n",),
    "a kind that the given does not have": ("@dated()\ndef a(alder: str) -> str:\n    return alder\n",),
    "versions of two kinds": (ENDED, AFTER.replace("-> int", "-> float")),
    "a word that cannot be": ('@dated()\ndef a(familie: str) -> bool:\n    return familie == "gift"\n',),
    "one name twice in a file": (OPEN + OPEN.replace("2023", "2024"),),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_law_is_not_loaded_with(fault: str, law_of: LawOf) -> None:
    with pytest.raises(LawFault, match=r"\.$"):
        law_of(*FAULTS[fault])


def test_versions_for_different_cases_may_be_law_on_one_day(law_of: LawOf) -> None:
    old = ENDED.replace("@dated(", '@dated(cases_until="2025-02-28", ').replace("2025-06-30", "2025-12-31")
    new = AFTER.replace('"2025-07-01"', '"2025-07-01", cases_from="2025-03-01"')
    assert len(law_of(old, new).book.versions["a"]) == 2


def test_a_proposal_may_lie_over_what_is_law(law_of: LawOf) -> None:
    law = law_of(OPEN, AFTER.replace("by=EN", "by=FORSLAG, status=Status.PROPOSED"))
    assert law.on(dt.date(2027, 1, 1)).person({"alder": 3}, ["a"]).values == {"a": 3}


def test_a_word_that_a_rule_answers_is_known_to_the_rules_that_rest_on_it(law_of: LawOf) -> None:
    answers = '@dated()\ndef a(alder: int) -> str:\n    return "ung" if alder < 12 else "gammel"\n'
    law_of(answers + '\n@dated()\ndef b(a: str) -> bool:\n    return a == "ung"\n')
    with pytest.raises(LawFault, match="gammel, ung"):
        law_of(answers + '\n@dated()\ndef b(a: str) -> bool:\n    return a == "yngre"\n')


def test_two_statutes_may_not_use_one_name(make: Make) -> None:
    with pytest.raises(LawFault, match="»a« findes både i anden og i loven"):
        Law((make(OPEN), make(OPEN, name="anden")))


def test_two_statutes_may_share_one_given(make: Make) -> None:
    shared = Given("timer", int, "Timer.")
    text = "@dated()\ndef {}(timer: int) -> int:\n    return timer\n"
    first = make(text.format("a"), givens=(shared,))
    assert Law((first, make(text.format("b"), name="anden", givens=(shared,)))).book.givens["timer"] is shared
    with pytest.raises(LawFault, match="timer"):
        Law((first, make(text.format("b"), name="anden", givens=(Given("timer", float, "Andre timer."),))))


def test_an_answer_of_a_statute_is_one_of_its_rules(make: Make) -> None:
    with pytest.raises(LawFault, match="»b« i »answers«"):
        Law((make(OPEN, answers=("b",)),))


def duty(**more: object) -> Duty:
    fields: dict[str, object] = {
        "name": "samtale",
        "kind": Kind.TALK,
        "danish": "Samtale",
        "says": "Der skal holdes en samtale.",
        "cites": "§ 2",
        "source": "opdigtet",
        "force": InForce(dt.date(2023, 1, 1)),
        "clock": Clock(Starts.CASE, Span(months=6)),
    }
    return Duty(**(fields | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "duties",
    [
        (duty(), duty(force=InForce(dt.date(2024, 1, 1)))),
        (duty(applies="findes_ikke"),),
        (duty(applies="a"),),
        (duty(exceptions=(Exempt("syg", "Syg.", "§ 3", rule="a"),)),),
    ],
    ids=["two versions at once", "a rule that is not there", "a rule with a number", "an exception with a number"],
)
def test_a_duty_that_cannot_be_judged_is_found(duties: tuple[Duty, ...], make: Make) -> None:
    with pytest.raises(LawFault, match="samtale"):
        Law((make(OPEN, duties=duties),))


def test_duties_are_asked_as_of_a_day(make: Make) -> None:
    proposed = duty(name="plan", status=make(OPEN).rules[0].status.PROPOSED)
    late = duty(name="senere", force=InForce(dt.date(2026, 1, 1)))
    law = Law((make(OPEN, duties=(duty(), proposed, late)),))
    assert [each.name for each in law.on(dt.date(2025, 1, 1)).duties()] == ["samtale"]
    assert [each.name for each in law.on(dt.date(2026, 1, 1)).duties("senere")] == ["senere"]
    assert [each.name for each in law.on(dt.date(2025, 1, 1)).unsettled("loven")] == ["plan"]
