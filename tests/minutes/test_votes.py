"""Votes in the words that minutes use, each tied to what was voted on."""

from __future__ import annotations

from .reading import decided, item, minutes_of, votes_in

AMENDMENT = """Liste B stillede følgende ændringsforslag til Ad 2: "Indsatsen er frivillig."

Anne Berg og Emil Dahl stemte for.

Bo Holm, Carl Lund og Ditte Krog (stedef.) stemte imod.

Finn Kjær undlod at stemme.

Ændringsforslag forkastet.

Ad. 1-3 anbefales."""


def test_amendment_is_voted_on_before_the_recommendation() -> None:
    reading = decided(AMENDMENT)
    (vote,) = reading.votes
    assert (vote.on, vote.moved_by, vote.outcome) == ("amendment to recommendation 2", "Liste B", "rejected")
    assert (vote.for_, vote.against, vote.abstain) == (
        ["Anne Berg", "Emil Dahl"],
        ["Bo Holm", "Carl Lund", "Ditte Krog"],
        ["Finn Kjær"],
    )
    assert vote.substitutes == ["Ditte Krog"]
    assert reading.decision.outcome == "recommended"
    assert {clause.number: clause.outcome for clause in reading.decision.clauses} == dict.fromkeys(
        (1, 2, 3), "recommended"
    )


def test_vote_on_the_recommendation_has_the_outcome_of_the_decision() -> None:
    (vote,) = votes_in("Anne Berg og Bo Holm stemte for. Carl Lund stemte imod.\nIndstillingen forkastet.")
    assert (vote.on, vote.outcome) == ("recommendation", "rejected")


def test_number_of_members_in_words_is_kept_as_the_stated_count() -> None:
    (vote,) = votes_in("Tre medlemmer (Anne Berg, Bo Holm (stedef.) og Carl Lund) stemte for indstillingen.\nTiltrådt.")
    assert vote.stated is not None and (vote.stated.for_, vote.stated.against) == (3, None)
    assert vote.for_ == ["Anne Berg", "Bo Holm", "Carl Lund"] and vote.substitutes == ["Bo Holm"]


def test_amendment_and_main_motion_are_two_votes() -> None:
    first, second = votes_in(
        "Anne Berg stillede ændringsforslag om, at punkt 2 udgår.\nFor ændringsforslaget stemte Anne Berg.\n"
        "Imod stemte Bo Holm og Carl Lund.\nÆndringsforslaget bortfaldt.\nIndstillingen sattes til afstemning.\n"
        "For stemte Bo Holm og Carl Lund.\nImod stemte Anne Berg.\nIndstillingen tiltrådt."
    )
    assert (first.on, first.moved_by, first.outcome) == ("amendment", "Anne Berg", "rejected")
    assert (second.on, second.outcome, second.against) == ("recommendation", "adopted", ["Anne Berg"])


def test_sides_by_party_letter_stay_parties() -> None:
    (vote,) = votes_in("For: Ø, F og A\nImod: V, C\nIndstillingen vedtaget.")
    assert vote.parties is not None and (vote.parties.for_, vote.parties.against) == (["Ø", "F", "A"], ["V", "C"])
    assert not (vote.for_ or vote.against)


def test_counts_with_names_in_brackets() -> None:
    (vote,) = votes_in(
        "Der blev stemt om forslaget:\nFor: 2 (Anne Berg (A), Bo Holm (Frie Borgere))\nImod: 1 (Carl Lund (B))"
    )
    assert vote.stated is not None and (vote.stated.for_, vote.stated.against) == (2, 1)
    assert (vote.for_, vote.against) == (["Anne Berg", "Bo Holm"], ["Carl Lund"])


def test_abstention_in_a_subordinate_clause() -> None:
    reading = decided("Tiltrådt, idet Venstre undlod at stemme.")
    assert reading.decision.outcome == "adopted"
    assert reading.votes[0].parties is not None and reading.votes[0].parties.abstain == ["Venstre"]


def test_vote_on_a_single_clause() -> None:
    reading = decided(
        "Ad 1. Anne Berg og Bo Holm stemte for.\n\nCarl Lund stemte imod.\n\nAd 1 tiltrådt.\n\nAd 2 anbefales."
    )
    assert [(vote.on, vote.outcome) for vote in reading.votes] == [("recommendation 1", "adopted")]


def test_adopted_without_a_vote_has_no_vote() -> None:
    assert votes_in("Indstillingen blev godkendt uden afstemning.") == []


def test_vote_quoted_from_another_board_in_the_case_text_is_not_this_meetings() -> None:
    read = minutes_of(
        item(1, body="I rådet blev der stemt:\n\nFor indstillingen stemte Anne Berg.\n\nImod stemte Bo Holm.")
    )
    assert read.items[0].votes == []


def test_name_spelled_otherwise_is_tied_to_the_one_member_it_nearly_is() -> None:
    (vote,) = minutes_of(item(1, decision="Anne Bergh stemte imod.\n\nTiltrådt.")).items[0].votes
    assert vote.against == ["Anne Berg"] and vote.spelled == {"Anne Berg": "Anne Bergh"}


def test_name_that_is_nobodys_stays_as_printed() -> None:
    (vote,) = minutes_of(item(1, decision="Gerda Friis stemte imod.\n\nTiltrådt.")).items[0].votes
    assert vote.against == ["Gerda Friis"] and vote.spelled == {}
