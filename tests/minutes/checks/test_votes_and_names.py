"""Votes are held against who was there, and names against the head's list of members."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.checks.flag import Certainty
from pejl.minutes.checks.member_names import nearly, shortened
from pejl.minutes.document import Minutes

from ..reading import HEAD, item, minutes_of
from .flags_said import ATTENDED, flags_of, in_decision, rules, told

TURNOUT = "Anne Berg, Bo Holm og Emil Dahl stemte for.\n\nCarl Lund og Ditte Krog stemte imod.\n\nTiltrådt."

FAULTS = [
    # A name that is nearly a member's.
    ("Anne Bergh, Bo Holm og Emil Dahl stemte for.\n\nCarl Lund og Ditte Krog stemte imod.\n\nTiltrådt.",
     ("member-name", "Anne Bergh", "Anne Berg")),
    ("Anne Marie Berg, Bo Holm og Emil Dahl stemte for.\n\nCarl Lund og Ditte Krog stemte imod.\n\nTiltrådt.",
     ("member-name", "Anne Marie Berg", "Anne Berg")),
    ("Tiltrådt.\n\nDer var afbud fra Ditte Krogh.", ("member-name", "Ditte Krogh", "Ditte Krog")),
    # Somebody whom the head does not list.
    ("Anne Berg, Bo Holm, Emil Dahl og Frida Vang stemte for.\n\nCarl Lund og Ditte Krog stemte imod.\n\nTiltrådt.",
     ("voter-unknown", "Frida Vang", "ikke blandt medlemmerne")),
    # Somebody who was away.
    (f"{TURNOUT}\n\nDer var afbud fra Emil Dahl.", ("voter-absent", "Emil Dahl stemmer", "fraværende")),
    # Somebody on two sides.
    ("Anne Berg, Bo Holm og Emil Dahl stemte for.\n\nBo Holm og Carl Lund stemte imod.\n\n"
     "Ditte Krog undlod at stemme.\n\nTiltrådt.", ("voter-two-sides", "Bo Holm: for og imod", "én side")),
    # Counts and names.
    ("Fire medlemmer (Anne Berg, Bo Holm og Emil Dahl) stemte for.\n\nCarl Lund stemte imod.\n\nTiltrådt.",
     ("vote-count", "4", "3")),
    ("To medlemmer (Anne Berg, Bo Holm og Emil Dahl) stemte for.\n\nCarl Lund og Ditte Krog stemte imod.\n\nTiltrådt.",
     ("vote-count", "2", "3")),
    # More votes than members.
    ("Vedtaget med 4 stemmer for og 2 imod.", ("votes-too-many", "6 stemmer", "5 medlemmer")),
    ("Vedtaget med 3 stemmer for og 2 imod.\n\nDer var afbud fra Emil Dahl.",
     ("votes-too-many", "5 stemmer", "4 medlemmer")),
    ("4 medlemmer stemte for, og 2 stemte imod.\n\nTiltrådt.", ("votes-too-many", "6 stemmer", "5 medlemmer")),
    # Unanimous, and somebody against.
    ("Enstemmigt tiltrådt.\n\nCarl Lund stemte imod.", ("unanimous-against", "Enstemmigt", "stemmer imod")),
    # A member of whose vote nothing is told.
    ("Anne Berg, Bo Holm og Emil Dahl stemte for.\n\nCarl Lund stemte imod.\n\nTiltrådt.",
     ("votes-missing", "4 stemmer", "5 medlemmer")),
    # Parties.
    ("For: Ø, A og F\n\nImod: V og B\n\nTiltrådt.", ("party-unknown", "B", "A, F, V, Ø")),
    ("Vedtaget med 4 stemmer for (Ø, A og F) og 1 imod (V).", ("party-seats", "4 stemmer", "3 medlemmer")),
    ("Et flertal på 4 (Ø, A og F) stemte for, mens V stemte imod.\n\nTiltrådt.",
     ("party-seats", "4 stemmer", "3 medlemmer")),
    ("Et flertal på 3 (Ø, A og F) stemte for, mens F stemte imod.\n\nTiltrådt.",
     ("party-two-sides", "F: for og imod", "én side")),
]  # fmt: skip

OF_A_VOTE_ALONE = {"vote-count", "voter-two-sides", "unanimous-against"}

CLEAN = [
    TURNOUT,
    "Tiltrådt.\n\nDer var afbud fra Ditte Krog.",
    "Anne Berg, Bo Holm, Emil Dahl og Frida Vang (stedef.) stemte for.\n\nCarl Lund stemte imod.\n\nTiltrådt.\n\n"
    "Der var afbud fra Ditte Krog.",
    "Anne Berg, Bo Holm og Emil Dahl stemte for.\n\nCarl Lund stemte imod.\n\nTiltrådt.\n\n"
    "Der var afbud fra Ditte Krog.",
    "Anne Berg, Bo Holm og Emil Dahl stemte for.\n\nCarl Lund stemte imod.\n\nTiltrådt.\n\n"
    "Ditte Krog forlod mødet kl. 18.40.",
    "Anne Berg, Bo Holm og Emil Dahl stemte for.\n\nDe øvrige stemte imod.\n\nTiltrådt.",
    "Ditte Krog undlod at stemme.\n\nTiltrådt.",
    "Tre medlemmer (Anne Berg, Bo Holm og Emil Dahl) stemte for.\n\nCarl Lund og Ditte Krog stemte imod.\n\nTiltrådt.",
    "Vedtaget med 3 stemmer for og 2 imod.",
    "Vedtaget med 3 stemmer for (Ø, A og F) og 1 imod (V).",
    "For: Ø, A og F\n\nImod: V\n\nTiltrådt.",
    "Enstemmigt tiltrådt.",
    "Ændringsforslaget blev forkastet, idet Carl Lund stemte imod.\n\nIndstillingen blev enstemmigt tiltrådt.",
    "3 medlemmer stemte for, og 2 stemte imod.\n\nTiltrådt.",
    "Et flertal på 3 (Ø, A og F) stemte for, mens V stemte imod.\n\nTiltrådt.",
    "Et flertal på 2 (Ø og en del af A) stemte for, mens A og V stemte imod.\n\nTiltrådt.",
    "Anne Berg stillede ændringsforslag om pris.\n\nAnne Berg og Bo Holm stemte for.\n\n"
    "Carl Lund, Ditte Krog og Emil Dahl stemte imod.\n\nÆndringsforslaget blev forkastet.\n\n"
    "Carl Lund, Ditte Krog og Emil Dahl stemte for indstillingen.\n\nAnne Berg og Bo Holm stemte imod indstillingen."
    "\n\nTiltrådt.",
]  # fmt: skip


@pytest.mark.parametrize(("decision", "found"), FAULTS)
def test_what_does_not_fit_of_a_vote_is_told_of(decision: str, found: tuple[str, str, str]) -> None:
    assert told(in_decision(decision)) == [found]


@pytest.mark.parametrize("decision", CLEAN)
def test_votes_that_fit_are_left_alone(decision: str) -> None:
    assert told(in_decision(decision)) == []


def without_list(decision: str) -> Minutes:
    head = "\n".join(line for line in HEAD.split("\n") if not line.startswith("Mødedeltagere"))
    return minutes_of(item(1, decision=decision), head=head)


@pytest.mark.parametrize(
    "decision", [text for text, found in FAULTS if found[0] not in OF_A_VOTE_ALONE | {"voter-absent"}]
)
def test_where_the_head_lists_nobody_membership_is_not_judged(decision: str) -> None:
    assert told(without_list(decision)) == []


@pytest.mark.parametrize("decision", [text for text, found in FAULTS if found[0] in OF_A_VOTE_ALONE])
def test_where_the_head_lists_nobody_a_vote_is_still_held_against_itself(decision: str) -> None:
    assert rules(without_list(decision)) == rules(in_decision(decision))


def test_a_name_in_a_vote_points_at_its_own_line() -> None:
    decision = FAULTS[0][0]
    (flag,) = flags_of(in_decision(decision))
    text = item(1, decision=decision)
    at = (HEAD + text).split("\n").index(decision.split("\n")[0]) + 1
    assert [(lines.first, lines.last) for lines in flag.lines] == [(at, at)]
    assert flag.certainty is Certainty.LIKELY


def test_an_absent_member_who_came_late_may_vote() -> None:
    head = HEAD.replace(", Emil Dahl (Uden for parti)", "") + "Afbud Emil Dahl\n\n"
    assert rules(minutes_of(item(1, decision=TURNOUT), head=head)) == ["voter-absent"]
    late = f"{TURNOUT}\n\nEmil Dahl ankom kl. 17.20."
    assert rules(minutes_of(item(1, decision=late), head=head)) == []


@pytest.mark.parametrize("where", ["head", "decision"])
def test_whoever_is_named_as_a_substitute_anywhere_may_vote(where: str) -> None:
    note = "Afbud fra Ditte Krog, stedfortræder Frida Vang."
    names = "Anne Berg, Bo Holm, Emil Dahl og Frida Vang stemte for.\n\nCarl Lund stemte imod.\n\nTiltrådt."
    counts = "Vedtaget med 4 stemmer for og 2 imod."
    for decision in (names, counts):
        if where == "head":
            minutes = minutes_of(item(1, decision=decision), head=f"{HEAD}Bemærkninger {note}\n\n")
        else:
            minutes = minutes_of(item(1, decision=f"{decision}\n\n{note}"))
        assert rules(minutes) == []


PARTICIPANTS = "Deltager i sagens behandling\n\nGitte Rønholt, Leder af Jobhuset"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Leder af Jobhuset Gitte Rønhold deltager under punktet.",
         [("name-two-ways", "Gitte Rønhold", "Gitte Rønholt")]),
        ("Leder af Jobhuset Gitte Rønholt deltager under punktet.", []),
        ("Konsulent Gerda Rønholt deltager under punktet.", []),
        ("Konsulent Gitte Vang deltager under punktet.", []),
    ],
)  # fmt: skip
def test_a_participant_is_spelled_one_way(said: str, found: list[tuple[str, str, str]]) -> None:
    assert told(minutes_of(item(1, body=f"{said}\n\n{PARTICIPANTS}"))) == found


def test_voters_of_several_items_are_spelled_one_way_where_the_head_lists_nobody() -> None:
    head = "\n".join(line for line in HEAD.split("\n") if not line.startswith("Mødedeltagere"))
    votes = ("Mathilde Vang stemte imod.\n\nTiltrådt.", "Matilde Vang stemte imod.\n\nTiltrådt.")
    one, other = (item(place, decision=vote) for place, vote in enumerate(votes, start=1))
    assert told(minutes_of(one, other, head=head)) == [("name-two-ways", "Mathilde Vang", "Matilde Vang")]
    assert told(minutes_of(one, one.replace("Punkt 1", "Punkt 2"), head=head)) == []


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Mikael Berg Holm", "Michael Berg Holm", True),
        ("Anne Madsen", "Anna Madsen", True),
        ("Lars Hansen", "Lars Jansen", False),
        ("Bo Lund", "Bo Holm", False),
        ("Bo Lund", "Bo Berg Lund", False),
        ("Ole Skov", "Ole Skov", False),
        ("Ib Vang", "Bo Vang", False),
        ("Anne Berg", "Bent Borg", False),
    ],
)
def test_which_names_are_nearly_one(one: str, other: str, near: bool) -> None:
    assert nearly(one, other) is near
    assert nearly(other, one) is near


def test_a_middle_name_less_or_more_is_the_same_member_where_only_one_can_be_meant() -> None:
    assert shortened("Anne Holm", ["Anne Berg Holm", "Bo Holm"]) == "Anne Berg Holm"
    assert shortened("Anne Holm", ["Anne Berg Holm", "Anne Lund Holm"]) is None
    assert shortened("Anne Holm", ["Anne Holm", "Anne Berg Holm"]) is None


@given(st.permutations(ATTENDED), st.integers(1, 4))
def test_any_division_of_those_who_were_there_is_left_alone(names: list[str], cut: int) -> None:
    sides = [names[:cut], names[cut:]]
    said = [", ".join(side[:-1]) + (" og " if len(side) > 1 else "") + side[-1] for side in sides]
    assert told(in_decision(f"{said[0]} stemte for.\n\n{said[1]} stemte imod.\n\nTiltrådt.")) == []


@given(st.integers(0, 12), st.integers(0, 12))
def test_counts_are_told_of_just_where_they_are_more_than_the_members(yes: int, no: int) -> None:
    found = rules(in_decision(f"Vedtaget med {yes} stemmer for og {no} imod."))
    assert found == (["votes-too-many"] if yes + no > len(ATTENDED) else [])
