"""What is stated ("enstemmigt") is kept apart from what follows from it (who that must have been)."""

from __future__ import annotations

import pytest

from pejl.minutes.derived import derived_voters, unanimity
from pejl.minutes.document import Decision, Item, Lines, Minutes, Outcome, Status
from record.builders import item, member, minutes, vote

MEMBERS = [
    member("Asta Fjord", "A"),
    member("Bo Klit", "V"),
    member("Carl Dal", "F", Status.ABSENT),
    member("Dorte Eng", "C", Status.SUBSTITUTE),
]


def decided(text: str, outcome: Outcome = Outcome.APPROVED, absent: tuple[str, ...] = ()) -> Item:
    decision = Decision(text=text, outcome=outcome, lines=Lines(first=11, last=12))
    return item(1, absent=list(absent)).model_copy(update={"decision": decision})


def document(of: Item, members: bool = True) -> Minutes:
    return minutes(of, members=MEMBERS if members else [])


@pytest.mark.parametrize(
    "text",
    [
        "Indstillingen blev enstemmigt godkendt.",
        "Enstemmigt vedtaget.",
        "Et enigt udvalg tiltrådte indstillingen.",
        "Et enigt Børneudvalg anbefaler indstillingen.",
        "En enig kommunalbestyrelse godkendte.",
    ],
)
def test_decision_that_says_it_was_unanimous(text: str) -> None:
    stated = unanimity(decided(text).decision)
    assert stated is not None and stated.words in text


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.",
        "Godkendt uden afstemning.",
        "Ikke enstemmigt godkendt.",
        "Udvalget er enigt med forvaltningen i, at …",
    ],
)
def test_decision_that_does_not_say_so(text: str) -> None:
    assert unanimity(decided(text).decision) is None


def test_voters_are_derived_from_the_members_less_those_who_were_away() -> None:
    of = decided("Enstemmigt godkendt.", absent=("Bo Klit",))
    derived = derived_voters(document(of), of)
    assert derived is not None
    assert (derived.names, derived.members, derived.away) == (("Asta Fjord", "Dorte Eng"), 3, 1)


def test_nothing_is_derived_without_a_list_of_members() -> None:
    of = decided("Enstemmigt godkendt.")
    assert derived_voters(document(of, members=False), of) is None


def test_nothing_is_derived_where_names_are_stated() -> None:
    of = decided("Enstemmigt godkendt.").model_copy(update={"votes": [vote(for_=["Asta Fjord"])]})
    assert derived_voters(document(of), of) is None


def test_nothing_is_derived_of_a_decision_that_was_not_reached() -> None:
    of = decided("Et enigt udvalg udsatte sagen.", Outcome.POSTPONED)
    assert derived_voters(document(of), of) is None
