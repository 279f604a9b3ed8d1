"""The points of a sick leave at which it is looked at, and how it can end. Weeks are from the first day of absence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Exit(StrEnum):
    """How a sick leave with sygedagpenge ends, as the model tells the ways apart; never reused for something else."""

    TILBAGE = "tilbage"
    ANDEN_YDELSE = "anden_ydelse"
    ORDNING = "ordning"
    VARIGHED = "varighed"

    @property
    def danish(self) -> str:
        """The word on the site."""
        return EXIT_WORDS[self]


EXIT_WORDS = {
    Exit.TILBAGE: "Tilbage i arbejde eller uddannelse",
    Exit.ANDEN_YDELSE: "Over på en anden ydelse",
    Exit.ORDNING: "Førtidspension, fleksjob eller en anden ordning",
    Exit.VARIGHED: "Sygedagpengene ophørte efter deres længste varighed",
}
EXITS: tuple[str, ...] = tuple(Exit)
"""The order in which a model of sick leaves has them."""

EXIT_OF = {
    "rask": Exit.TILBAGE,
    "arbejde": Exit.TILBAGE,
    "uddannelse": Exit.TILBAGE,
    "anden_ydelse": Exit.ANDEN_YDELSE,
    "fleksjob": Exit.ORDNING,
    "foertidspension": Exit.ORDNING,
    "varighed": Exit.VARIGHED,
    "ingen_ret": Exit.VARIGHED,
}
"""The register's reasons for an end. Those that are not here (death, moving away, pension by age, parental leave and
others) say nothing of the sick leave: the spell was last seen then."""


@dataclass(frozen=True)
class Landmark:
    """A point at which a spell is scored: `word` in files and addresses, `weeks` from the first day of absence.

    At intake it is the day on which the municipality takes over: the later of notification and the end of the
    employer's 30 days. A landmark that lies before a spell's intake is not one of its landmarks.
    """

    word: str
    danish: str
    weeks: float | None


INTAKE = Landmark("indgang", "Ved indgangen", None)
LANDMARKS = (
    INTAKE,
    Landmark("uge_4", "Efter 4 uger", 4),
    Landmark("uge_8", "Efter 8 uger", 8),
    Landmark("uge_13", "Efter 13 uger", 13),
    Landmark("uge_22", "Efter 22 uger", 22),
)
LAST_WEEKS = 22.0
"""The last landmark. Weeks gone are a feature up to here; how long a spell has truly lasted is its entry."""
ANSWERED = Landmark("svar", "Da spørgeskemaet blev besvaret", None)
"""The day of the first answer, at which a model learns what an answer says. No landmark of the law: nobody has to be
looked at then."""
HORIZONS = (8.0, 13.0, 22.0, 26.0, 39.0, 52.0)
"""Weeks from the first day of absence at which the chance of still being sick is told; those of the true risks too."""
LEAST_AHEAD = 4.0
"""Weeks that a horizon lies ahead at least: of a shorter stretch there is nothing left to do anything about."""
LONGEST_SCORED = HORIZONS[-1] - LEAST_AHEAD
"""A sick leave that has lasted longer is beyond all horizons: nothing is computed of it, and it waits for no score."""
EMPLOYER_DAYS = 30
"""Days of absence that the employer pays before the municipality takes over (arbejdsgiverperioden)."""


def intake_of(first_day: dt.date, notified: dt.date | None) -> dt.date:
    """The day on which the municipality takes over: the later of notification and the end of the employer's days."""
    waited = first_day + dt.timedelta(days=EMPLOYER_DAYS)
    return max(notified, waited) if notified else waited


def landmark_word(word: str) -> str:
    """What a landmark is called on the site; its own word where there is no longer such a one."""
    return next((each.danish for each in (*LANDMARKS, ANSWERED) if each.word == word), word)
