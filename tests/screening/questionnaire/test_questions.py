"""A citizen is asked few things, in plain words, in two languages, and may leave any of them out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.register.simulation.survey import QUESTIONS as SIMULATED
from pejl.screening.questionnaire.answers import BadAnswer, checked, from_text
from pejl.screening.questionnaire.introduction import AROUND
from pejl.screening.questionnaire.language import Language, in_language
from pejl.screening.questionnaire.questions import QUESTIONS, Question, question

LONGEST = 18
"""Words of a question at the most."""
HARD_WORDS = ("algoritme", "sandsynlighed", "model", "data", "profil", "screening", "risiko", "sanktion")


def test_there_are_six_to_ten_questions_with_keys_of_their_own() -> None:
    assert 6 <= len(QUESTIONS) <= 10
    assert len({each.key for each in QUESTIONS}) == len(QUESTIONS)


def test_keys_and_scales_are_those_of_the_register() -> None:
    scales = {each.key: (each.least, each.most) for each in QUESTIONS}
    assert {key: scales.get(key) for key in SIMULATED} == {key: told[:2] for key, told in SIMULATED.items()}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda each: each.key)
@pytest.mark.parametrize("language", Language)
def test_a_question_is_short_plain_and_says_why(asked: Question, language: Language) -> None:
    text = asked.text(language)
    sentences = [each for each in text.replace("?", ".").split(".") if each.strip()]
    assert all(len(each.split()) <= LONGEST for each in sentences)
    assert not [word for word in HARD_WORDS if word in text.casefold()]
    assert asked.reason(language).endswith(".")
    assert asked.word(asked.least, language) != str(asked.least)
    assert asked.word(asked.most, language) != str(asked.most)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda each: each.key)
def test_a_scale_has_words_for_both_ends_or_for_every_answer(asked: Question) -> None:
    assert set(asked.words) in ({asked.least, asked.most}, set(asked.answers))
    assert asked.every_answer_has_words or asked.most == 10


@pytest.mark.parametrize("language", Language)
def test_the_words_around_say_that_it_is_voluntary_and_that_a_human_decides(language: Language) -> None:
    before = " ".join(AROUND[language].before).casefold()
    wanted = ("frivilligt", "menneske", "sige nej") if language is Language.DANISH else ("voluntary", "human", "say no")
    assert all(word in before for word in wanted)


def test_an_unknown_language_is_answered_in_danish() -> None:
    assert in_language("en") is Language.ENGLISH
    assert in_language("xx") is Language.DANISH


def test_a_citizen_may_leave_questions_out_but_not_all_of_them() -> None:
    assert from_text({"smerter": " 3 ", "bekymring": ""}) == {"smerter": 3}
    with pytest.raises(BadAnswer, match="mindst ét"):
        from_text({"smerter": ""})


@pytest.mark.parametrize("written", ["11", "-1", "3,5", "tre", "³", "1e1"])
def test_an_answer_off_the_scale_is_refused_in_the_citizens_own_language(written: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        from_text({"smerter": written})
    assert "0 til 10" in refused.value.told(Language.DANISH)
    assert "from 0 to 10" in refused.value.told(Language.ENGLISH)


def test_a_question_that_was_never_asked_and_a_truth_value_are_refused() -> None:
    with pytest.raises(BadAnswer, match="religion"):
        checked({"religion": 1})
    with pytest.raises(BadAnswer):
        checked({"oensker_samtale": True})


@given(st.dictionaries(st.sampled_from([each.key for each in QUESTIONS]), st.integers(-20, 20), min_size=1))
def test_what_is_kept_is_on_the_scale_and_nothing_else_is_kept(answers: dict[str, int]) -> None:
    on_scale = all(answer in found.answers for key, answer in answers.items() if (found := question(key)))
    if on_scale:
        assert checked(answers) == answers
    else:
        with pytest.raises(BadAnswer):
            checked(answers)
