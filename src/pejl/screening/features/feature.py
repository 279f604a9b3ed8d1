"""A feature as it must be declared before a model may use it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Known(StrEnum):
    """From when on a value is known; never reused for something else."""

    INDGANG = "indgang"
    """At intake, and it does not change afterwards."""
    SVAR = "svar"
    """From the day on which the citizen answered the questionnaire."""
    NEDSLAG = "nedslag"
    """At every landmark anew, as it was then."""
    FORLOEB = "forloeb"
    """It accrues during the spell or follows its end: a leak at any landmark."""

    @property
    def danish(self) -> str:
        """The words on the site and in documents."""
        return _KNOWN[self]


class Proxy(StrEnum):
    """How far a feature may stand for something that must not be used."""

    LAV = "lav"
    MIDDEL = "middel"
    HOEJ = "hoej"

    @property
    def danish(self) -> str:
        """The word on the site and in documents."""
        return _PROXIES[self]


_KNOWN = {
    Known.INDGANG: "Ved indgangen",
    Known.SVAR: "Når borgeren har svaret",
    Known.NEDSLAG: "Ved hvert nedslag, som det var da",
    Known.FORLOEB: "Først under forløbet: må ikke bruges",
}
_PROXIES = {Proxy.LAV: "Næppe", Proxy.MIDDEL: "Måske", Proxy.HOEJ: "Ja, i høj grad"}


@dataclass(frozen=True)
class Feature:
    """One thing that a model may know of a spell. All of it is shown in the model's card and in the site's register.

    `source` is table and column of the register's contract ("sick_leave_spells.cause_group") or "questionnaire.<key>".
    `basis` is the legal basis for using it, with act and section or order; `why` what it has to do with the length of
    a sick leave; `proxy_note` what it might stand for. `words` are its values and their Danish; empty for a number.
    `least` and `most` bound a number: what lies outside is not known. `changes` is whether the person or the employer
    can change it, so that "what would change the advice" may name it.
    """

    name: str
    danish: str
    source: str
    known: Known
    basis: str
    why: str
    proxy: Proxy
    proxy_note: str
    unit: str = ""
    words: tuple[tuple[str, str], ...] = ()
    least: float | None = None
    most: float | None = None
    changes: bool = False

    @property
    def is_number(self) -> bool:
        """Whether its values are numbers."""
        return not self.words
