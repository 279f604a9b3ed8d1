"""Citizens are written to in plain words, in two languages, about what was really computed and nothing else."""

from __future__ import annotations

import re

import pytest

from pejl.register.contract.sick_leave_spells import CAUSES, SICK_LEAVE_SPELLS
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Assessment, Kind, Says
from pejl.screening.features.declared import FEATURES, is_answer
from pejl.screening.letters.letter import KIND_WORDS, Letter, LetterKind, Sender
from pejl.screening.letters.letters import NoLetter, letter
from pejl.screening.letters.texts import fields_of
from pejl.screening.letters.to_you import CAUSES as CAUSES_IN_ENGLISH
from pejl.screening.letters.to_you import LABELS, NUMBERS, SECTORS, WORDS, to_you
from pejl.screening.letters.words import ADVISED, AGAINST, SAID
from pejl.screening.questionnaire.language import Language
from screening.advice_given import DAY, Simple, assessed

HARD = assessed({"aarsag": "kraeft", "ventet_laege": 12.0, "kontakt_arbejdsgiver": 3.0, "alder": None})
SENDER = Sender(
    "Fjordby Kommune", "Sygefravær Syd", "dpo@fjordby.example", "bekendtgørelsen", "5 år", "1. december 2026"
)
DANISH, ENGLISH = Language.DANISH, Language.ENGLISH


def written(kind: LetterKind, language: Language = DANISH, assessment: Assessment | None = HARD) -> Letter:
    return letter(kind, language=language, day=DAY, assessment=assessment, sender=SENDER)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_written_in_both_languages_with_nothing_left_open(kind: LetterKind, language: Language) -> None:
    found = written(kind, language)
    assert found.title and found.paragraphs
    assert "$" not in found.text and "{" not in found.text
    assert set(found.blanks) <= {"hvad afgørelsen handler om", "what the decision is about"}
    assert fields_of(kind, DANISH) and set(fields_of(kind, DANISH)) == set(fields_of(kind, ENGLISH))
    assert not re.search(r"\bpseudonym|\bfeature|\bscore\b|\balgoritm", found.text.casefold())


def test_what_the_municipality_has_not_told_is_a_blank_and_never_made_up() -> None:
    bare = letter(LetterKind.UNDERRETNING)
    assert bare.blanks[0] == "kommunens navn"
    assert "retsgrundlaget, som kommunen har læst det i Retsinformation" in bare.blanks
    assert letter(LetterKind.UNDERRETNING, sender=SENDER).blanks == ()


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind.about_an_assessment])
def test_a_letter_about_an_assessment_needs_one(kind: LetterKind) -> None:
    with pytest.raises(NoLetter, match="ud fra en vurdering"):
        letter(kind, day=DAY)


def test_a_receipt_of_an_objection_needs_its_day() -> None:
    with pytest.raises(NoLetter, match="dag"):
        letter(LetterKind.INDSIGELSE)


def test_the_notice_tells_what_for_with_what_who_decides_and_how_to_say_no() -> None:
    text = written(LetterKind.UNDERRETNING).text
    for wanted in (
        "tidlig indsats",
        "i fred",
        "attest",
        "et menneske",
        "kontrol",
        "sige nej",
        "Datatilsynet",
        "artikel 13",
    ):
        assert wanted in text
    for feature in FEATURES:
        assert is_answer(feature) or LABELS[feature.name][0] in text


def test_the_explanation_is_the_computation_and_its_people_add_up() -> None:
    text = written(LetterKind.FORKLARING).text
    assert "er 44 stadig på sygedagpenge 26 uger efter" in text
    assert "fra 41 til 47" in text
    assert "begynder med 4 af 100" in text
    people = [int(more or f"-{fewer}") for more, fewer in re.findall(r"(\d+) flere af 100|(\d+) færre af 100", text)]
    assert 4 + sum(people) == 44
    assert "Årsagen er i gruppen »Kræft«: 30 flere af 100." in text
    assert "Det vidste beregningen ikke: din alder." in text
    assert "artikel 15, stk. 1, litra h" in text
    for mark in (HARD.id, HARD.model, HARD.snapshot, HARD.policy):
        assert mark in text


def test_the_explanation_says_you_and_never_the_citizen() -> None:
    for kind in (LetterKind.FORKLARING, LetterKind.HOERING):
        assert "borgeren" not in written(kind).text.casefold()


def test_an_explanation_without_a_score_says_that_nothing_was_calculated() -> None:
    unusual = assessed(model=Simple(unusual=1.0))
    text = written(LetterKind.FORKLARING, assessment=unusual).text
    assert "Der blev ikke regnet på din sag" in text
    assert "Sådan blev tallet til" not in text


def test_the_hearing_lists_what_is_known_and_cites_the_sections() -> None:
    text = written(LetterKind.HOERING).text
    assert "forvaltningsloven § 19" in text and "forvaltningsloven §§ 22-24" in text
    assert "Du svarede »Hverken god eller dårlig«" in text
    assert "senest 1. december 2026" in text
    assert "Din alder er" not in text


def test_who_is_left_in_peace_reads_of_the_open_door_and_the_days_on_which_we_look_again() -> None:
    policy = Policy(recheck_weeks=(1, 3))
    text = letter(LetterKind.SLIP, policy=policy).text
    assert "Du kan altid kontakte os" in text
    assert "efter 1 og 3 uger" in text


def test_the_text_is_known_by_its_hash() -> None:
    assert written(LetterKind.INDSIGELSE).hash == written(LetterKind.INDSIGELSE).hash
    assert written(LetterKind.INDSIGELSE).hash != written(LetterKind.INDSIGELSE, ENGLISH).hash


def test_every_feature_word_and_advice_can_be_said_in_both_languages() -> None:
    assert {feature.name for feature in FEATURES if not is_answer(feature)} <= LABELS.keys()
    for feature in FEATURES:
        assert is_answer(feature) or feature.name in NUMBERS or feature.name in WORDS
        value = feature.words[0][0] if feature.words else float(feature.least or 0) + 1
        told = [to_you(feature.name, value, language) for language in Language]
        assert told[0] != told[1]
    assert CAUSES_IN_ENGLISH.keys() == CAUSES.keys()
    assert SECTORS.keys() == SICK_LEAVE_SPELLS.column("sector").allowed.keys()
    assert SAID[DANISH].keys() == SAID[ENGLISH].keys()
    assert AGAINST[DANISH].keys() == AGAINST[ENGLISH].keys()
    assert ADVISED[DANISH].keys() == ADVISED[ENGLISH].keys()
    assert {kind for kind, _ in ADVISED[DANISH]} == set(Kind)
    assert {says for _, says in ADVISED[DANISH]} == set(Says)
    assert KIND_WORDS.keys() == set(LetterKind)
