"""The Danish words for what screening shows: its three questions, what can be answered, and what is declared."""

from __future__ import annotations

from pejl.screening.advice.of_hundred import of_hundred
from pejl.screening.advice.shapes import Kind, Says
from pejl.screening.gate.demand import Outcome
from pejl.screening.letters.letter import LetterKind
from pejl.screening.monitoring.limits import Level

QUESTIONS = {
    Kind.TIDLIG_INDSATS: "Er der brug for tidlig indsats?",
    Kind.SLIP: "Kan borgeren slippes?",
    Kind.ATTEST: "Er en lægeattest værd at bede om?",
}
SAYS = {
    Says.TILBYD_INDSATS: "Tilbyd tidlig indsats",
    Says.SAEDVANLIG: "Sædvanlig vurdering",
    Says.KAN_SLIPPES: "Kan slippes",
    Says.BEHOLD: "Behold kontakten",
    Says.LOVEN_KRAEVER: "Loven kræver en attest",
    Says.INDHENT: "Indhent en attest",
    Says.UNDLAD: "Ingen attest",
}
# The design system's badge for each. The word always stands in the badge: colour only repeats it.
TONES = {
    Says.TILBYD_INDSATS: "badge-warning",
    Says.SAEDVANLIG: "badge-info",
    Says.KAN_SLIPPES: "badge-success",
    Says.BEHOLD: "badge-info",
    Says.LOVEN_KRAEVER: "badge-warning",
    Says.INDHENT: "badge-warning",
    Says.UNDLAD: "badge-info",
}
DEMANDS = {Outcome.MET: "badge-success", Outcome.BROKEN: "badge-error", Outcome.UNTRIED: "pejl-badge-none"}
STEPS = {"i_brug": "badge-success", "beskadiget": "badge-error", "bestaar_ikke": "badge-error"}
"""The badges of the steps of a model that call for one of their own."""

LEVELS = {
    Level.GOOD: "badge-success",
    Level.LOOK: "badge-info",
    Level.ALARM: "badge-warning",
    Level.SUSPEND: "badge-error",
}


def question_word(kind: str) -> str:
    """The question that an advice answers."""
    return QUESTIONS[Kind(kind)]


def says_word(says: str) -> str:
    """What an advice, or a person, says."""
    return SAYS[Says(says)]


def says_tone(says: str) -> str:
    """The badge class for what an advice says."""
    return TONES[Says(says)]


def demand_tone(outcome: str) -> str:
    """The badge class for how a model stands to a demand."""
    return DEMANDS[Outcome(outcome)]


def step_tone(step: str) -> str:
    """The badge class for how far a model has come."""
    return STEPS.get(step, "badge-info")


def level_tone(level: int) -> str:
    """The badge class for how grave a finding is."""
    return LEVELS[Level(level)]


def letter_word(word: str) -> str:
    """What a letter is called; its own word where there is no longer such a letter."""
    return LetterKind(word).danish if word in set(LetterKind) else word


def chance_word(chance: float | None) -> str:
    """A chance as people: "23 af 100"; "" where there is none."""
    return "" if chance is None else f"{of_hundred(chance)} af 100"


def swing_word(people: int) -> str:
    """What a reason adds, in people of a hundred, with its sign: "+7", "−3", "0"."""
    return f"+{people}" if people > 0 else f"−{-people}" if people < 0 else "0"
