"""Survey answers: one row for each question that a person answered."""

from __future__ import annotations

from decimal import Decimal

from pejl.intake.contract import Column, Kind, Table
from pejl.register.contract.columns import PERSON

SURVEY_ANSWERS = Table(
    name="survey_answers",
    danish="Spørgeskemasvar",
    meaning="One row for each question that a person answered. Numbers only: never what somebody wrote.",
    key=("survey", "person", "question", "answered"),
    columns=(
        Column("survey", Kind.KEY, "Which survey or questionnaire, with its round.", "Undersøgelse"),
        PERSON,
        Column("question", Kind.KEY, "The question's short name.", "Spørgsmål"),
        Column("answered", Kind.DAY, "The day of the answer.", "Besvaret"),
        Column(
            "answer",
            Kind.NUMBER,
            "The answer as a number on the question's scale.",
            "Svar",
            unit="scale",
            least=Decimal(-1000),
            most=Decimal(1000),
        ),
        Column(
            "scale_least",
            Kind.NUMBER,
            "The lowest answer that the question offers.",
            "Skala fra",
            required=False,
            unit="scale",
            least=Decimal(-1000),
            most=Decimal(1000),
        ),
        Column(
            "scale_most",
            Kind.NUMBER,
            "The highest answer that the question offers.",
            "Skala til",
            required=False,
            unit="scale",
            least=Decimal(-1000),
            most=Decimal(1000),
        ),
    ),
    moment="answered",
    refers={"person": "persons.person"},
)
