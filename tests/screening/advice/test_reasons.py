"""The reasons are the computation: each feature a sentence without blame, and together they add up."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.screening.advice.reasons import LEAST, MOST, OTHERS, reasons_of
from pejl.screening.advice.sentences import ANSWERS, NUMBERS, PATTERNS, WORDS, known, missing, sentence
from pejl.screening.features.declared import FEATURES, PLACE, is_answer
from pejl.screening.features.feature import Feature
from screening.advice_given import assessed

BY_NAME = {feature.name: feature for feature in FEATURES}
NAMES = tuple(BY_NAME)
SHARES = st.lists(st.floats(-0.5, 0.5), min_size=len(NAMES), max_size=len(NAMES))
JARGON = re.compile(r"feature|score|model|parameter|procent|odds|risiko|skyld|desværre|mangelfuld|problem", re.I)


def a_value(feature: Feature) -> float | str:
    return feature.words[0][0] if feature.words else float(feature.least or 0) + 2


VALUES = {feature.name: a_value(feature) for feature in FEATURES}


@given(SHARES)
def test_the_shares_that_are_told_add_up_to_all_shares(shares: list[float]) -> None:
    reasons = reasons_of(NAMES, shares, VALUES, BY_NAME)
    assert math.fsum(reason.share or 0 for reason in reasons) == pytest.approx(math.fsum(shares), abs=1e-12)
    told = [abs(reason.share or 0) for reason in reasons if reason.feature != OTHERS]
    assert told == sorted(told, reverse=True)
    assert len(told) <= MOST
    assert all(share >= LEAST for share in told)


def test_in_an_assessment_usual_and_reasons_make_the_chance() -> None:
    found = assessed({"aarsag": "kraeft", "ventet_laege": 12.0, "kontakt_arbejdsgiver": 3.0})
    early = found.advice[0]
    assert early.usual is not None
    assert early.usual + math.fsum(reason.share or 0 for reason in early.reasons) == pytest.approx(
        early.chance, abs=1e-12
    )
    assert [(reason.feature, round(reason.share or 0, 6)) for reason in early.reasons] == [
        ("aarsag", 0.3),
        ("kontakt_arbejdsgiver", 0.06),
        ("ventet_laege", 0.04),
        (OTHERS, 0.0),
    ]


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_every_feature_has_a_sentence_of_its_own_in_both_directions_and_where_it_is_unknown(feature: Feature) -> None:
    own = {*NUMBERS, *PATTERNS, *WORDS}
    assert feature.name in own or is_answer(feature)
    value = VALUES[feature.name]
    longer, shorter, unknown = (
        sentence(feature, value, 0.1),
        sentence(feature, value, -0.1),
        sentence(feature, None, 0.1),
    )
    assert longer.endswith("Det taler for et længere forløb.")
    assert shorter.endswith("Det taler for et kortere forløb.")
    assert "er ikke oplyst. Det trækker beregningen" in unknown
    assert not [text for text in (longer, shorter, unknown) if JARGON.search(text)]


def test_a_word_and_a_number_are_told_as_people_say_them() -> None:
    assert known(BY_NAME["aarsag"], "muskel_skelet") == "Årsagen er i gruppen »Muskler, led og ryg«."
    assert known(BY_NAME["timer"], 30.0) == "Den aftalte arbejdstid er 30 timer om ugen."
    assert known(BY_NAME["tidligere_forloeb"], 0.0) == "Der er ingen sygeforløb, der sluttede i de to år før."
    assert known(BY_NAME["ventet_borger"], 1.0) == "Borgeren ventede selv en sygemelding på 1 uge."
    assert "5 af 10" in known(BY_NAME["smerter"], 5.0)
    assert "»God«" in known(BY_NAME["kontakt_arbejdsgiver"], 4.0)


def test_who_answered_nothing_has_one_reason_for_it_and_one_line_among_what_is_missing() -> None:
    answers = [feature.name for feature in FEATURES if is_answer(feature)]
    values = {**VALUES, **dict.fromkeys(answers)}
    reasons = reasons_of(NAMES, [0.02] * len(NAMES), values, BY_NAME)
    assert reasons[0].feature == ANSWERS
    assert reasons[0].share == pytest.approx(0.02 * len(answers))
    assert missing(FEATURES, values) == ("Svar på spørgeskemaet",)
    assert missing(FEATURES, {**values, answers[0]: 1.0, "alder": None})[0] == "Alder"
    assert len(missing(FEATURES, {**values, answers[0]: 1.0})) == len(answers) - 1


def test_the_municipality_is_told_as_practice_and_not_as_something_about_the_citizen() -> None:
    [reason] = reasons_of([PLACE.name], [0.1], {PLACE.name: "159"}, BY_NAME)
    assert reason.sentence.startswith("Praksis i kommunen")
