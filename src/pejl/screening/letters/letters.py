"""All letters of screening, from one place."""

from __future__ import annotations

import datetime as dt

from pejl.calendar.days import danish_day
from pejl.calendar.rows import in_a_row
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Assessment
from pejl.screening.features.declared import FEATURES, is_answer
from pejl.screening.letters.letter import Letter, LetterKind, Sender
from pejl.screening.letters.parts import parts_of
from pejl.screening.letters.texts import filled
from pejl.screening.letters.to_you import label
from pejl.screening.letters.words import AND, DOOR, SAID
from pejl.screening.questionnaire.language import Language


class NoLetter(ValueError):
    """A letter that cannot be written. `str()` says why, in Danish."""


def letter(
    kind: LetterKind,
    *,
    language: Language = Language.DANISH,
    day: dt.date | None = None,
    assessment: Assessment | None = None,
    sender: Sender | None = None,
    policy: Policy | None = None,
) -> Letter:
    """A letter of a kind in a language. What the municipality has not told of itself is a blank in it.

    `day` is the day it is about: that of the assessment where there is one, otherwise it must be given where the text
    has a day. `policy` is whose re-checks are told. Raises `NoLetter`.
    """
    if kind.about_an_assessment and assessment is None:
        raise NoLetter(f"Brevet »{kind.danish}« skrives ud fra en vurdering, og der er ingen.")
    about = assessment.day if assessment else day
    if about is None and kind is LetterKind.INDSIGELSE:
        raise NoLetter(f"Brevet »{kind.danish}« skal have den dag, det handler om.")
    fields = {
        **(sender or Sender()).fields(language),
        "day": _day(about, language) if about else "",
        "features": _features(language),
        "open_door": DOOR[language],
        "recheck": in_a_row((policy or Policy()).recheck_weeks, AND[language]),
        **(_about(assessment, language) if assessment else {}),
    }
    return filled(kind, language, fields)


def _about(assessment: Assessment, language: Language) -> dict[str, str]:
    """What is said of an assessment: its parts, and by which marks it can be found again."""
    marks = {name: str(getattr(assessment, name)) for name in ("id", "model", "snapshot", "policy")}
    return {**parts_of(assessment, language), **marks}


def _features(language: Language) -> str:
    """Everything that the calculation may use, in a row."""
    names = [label(feature.name, language) for feature in FEATURES if not is_answer(feature)]
    return in_a_row((*names, SAID[language]["answers"]), AND[language])


def _day(day: dt.date, language: Language) -> str:
    """The day in Danish words; in English the way that no reader takes for another day."""
    return danish_day(day) if language is Language.DANISH else day.isoformat()
