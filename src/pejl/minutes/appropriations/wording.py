"""The words by which a clause asks for money, and what they make of it."""

from __future__ import annotations

import re

from pejl.minutes.appropriations.appropriation import AppropriationKind, MoneySource, Side

_I = re.IGNORECASE
_KINDS = (
    (AppropriationKind.CORRECTION, re.compile(r"\bteknisk(?:e)?\s(?:budget)?korrektion", _I)),
    (AppropriationKind.RELEASE, re.compile(r"\bfrigiv|\brådighedsbeløb", _I)),
    (AppropriationKind.CAPITAL, re.compile(r"\banlægsbevilling", _I)),
    (AppropriationKind.TRANSFER, re.compile(r"\bomplace?r|\bomplacering|\bbudgetomplacering|\bflyttes\sfra\b", _I)),
    (AppropriationKind.EXPENDITURE, re.compile(r"\budgiftsbevilling|\bindtægts-\sog\sudgiftsbevilling", _I)),
    (AppropriationKind.SUPPLEMENTARY, re.compile(r"\btillægsbevilling", _I)),
    (AppropriationKind.INCOME, re.compile(r"\bindtægtsbevilling", _I)),
    (
        AppropriationKind.WITHIN_FRAME,
        re.compile(
            r"\b(?:afholdes|finansieres|dækkes|holdes)\s(?:af|inden\s?for|via)\s(?:[^\W\d_]+s\s|den\s|det\s|de\s)?"
            r"(?:egen\s|egne\s|eksisterende\s|afsatte\s|økonomiske\s|nuværende\s)*(?:ramme|budget|bevilling)",
            _I,
        ),
    ),
    (
        AppropriationKind.ALLOCATION,
        re.compile(
            r"\bbevillig|\bbevilling|\bbevilges|\bafsæt|\bafsat|\breserver|\btilskud|\btildel|\btilfør|\bydes\b|\banvend|"
            r"\bbruges\b|\bindarbejdes\b|\bstøtte\b|\bgives\b|\boverfør",
            _I,
        ),
    ),
)
_BOTH_SIDES = re.compile(
    r"\b(?:indtægts-\sog\sudgifts|udgifts-\sog\sindtægts)bevilling|"
    r"\btilsvarende\s(?:indtægt|tilskud)|\bmodsvar\w*\s(?:af\s)?(?:en\s)?(?:tilsvarende\s)?(?:indtægt|tilskud)|"
    r"\bmod(?:gående|svarende)\s(?:indtægt|tilskud)",
    _I,
)
_LOWERED = re.compile(
    r"\bnegativ\w*\s(?:\w+\s)?(?:tillægs|udgifts|anlægs)?bevilling|\b(?:nedsættes|reduceres)\b|\bmindrebevilling", _I
)
_NO_APPROPRIATION = re.compile(
    r"\b(?:ansøg|søges\b|søger\b|ansøgning)|\btakst|\bpris(?:en|erne)?\b|\bgebyr|\bsats(?:en|er|erne)?\b|\bhusleje|"
    r"\bregnskab(?:et)?\b.*\bgodkendes|\bgaranti|\blån\b",
    _I,
)
_GRANT = re.compile(
    r"\btilsvarende\sindtægt|\bindtægtsbevilling|\bstat(?:en|ens|slig)|\bministeri|\bstyrelse|\bSTAR\b|\bfond(?:en|e|s)?\b|"
    r"\bekstern|\btilsagn|\bEU\b|\bpuljemidler|\btilskud\sfra\b|\bprojektmidler|\bmidlerne\sfra\spuljen\b.*\budmeldt",
    _I,
)
_OWN = re.compile(
    r"\bkasse|\buforudsete|\breserve|\bramme|\bmindreforbrug|\boverfør|\bbesparelse|\bopsparing|\blikvid|\blån\b|"
    r"\banlægspulje|\bafsatte\b|\bbudget|\begen(?:finansiering|betaling)?\b|\bomplacering|\bkommunen",
    _I,
)


def kind_of(words: str) -> AppropriationKind | None:
    """What the clause asks for, or None where it asks for no money."""
    if _NO_APPROPRIATION.search(words) and not re.search(r"bevilling", words, _I):
        return None
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), None)


def side_of(kind: AppropriationKind, *, balanced: bool) -> Side:
    """Whether the clause is about income alone."""
    return Side.INCOME if kind is AppropriationKind.INCOME and not balanced else Side.EXPENDITURE


def is_balanced(words: str) -> bool:
    """Whether an income of the same size comes with the amount."""
    return bool(_BOTH_SIDES.search(words))


def is_lowered(words: str) -> bool:
    """Whether the amount is taken from a budget."""
    return bool(_LOWERED.search(words))


def source_of(financing: str | None, *, balanced: bool) -> MoneySource:
    """Whose money the words about financing say it is."""
    if balanced or (financing and _GRANT.search(financing)):
        return MoneySource.GRANT
    return MoneySource.OWN if financing and _OWN.search(financing) else MoneySource.UNKNOWN
