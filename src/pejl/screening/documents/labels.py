"""What things of a training are called in its documents. One place for each word."""

from __future__ import annotations

from pejl.screening.features.feature import Known, Proxy
from pejl.screening.landmarks import EXIT_WORDS, Exit
from pejl.screening.training.run import ASK_FIRST, FOLDS, MUNICIPALITY, OURS, REGISTER_ONLY, STILL_RUNNING, TIME, TRUTH

SPLITS = {
    FOLDS: "Holdt ude i femtedele",
    MUNICIPALITY: "En kommune holdt ude",
    TIME: "Det seneste år holdt ude",
    TRUTH: "Mod simulatorens sande chancer",
}
MODELS = {
    OURS: "Modellen",
    REGISTER_ONLY: "Modellen uden spørgeskemaet",
    ASK_FIRST: "Kun at spørge først",
}
WAYS = {
    "model": "Modellen",
    "all": "Hjælpe alle",
    "none": "Hjælpe ingen",
    ASK_FIRST: "Spørge først",
}
LEFT_OUT = {
    "uden_arbejdsgiver": "Uden arbejdsgiver: værktøjet er kun for sygemeldte, der har en",
    "sluttet_foer_indgangen": "Sluttede, før kommunen overtog sagen",
    "foer_registeret": "Alle nedslag ligger før den dag, fra hvilken registeret har alle forløb",
    "for_ny": "Så ny, at der endnu intet er at lære af",
}
"""Why sick leaves are not among those that a model learnt from."""
LEGAL_STATUS = (
    "Lovhenvisninger i dette dokument er kendt på anden hånd. De skal læses i Retsinformation og EUR-Lex, før systemet "
    "tages i drift."
)


def split_word(split: str) -> str:
    """A way of holding out, in words."""
    return SPLITS.get(split, split)


def left_out_word(reason: str) -> str:
    """Why sick leaves were left out, in words."""
    return LEFT_OUT.get(reason, reason)


def model_word(model: str) -> str:
    """A model that was measured, in words."""
    return MODELS.get(model, model)


def known_word(known: str) -> str:
    """From when on a feature is known; its own word in a record that has another."""
    return Known(known).danish if known in set(Known) else known


def proxy_word(proxy: str) -> str:
    """How far a feature may stand for something else; its own word in a record that has another."""
    return Proxy(proxy).danish if proxy in set(Proxy) else proxy


def exit_word(name: str) -> str:
    """A way for a sick leave to end, in words; and that it was not seen to end."""
    if name == STILL_RUNNING:
        return "Løb stadig, da der sidst blev set"
    return EXIT_WORDS[Exit(name)] if name in set(Exit) else name
