"""The wordings of decisions: what each must be read as, written down before it was read."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from pejl.minutes.document import Vote

from .reading import decided, votes_in

ANNE, BO, CARL, DITTE, EMIL = "Anne Berg", "Bo Holm", "Carl Lund", "Ditte Krog", "Emil Dahl"


@dataclass(frozen=True)
class Told:
    """What a decision tells: its outcome, that of single clauses, who was absent, and the votes.

    A vote is what it was on, who moved it, its outcome, the names for, against and abstaining, and the stated counts.
    """

    text: str
    outcome: str
    clauses: dict[int, str] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    votes: list[tuple[object, ...]] = field(default_factory=list)


DECISIONS = [
    Told("Tiltrådt, idet udvalget ønsker en opfølgning i efteråret.", "adopted"),
    Told("Tiltrådt med den bemærkning, at sagen ikke kan anbefales udsat.", "adopted"),
    Told("Udvalget anmoder forvaltningen om at undersøge muligheden for et samarbejde.\n\nTiltrådt.", "adopted"),
    Told(
        "Ad 1. Tiltrådt. Ad 2-4. Anbefales. Ad 5. Til orientering.",
        "adopted",
        clauses={1: "adopted", 2: "recommended", 3: "recommended", 4: "recommended", 5: "for_information"},
    ),
    Told(
        "Ad 1 – 3: Anbefales.\nAd 4: Udsat.",
        "recommended",
        clauses={1: "recommended", 2: "recommended", 3: "recommended", 4: "postponed"},
    ),
    Told(
        "Ad 1., 2. og 4. tiltrådt.\nAd 3. forkastet.",
        "adopted",
        clauses={1: "adopted", 2: "adopted", 4: "adopted", 3: "rejected"},
    ),
    Told(
        "Anne Berg (Ø) stillede ændringsforslag om, at punkt 2 udgår.\n\n"
        "For ændringsforslaget stemte Anne Berg.\n\n"
        "Imod stemte Bo Holm, Carl Lund og Ditte Krog.\n\n"
        "Emil Dahl stemte hverken for eller imod.\n\n"
        "Ændringsforslaget faldt.\n\n"
        "Indstillingen blev tiltrådt.",
        "adopted",
        votes=[("amendment", ANNE, "rejected", [ANNE], [BO, CARL, DITTE], [EMIL], None)],
    ),
    Told(
        "Bo Holm og Carl Lund stemte for indstillingen.\n\n"
        "Anne Berg stemte imod indstillingen.\n\n"
        "Ditte Krog og Emil Dahl undlod at stemme.\n\n"
        "Anbefales.",
        "recommended",
        votes=[("recommendation", None, "recommended", [BO, CARL], [ANNE], [DITTE, EMIL], None)],
    ),
    Told(
        'Venstre stillede følgende ændringsforslag:\n\n"At der afsættes 100.000 kr. til en kampagne."\n\n'
        "Carl Lund stemte for ændringsforslaget, mens de øvrige stemte imod.\n\n"
        "Ændringsforslaget er forkastet.\n\nTiltrådt.",
        "adopted",
        votes=[("amendment", "Venstre", "rejected", [CARL], [], [], None)],
    ),
    Told(
        "Et mindretal (Anne Berg og Ditte Krog) stemte imod.\n\nTiltrådt.",
        "adopted",
        votes=[("recommendation", None, "adopted", [], [ANNE, DITTE], [], None)],
    ),
    Told(
        "Indstillingen blev sat til afstemning.\n\n"
        "4 stemte for, 1 stemte imod og 2 undlod at stemme.\n\n"
        "Indstillingen er godkendt.",
        "approved",
        votes=[("recommendation", None, "approved", [], [], [], (4, 1, 2))],
    ),
    Told(
        "Godkendt med 12 stemmer mod 7.",
        "approved",
        votes=[("recommendation", None, "approved", [], [], [], (12, 7, None))],
    ),
    Told(
        "Ø stemmer imod. Øvrige partier stemmer for. Godkendt.",
        "approved",
        votes=[("recommendation", None, "approved", [], [], [], None)],
    ),
    Told("Taget til efterretning, idet Enhedslisten tager forbehold.", "noted"),
    Told(
        "Udvalget tiltrådte indstillingen med 4 stemmer for (Bo Holm, Carl Lund, Ditte Krog og "
        "Emil Dahl) og 1 imod (Anne Berg).",
        "adopted",
        votes=[("recommendation", None, "adopted", [BO, CARL, DITTE, EMIL], [ANNE], [], (4, 1, None))],
    ),
    Told("Sagen sendes tilbage til forvaltningen med henblik på fornyet behandling.", "sent_on"),
    Told("Genoptages på næste møde.", "postponed"),
    Told("Punktet blev udsat til mødet i juni.", "postponed"),
    Told("Udgår.", "withdrawn"),
    Told("Punktet blev taget af dagsordenen.", "withdrawn"),
    Told("Fraværende: Anne Berg (Ø), Bo Holm (A)\nTiltrådt.", "adopted", absent=[ANNE, BO]),
    Told("Afbud: Anne Berg og Bo Holm\n\nGodkendt", "approved", absent=[ANNE, BO]),
    Told("Godkendt.\n\nIkke til stede: Anne Berg.", "approved", absent=[ANNE]),
    Told("Godkendt.\n\nAnne Berg (Ø) og Bo Holm (A) deltog ikke i sagens behandling.", "approved", absent=[ANNE, BO]),
    Told(
        "Anne Berg erklærede sig inhabil og forlod lokalet under behandlingen.\n\nTiltrådt.", "adopted", absent=[ANNE]
    ),
    Told(
        "Udvalget besluttede, at Anne Berg er inhabil. Anne Berg deltog ikke i behandlingen.\n\nTiltrådt.",
        "adopted",
        absent=[ANNE],
    ),
    Told(
        "Godkendt.\n\nDer var afbud fra Anne Berg (Ø). Som stedfortræder mødte Carl Lund (Ø).",
        "approved",
        absent=[ANNE],
    ),
    Told("Formanden orienterede.\n\nTaget til efterretning.", "noted"),
    Told("Ingen bemærkninger.", "none"),
    Told("Intet at bemærke.", "none"),
    Told("Udvalget drøftede sagen og besluttede at oversende den til Økonomiudvalget.", "sent_on"),
    Told("Drøftet, idet der arbejdes videre med model B.", "discussed"),
    Told("Anbefalet.", "recommended"),
    Told("Indstilles til godkendelse i Byrådet.", "recommended"),
    Told("Tiltrådt som indstillet af forvaltningen.", "adopted"),
    Told("Forvaltningens indstilling følges.", "adopted"),
    Told(
        "Ændringsforslag fra SF: At perioden forlænges.\n\n"
        "For stemte: F og Ø\n\n"
        "Imod stemte: A, V og C\n\n"
        "Ændringsforslaget forkastet.\n\n"
        "Forvaltningens indstilling anbefales.",
        "recommended",
        votes=[("amendment", "SF", "rejected", [], [], [], None)],
    ),
    Told(
        "Udvalget forkastede indstillingen, idet Anne Berg, Bo Holm og Carl Lund stemte imod, mens "
        "Ditte Krog stemte for.",
        "rejected",
        votes=[("recommendation", None, "rejected", [DITTE], [ANNE, BO, CARL], [], None)],
    ),
    Told(
        "Anne Berg, Bo Holm og Ditte Krog stemte for forslaget. Carl Lund og Emil Dahl stemte imod.\n\n"
        "Forslaget er vedtaget.",
        "adopted",
        votes=[("proposal", None, "adopted", [ANNE, BO, DITTE], [CARL, EMIL], [], None)],
    ),
    Told(
        "Ad 1-2. Tiltrådt.\n\n"
        "Ad 3. Udvalget ønsker, at forvaltningen vender tilbage med et nyt forslag.\n\n"
        "Ad 4. Anbefales.",
        "adopted",
        clauses={1: "adopted", 2: "adopted", 4: "recommended"},
    ),
    Told("Mødet blev afbrudt kl. 19.10 og genoptaget kl. 19.20.\n\nTiltrådt.", "adopted"),
    Told("Anne Berg forlod mødet kl. 20.15 under punkt 4.\n\nTiltrådt.", "adopted"),
    Told("Tiltrådt enstemmigt.", "adopted"),
    Told("Enstemmigt godkendt.", "approved"),
    Told(
        'Udvalget tog sagen til efterretning, og Carl Lund (V) afgav protokolbemærkning: "Venstre ønsker sagen udsat."',
        "noted",
    ),
    Told('Tiltrådt.\n\nEnhedslisten ønsker ført til protokol: "Vi kan ikke godkende besparelsen."', "adopted"),
]


def vote_told(vote: Vote) -> tuple[object, ...]:
    stated = (vote.stated.for_, vote.stated.against, vote.stated.abstain) if vote.stated else None
    return (vote.on, vote.moved_by, vote.outcome.value, vote.for_, vote.against, vote.abstain, stated)


@pytest.mark.parametrize("told", DECISIONS, ids=lambda told: told.text[:50])
def test_decision_is_read_as_it_is_worded(told: Told) -> None:
    reading = decided(told.text)
    assert reading.decision.outcome.value == told.outcome
    assert {clause.number: clause.outcome.value for clause in reading.decision.clauses} == told.clauses
    assert [person.name for person in reading.absent] == told.absent
    assert [vote_told(vote) for vote in reading.votes] == told.votes


def test_two_waiting_amendments_each_get_the_vote_named_after_their_mover() -> None:
    second, first = votes_in(
        'Bo Holm stillede ændringsforslag til Ad 2: "Beløbet halveres."\n\n'
        'Anne Berg stillede ændringsforslag til Ad 3: "Punktet udgår."\n\n'
        "Bo Holms ændringsforslag: Bo Holm stemte for. Anne Berg og Carl Lund stemte imod. "
        "Ændringsforslaget forkastet.\n\nAd 1-3. Anbefales."
    )
    assert (first.on, first.moved_by, first.outcome) == ("amendment to recommendation 2", BO, "rejected")
    assert (first.for_, first.against) == ([BO], [ANNE, CARL])
    assert (second.moved_by, second.for_, second.outcome) == (ANNE, [], "none")


def test_entry_names_its_author_in_full() -> None:
    (remark,) = decided(
        'Tiltrådt.\n\nGry Berg Falk afgav følgende mindretalsudtalelse: "Det er for lidt."'
    ).decision.remarks
    assert (remark.kind, remark.by) == ("minority_statement", "Gry Berg Falk")


def test_decision_that_the_page_broke_is_one_sentence() -> None:
    (vote,) = votes_in(
        "Anne Berg (Ø), Bo Holm (A), Carl Lund (V) og\nDitte Krog (F) stemte for indstillingen.\n"
        "Emil Dahl (Uden for parti) stemte imod indstillingen.\nTiltrådt."
    )
    assert (vote.for_, vote.against) == ([ANNE, BO, CARL, DITTE], [EMIL])
