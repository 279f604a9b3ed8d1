"""Recommendations: who puts what to the body, in which clauses."""

from __future__ import annotations

import pytest

from pejl.minutes.document import Recommendation
from pejl.minutes.lines import read_lines
from pejl.minutes.recommendation import read_recommendation


def recommended(text: str) -> Recommendation:
    found = read_recommendation(read_lines(text.split("\n")))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "by", "clauses"),
    [
        (
            "Social- og Sundhedsforvaltningen indstiller,\n\n1. at A sker, og\n2. at B sker.",
            "Social- og Sundhedsforvaltningen",
            2,
        ),
        ("Forvaltningen forelægger sagen til orientering.", "Forvaltningen", 0),
        ("Til orientering.", None, 0),
        ("Borgmesteren indstiller\n\nat A vælges,\n\nat B vælges.", "Borgmesteren", 2),
        ("Det indstilles:\nAt 1) rådet tager status til efterretning.\nAt 2) rådet drøfter en indsats.", None, 2),
        ("Center for Familie indstiller, at orienteringen tages til efterretning.", "Center for Familie", 1),
        (
            "Forvaltningen indstiller, at udvalget anbefaler,\n\n1. at A godkendes,\n\n2. at B godkendes.",
            "Forvaltningen",
            2,
        ),
        ("Direktøren indstiller\n• At orienteringen tages til efterretning.", "Direktøren", 1),
        ("Centret indstiller, at\nA) planen godkendes\nB) sagen sendes videre", "Centret", 2),
        ("at udvalget tager orienteringen til efterretning.", None, 1),
        ("Det indstilles, at kriterierne drøftes.", None, 1),
    ],
)
def test_clauses_are_counted_as_a_clerk_counts_them(text: str, by: str | None, clauses: int) -> None:
    found = recommended(text)
    assert (found.by, len(found.clauses)) == (by, clauses)
    assert [clause.number for clause in found.clauses] == list(range(1, clauses + 1))


def test_clause_that_runs_over_two_lines_is_one() -> None:
    (clause,) = recommended("Forvaltningen indstiller,\n1. at en lang sag\ngodkendes.").clauses
    assert clause.text == "at en lang sag godkendes." and (clause.lines.first, clause.lines.last) == (2, 3)


def test_sentence_after_the_clauses_is_not_part_of_the_last() -> None:
    found = recommended("Forvaltningen indstiller,\n\n1. at A godkendes.\n\nForvaltningen bemærker, at det haster.")
    assert [clause.text for clause in found.clauses] == ["at A godkendes."]
    assert "haster" in found.text
