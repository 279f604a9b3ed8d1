"""What things of a training are called in its documents. One place for each word."""

from __future__ import annotations

from pejl.screening.landmarks import ANSWERED, EXIT_WORDS, LANDMARKS, Exit

SPLITS = {
    "folds": "Holdt ude i femtedele",
    "municipality": "En kommune holdt ude",
    "time": "Det seneste år holdt ude",
    "truth": "Mod simulatorens sande chancer",
}
MODELS = {
    "pejl": "Modellen",
    "register_only": "Modellen uden spørgeskemaet",
    "ask_first": "Kun at spørge først",
}
WAYS = {
    "model": "Modellen",
    "all": "Hjælpe alle",
    "none": "Hjælpe ingen",
    "ask_first": "Spørge først",
}
LEGAL_STATUS = (
    "Lovhenvisninger i dette dokument er kendt på anden hånd. De skal læses i Retsinformation og EUR-Lex, før systemet "
    "tages i drift."
)


def split_word(split: str) -> str:
    """A way of holding out, in words."""
    return SPLITS.get(split, split)


def model_word(model: str) -> str:
    """A model that was measured, in words."""
    return MODELS.get(model, model)


def landmark_word(landmark: str) -> str:
    """A landmark, in words."""
    return next((each.danish for each in (*LANDMARKS, ANSWERED) if each.word == landmark), landmark)


def exit_word(name: str) -> str:
    """A way for a sick leave to end, in words."""
    return EXIT_WORDS[Exit(name)] if name in set(Exit) else name
