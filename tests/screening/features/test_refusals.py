"""A feature that may not be used is refused with a sentence, however it is called and wherever it comes from."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from pejl.screening.features.declared import FEATURES, PLACE, is_answer
from pejl.screening.features.deny import ACCRUING, DENIED_SOURCES, denied_word
from pejl.screening.features.feature import Feature, Known, Proxy
from pejl.screening.features.refusals import Dated, Refused, refuse, refuse_late, refuse_undeclared

HONEST = Feature(
    name="prøve",
    danish="En prøve",
    source="sick_leave_spells.hours",
    known=Known.INDGANG,
    basis="sygedagpengeloven § 13 b",
    why="Fordi.",
    proxy=Proxy.LAV,
    proxy_note="Ingen kendt.",
)


def like(**other: object) -> Feature:
    return dataclasses.replace(HONEST, **other)  # type: ignore[arg-type]


def test_all_that_is_declared_may_be_used() -> None:
    refuse(FEATURES)
    refuse([HONEST])
    refuse_undeclared([*(feature.name for feature in FEATURES), PLACE.name])


def test_every_declaration_says_where_it_comes_from_and_what_it_might_stand_for() -> None:
    for feature in (*FEATURES, PLACE):
        assert "Retsinformation" in feature.basis, feature.name
        assert feature.why.endswith("."), feature.name
        assert feature.proxy_note.endswith("."), feature.name
        assert bool(feature.words) == (feature.least is None) or feature is PLACE, feature.name
        assert is_answer(feature) == (feature.known is Known.SVAR), feature.name


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        (like(source="sick_leave_spells.partial_hours"), "undervejs"),
        (like(source="sick_leave_spells.last_day"), "undervejs"),
        (like(source="sick_leave_spells.exit_reason"), "undervejs"),
        (like(source="talks.status"), "undervejs"),
        (like(known=Known.FORLOEB), "undervejs"),
        (like(source="sick_leave_spells.diagnosis"), "kontrakt"),
        (like(source="noget.andet"), "kontrakt"),
        (like(source="questionnaire.smerter"), "blev svaret"),
        (like(source="persons.sex"), "køn"),
        (like(source="persons.entered_1968_or_later"), "oprindelse"),
        (like(source="persons.residence_years"), "oprindelse"),
        (like(source="persons.municipality"), "hvor man bor"),
        (like(source="sick_leave_spells.caseworker"), "hvem der har sagen"),
        (like(basis=" "), "hjemmel"),
        (like(why=""), "begrundelse"),
        (like(proxy_note=""), "stå i stedet for"),
    ],
)
def test_what_may_not_be_used_is_refused(planted: Feature, said: str) -> None:
    with pytest.raises(Refused, match=said):
        refuse([*FEATURES, planted])


@pytest.mark.parametrize(
    "name",
    [
        "køn",
        "koen",
        "er_kvinde",
        "gender",
        "herkomst",
        "Etnicitet",
        "ethnic_group",
        "country_of_birth",
        "fødeland",
        "indvandrer",
        "ikke_vestlig",
        "statsborgerskab",
        "citizenship",
        "nationalitet",
        "religion",
        "trossamfund",
        "sagsbehandlers_indtryk",
        "fri-tekst",
        "free_text",
        "journalnotat",
        "tolkebehov",
        "modersmål",
        "fagforening",
        "snydscore",
    ],
)
def test_a_name_on_the_deny_list_is_known_in_both_languages(name: str) -> None:
    assert denied_word(name)
    with pytest.raises(Refused, match="ingen model må vide"):
        refuse([like(name=name)])


def test_no_declared_feature_bears_a_denied_name_or_source() -> None:
    for feature in FEATURES:
        assert denied_word(feature.name) is None, feature.name
        assert feature.source not in {*DENIED_SOURCES, *ACCRUING}, feature.name


def test_two_features_of_one_name_are_refused() -> None:
    with pytest.raises(Refused, match="to gange"):
        refuse([HONEST, HONEST])


def test_a_column_that_nobody_declared_is_refused() -> None:
    with pytest.raises(Refused, match=r"declared\.py"):
        refuse_undeclared(["alder", "postnummer"])
    with pytest.raises(Refused, match="oprindelse"):
        refuse_undeclared(["herkomst"])


def test_a_value_from_after_the_day_is_refused_and_one_that_is_not_known_is_not() -> None:
    landmarks = np.array([100, 100, 100])
    fine = Dated(np.array([1.0, np.nan, 3.0]), np.array([100, 999, 1]))
    refuse_late(HONEST, fine, landmarks)
    with pytest.raises(Refused, match="1 række en værdi fra efter"):
        refuse_late(HONEST, Dated(np.array([1.0, 2.0, 3.0]), np.array([100, 101, 1])), landmarks)
    words = Dated(np.array(["a", None, "b"], object), np.array([1, 999, 200]))
    with pytest.raises(Refused, match="ind i fremtiden"):
        refuse_late(HONEST, words, landmarks)
