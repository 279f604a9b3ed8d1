"""The questionnaire of the sick-listed: seven questions, each a noisy view of the truth, answered by some."""

from __future__ import annotations

import numpy as np

from pejl.register.simulation.careers import Careers
from pejl.register.simulation.cells import Rows, counts, days, keys, named
from pejl.register.simulation.days import years_of
from pejl.register.simulation.draws import Draws, Ints
from pejl.register.simulation.sick_leave import sick_places
from pejl.register.simulation.spells import Spells

_TABLE = "survey_answers"
QUESTIONS: dict[str, tuple[int, int, float, float, float]] = {
    "tilbage_i_job": (0, 10, 9.5, -1.15, 1.6),
    "egen_helbredsvurdering": (1, 5, 4.6, -0.42, 0.8),
    "arbejdsevne_nu": (0, 10, 7.5, -0.85, 2.0),
    "smerter": (0, 10, 2.0, 0.70, 2.4),
    "bekymring": (0, 10, 2.0, 0.75, 2.4),
    "kontakt_arbejdsgiver": (1, 5, 4.2, -0.22, 1.1),
    "oensker_samtale": (0, 1, 0.15, 0.06, 0.35),
}
"""Each question's scale, its answer at the least severity, what a step of severity adds, and the noise. Invented, of
the kind that the literature uses: expectation, health, ability, pain, worry, contact, and the wish for a talk."""

ANSWERING = 0.58
"""The share that answers at all."""


def rows(spells: Spells, careers: Careers, seed: int) -> Rows:
    """The table: a row for each answered question."""
    draws = Draws(seed, "survey")
    places = sick_places(spells)
    severity = careers.onsets.severity[spells.onset[places]]
    answering = np.flatnonzero(draws.chance(np.asarray(ANSWERING - 0.02 * severity, np.float64), len(places)))
    spell = places[answering]
    day = spells.start[spell] + draws.between(2, 21, len(spell))
    there = day <= spells.lasting_to(2**31)[spell]
    answering, spell, day = answering[there], spell[there], day[there]
    size, many = len(spell), len(QUESTIONS)
    answers = np.empty((size, many), np.int64)
    for place, (least, most, start, slope, noise) in enumerate(QUESTIONS.values()):
        seen = start + slope * severity[answering] + noise * draws.bell(size)
        answers[:, place] = np.clip(np.floor(seen + 0.5), least, most).astype(np.int64)
    given = draws.chance(0.95, size * many)
    order = np.flatnonzero(given)
    row, question = order // many, order % many
    years = years_of(day)
    first = int(years.min()) if size else 0
    scale = np.array([[each[0], each[1]] for each in QUESTIONS.values()], np.int64)
    names = tuple(f"sygefravaer-{year}" for year in range(first, first + 40))
    return _table(
        names, (years - first)[row], spells.person[spell[row]], question, day[row], answers[row, question], scale
    )


def _table(
    surveys: tuple[str, ...], survey: Ints, person: Ints, question: Ints, day: Ints, answer: Ints, scale: Ints
) -> Rows:
    return Rows(
        _TABLE,
        {
            "survey": named(survey, surveys),
            "person": keys("FK", person, 6),
            "question": named(question, tuple(QUESTIONS)),
            "answered": days(day),
            "answer": counts(answer),
            "scale_least": counts(scale[question, 0]),
            "scale_most": counts(scale[question, 1]),
        },
        day,
    )
