"""What a decision's words mean, and what stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.document import Outcome
from pejl.minutes.outcome import outcome_of
from pejl.minutes.statements import sentences

from .reading import decided, item, minutes_of

VOCABULARY = {
    "Tiltrådt.": "adopted",
    "Tilrådt.": "adopted",
    "Vedtaget.": "adopted",
    "Indstillingen blev tiltrådt.": "adopted",
    "Tilbagesendes, idet byrådet har vedtaget indstillingen.": "adopted",
    "Kriterierne blev vedtaget.": "adopted",
    "Godkendt.": "approved",
    "Dagsordenen blev herefter godkendt.": "approved",
    "Indstillingen blev godkendt uden afstemning.": "approved",
    "Udvalget godkendte konceptet.": "approved",
    "Anbefales.": "recommended",
    "Ad. 1-5 anbefales.": "recommended",
    "Indstilles godkendt.": "recommended",
    "Udvalget anbefaler indstillingen.": "recommended",
    "Til orientering.": "for_information",
    "Sagen blev forelagt til orientering.": "for_information",
    "Orienteringen blev givet.": "for_information",
    "Taget til efterretning.": "noted",
    "Udvalget tog orienteringen til efterretning.": "noted",
    "Drøftet.": "discussed",
    "Udsat.": "postponed",
    "Sagens behandling blev udsat.": "postponed",
    "Punktet genoptages på næste møde.": "postponed",
    "Udvalget besluttede at udsætte sagen.": "postponed",
    "Sagen blev trukket.": "withdrawn",
    "Punktet udgik.": "withdrawn",
    "Fremsendes til Socialudvalget til behandling.": "sent_on",
    "Oversendes til budgetforhandlingerne.": "sent_on",
    "Henvises til Økonomiudvalget.": "sent_on",
    "Indstillingen blev forkastet.": "rejected",
    "Udvalget kunne ikke anbefale indstillingen.": "rejected",
    "Ikke godkendt.": "rejected",
    "Udvalget besluttede at anbefale sagen over for Byrådet.": "recommended",
}


@pytest.mark.parametrize(("words", "outcome"), VOCABULARY.items())
def test_decision_words_have_their_outcome(words: str, outcome: str) -> None:
    assert decided(words).decision.outcome == outcome


@pytest.mark.parametrize("words", ["Ingen bemærkninger.", "Ingen.", "-"])
def test_no_decision_is_an_answer_of_its_own(words: str) -> None:
    assert decided(words).decision.outcome is Outcome.NONE


def test_clauses_have_outcomes_of_their_own_and_the_first_leads() -> None:
    decision = decided("Ad 1. Tiltrådt.\n\nAd 2. anbefales.").decision
    assert decision.outcome == "adopted"
    assert [(clause.number, clause.outcome, clause.line) for clause in decision.clauses] == [
        (1, "adopted", 1),
        (2, "recommended", 3),
    ]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Ad 1-3 og 5 tiltrådt.", [1, 2, 3, 5]),
        ("Ad 1, 2 og 4: Anbefales.", [1, 2, 4]),
        ("Udvalget forkastede indstillingens første, andet og tredje at-punkt.", [1, 2, 3]),
        ("Ad 2\nTiltrådt.", [2]),
        ("Pkt. 1 og 2 godkendt.", [1, 2]),
    ],
)
def test_clauses_are_named_in_many_ways(words: str, numbers: list[int]) -> None:
    assert [clause.number for clause in decided(words).decision.clauses] == numbers


def test_withdrawn_case_keeps_its_recommendation() -> None:
    read = minutes_of(item(1, decision="Sagen blev trukket.\n\nDer var afbud fra Bo Holm."))
    assert read.items[0].outcome == "withdrawn"
    assert read.items[0].recommendation is not None and len(read.items[0].recommendation.clauses) == 1


def test_withdrawal_told_in_another_item_reaches_the_item_it_is_about() -> None:
    agenda = "Punkt 1: Dagsorden\n\nBeslutning\n\nPkt. 2 er taget af dagsordenen."
    bare = "Punkt 2: Budget\n\n25-2-15.00.00-P20\n\nGennemgang af sagen\n\nTeksten."
    first, second = minutes_of(agenda, bare).items
    assert first.outcome == "none"
    assert second.outcome == "withdrawn"


def test_what_was_told_yields_to_what_was_decided() -> None:
    assert decided("Formanden orienterede om et besøg.\n\nTil efterretning.").decision.outcome == "noted"


def test_receiver_of_a_case_sent_on_is_kept() -> None:
    decision = decided("Fremsendes til Social- og Sundhedsudvalget til behandling.").decision
    assert decision.sent_to == "Social- og Sundhedsudvalget"


def test_reservation_and_entry_stand_beside_the_outcome() -> None:
    decision = decided(
        "Anbefales.\nAnne Berg tog forbehold.\nListe B afgav følgende protokolbemærkning: Vi er uenige."
    ).decision
    assert [(remark.kind, remark.by) for remark in decision.remarks] == [
        ("reservation", "Anne Berg"),
        ("entry", "Liste B"),
    ]
    assert decision.outcome == "recommended"


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        ("Tiltrådt.\n\nDer var afbud fra Bo Holm og Anne Berg.", ["Bo Holm", "Anne Berg"]),
        ("Fraværende: Bo Holm (V)\nTiltrådt.", ["Bo Holm"]),
        ("Fraværende:\nTiltrådt.", []),
        ("Tiltrådt.\nAnne Berg og Bo Holm var fraværende.", ["Anne Berg", "Bo Holm"]),
        ("Følgende deltog ikke i behandlingen af punktet:\nTiltrådt.", []),
        ("Følgende deltog ikke i behandlingen af punktet:\nBo Holm (V)\nTiltrådt.", ["Bo Holm"]),
        ("Taget til efterretning. Sygefraværet følges, og afbud meldes til formanden.", []),
    ],
)
def test_absence_is_read_from_the_decision(words: str, absent: list[str]) -> None:
    reading = decided(words)
    assert [person.name for person in reading.absent] == absent
    assert reading.decision.outcome in {"adopted", "noted"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Puljen er på 4,2 mio. kr. Forvaltningen fordeler den.", 2),
        ("Der gives 500 kr. I 2027 gives det samme.", 2),
        ("Rammen er 1,2 mia. kr. Udvalget får 300 t. kr. Resten spares.", 3),
        ("Rammen er 12 mio. Heraf er 4 mio. til unge.", 2),
        ("Udvalget fik 2 millioner kr. Pengene er brugt.", 2),
        ("Ad 1. Der gives kr. 500 og 4 mio. kr. DUT-midler.", 1),
        ("Der gives 4,2 mio. DKK og 3 mio. Kr. til unge.", 1),
        ("Der gives 4,2 mio. kr. 2026 er sidste år.", 1),
        ("Af beløbet (4,2 mio. kr. Udvalgets andel) er halvdelen brugt.", 1),
        ("Vedtaget, jf. Økonomiudvalgets pulje på 4 mio. kr.", 1),
    ],
)
def test_an_amount_ends_a_sentence_only_before_a_new_word(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_sentences_do_not_end_at_abbreviations() -> None:
    assert sentences("Ad. 1-5 anbefales, jf. pkt. 3. Der var afbud fra Bo.") == [
        "Ad. 1-5 anbefales, jf. pkt. 3.",
        "Der var afbud fra Bo.",
    ]


@given(st.text(max_size=200))
def test_any_words_are_judged_without_failing(words: str) -> None:
    assert outcome_of(words) is None or isinstance(outcome_of(words), Outcome)


@given(st.text(max_size=300))
def test_sentences_lose_no_character_but_spaces(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
