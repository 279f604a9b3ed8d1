"""How a municipality uses the chances: thresholds, deadlines and limits, decided before anybody is assessed.

A policy is a choice of people and not of the model. `$PEJL_HOME/screening.toml` holds what differs from the defaults
here; name and hash of the policy are in every assessment, so that nobody can say later that it was another one.
"""

from __future__ import annotations

import tomllib
from itertools import pairwise
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pejl.calendar.rows import in_a_row
from pejl.calendar.written_words import one_line
from pejl.home.folders import Home
from pejl.law.scenario import scenario_names
from pejl.screening.canonical import hash_of
from pejl.screening.landmarks import HORIZONS, INTAKE, LANDMARKS, LEAST_AHEAD

NAME = "screening.toml"
LONGEST = 100_000
"""Bytes of the file that are read at most."""

Share = Annotated[float, Field(ge=0, le=1)]
_LANDMARK_WORDS = tuple(each.word for each in LANDMARKS)


class BadPolicy(ValueError):
    """The file of the policy cannot be used. `str()` says what is wrong, in Danish."""


class Policy(BaseModel):
    """What a municipality has decided. The defaults have their reasons with them; others need a decision.

    It is not law: no threshold here makes anything lawful that the law forbids, and what the law demands is done
    whatever is written here.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(default="standard", min_length=1, max_length=60)
    horizons: dict[str, float] = {"indgang": 26.0, "uge_4": 26.0, "uge_8": 26.0, "uge_13": 26.0, "uge_22": 39.0}
    """Weeks from the first day of absence that the chance is about, for each landmark. A long sick leave is one beyond
    half a year: it is then that extension and reassessment begin; after 22 weeks that says nothing any more."""
    early_effort_from: Share = 0.35
    """Early effort is suggested at this chance of a long sick leave and above. Of those right at 0.35 two in three
    would have come back in time anyway: a talk costs little, half a year costs much."""
    release_below: Share = 0.10
    """Release may be suggested where even the upper end of the interval is below this: fewer than one in ten of those
    let go may turn out long, and the re-checks are there for them."""
    expires_days: int = Field(default=14, ge=1, le=60)
    """An assessment is not used after so many days: what it stands on changes."""
    recheck_weeks: tuple[int, ...] = (2, 4, 8)
    """Who was let go is looked at again after so many weeks."""
    own_first: bool = True
    """The caseworker writes an own assessment before the advice is shown."""
    shadow_share: Annotated[float, Field(ge=0, le=0.5)] = 0.05
    """The share of cases in which the advice is withheld, to measure how far people follow it because it is there."""
    unusual_over: Share = 0.99
    """No score for a case that is less like the training data than this share of them."""
    missing_over: Share = 0.5
    """No score where more than this share of what the model uses is not known."""
    interval_over: Share = 0.30
    """No score where the interval is wider than this: it would say nothing."""
    release_needs_answers: bool = True
    """Nobody is let go without having been asked: release needs an answered questionnaire."""
    earlier_weeks_from: float = Field(default=8.0, ge=0, le=40)
    """So many weeks on sygedagpenge within the nine months before are an earlier long sick leave: no release."""
    earlier_spells_from: int = Field(default=2, ge=1, le=60)
    """So many sick leaves within the two years before: no release."""
    physician_factor: float = Field(default=2.0, ge=1, le=10)
    """A physician might plausibly expect anything from so many times shorter to so many times longer than citizen and
    employer do. The value of a certificate is what would be done at the one end and at the other."""
    physician_soon: float = Field(default=2.0, ge=0, le=52)
    physician_late: float = Field(default=26.0, ge=1, le=260)
    """The same as weeks from now, where neither of them has said what they expect."""
    law_scenario: str = Field(default="", max_length=60)
    """The scenario of the law by which unsettled sections are read, chosen by somebody who looked them up; "": none,
    and where the law is not settled, release is not advised."""

    @field_validator("name")
    @classmethod
    def _plain_name(cls, written: str) -> str:
        if one_line(written) != written:
            raise ValueError("navnet står på én linje, uden tegn, som ikke kan ses, og uden CPR-numre")
        return written

    @field_validator("horizons")
    @classmethod
    def _known_horizons(cls, written: dict[str, float]) -> dict[str, float]:
        unknown = sorted(written.keys() - set(_LANDMARK_WORDS))
        if unknown:
            raise ValueError(f"»{unknown[0]}« er ikke et af nedslagene {in_a_row(_LANDMARK_WORDS)}")
        wrong = sorted(weeks for weeks in written.values() if weeks not in HORIZONS)
        if wrong:
            raise ValueError(
                f"{wrong[0]:g} uger er ikke en af horisonterne {in_a_row(f'{each:g}' for each in HORIZONS)}"
            )
        default = cls.model_fields["horizons"].default
        return {word: written.get(word, default[word]) for word in _LANDMARK_WORDS}

    @field_validator("recheck_weeks")
    @classmethod
    def _checked_again(cls, written: tuple[int, ...]) -> tuple[int, ...]:
        if not written or written[0] < 1 or written[0] > 2 or any(later <= one for one, later in pairwise(written)):
            raise ValueError("gentjek står i rækkefølge, og det første er senest efter 2 uger")
        return written

    @field_validator("release_below")
    @classmethod
    def _below_early_effort(cls, written: float, info: Any) -> float:
        if written >= info.data.get("early_effort_from", 1.0):
            raise ValueError("grænsen for slip skal ligge under grænsen for tidlig indsats")
        return written

    @field_validator("law_scenario")
    @classmethod
    def _written_scenario(cls, written: str) -> str:
        if written and written not in scenario_names():
            raise ValueError(f"der er intet scenarie, der hedder »{written}«; der er {in_a_row(scenario_names())}")
        return written

    @property
    def hash(self) -> str:
        """The SHA-256 of all of it, as canonical JSON."""
        return hash_of(self.model_dump(mode="json"))

    @property
    def mark(self) -> str:
        """Name and hash, as assessments carry them."""
        return f"{self.name}:{self.hash[:12]}"

    def horizon(self, landmark: str, weeks_gone: float) -> float | None:
        """The horizon that a case is asked about: that of its landmark, or a later one where it lies too near.

        None where the sick leave has lasted longer than anything the model speaks of.
        """
        wanted = self.horizons.get(landmark, self.horizons[INTAKE.word])
        return next((weeks for weeks in HORIZONS if weeks >= max(wanted, weeks_gone + LEAST_AHEAD)), None)


def policy_of(home: Home) -> Policy:
    """The installation's policy: the defaults, and what its file says otherwise. Raises `BadPolicy`."""
    path = home.root / NAME
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return Policy()
    except OSError as trouble:
        raise BadPolicy(f"{NAME} kan ikke læses: {trouble.strerror}.") from trouble
    return read_policy(written)


def read_policy(written: bytes) -> Policy:
    """The policy that a file's bytes say. Raises `BadPolicy`."""
    if len(written) > LONGEST:
        raise BadPolicy(f"{NAME} er for stor til at være en politik.")
    try:
        told = tomllib.loads(written.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as trouble:
        raise BadPolicy(
            f"{NAME} er ikke skrevet rigtigt ({trouble}). Skriv en linje for hvert valg, fx release_below = 0.08."
        ) from trouble
    try:
        return Policy(**told)
    except ValidationError as trouble:
        raise BadPolicy(_what_is_wrong(trouble)) from None


def _what_is_wrong(trouble: ValidationError) -> str:
    """The first mistake, as a sentence."""
    first = trouble.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{NAME}: der er intet valg, der hedder {name}. Valgene er {in_a_row(Policy.model_fields)}."
    if first["type"] == "value_error":
        return f"{NAME}: {name}: {first['ctx']['error']}."
    return f"{NAME}: {name} kan ikke være {first['input']!r}. {_bounds(first)}"


def _bounds(mistake: Any) -> str:
    told = mistake.get("ctx") or {}
    least, most = told.get("ge"), told.get("le")
    if least is not None:
        return f"Det skal være mindst {least:g}."
    if most is not None:
        return f"Det må højst være {most:g}."
    return "Se docs/operation.md for, hvad der kan stå."
