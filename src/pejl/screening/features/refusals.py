"""What is refused before anything is learnt: what is not declared, denied, known too late, or not in the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from pejl.calendar.numbers import danish_count
from pejl.register.contract import CONTRACT
from pejl.screening.features.declared import FEATURES, PLACE, QUESTIONNAIRE
from pejl.screening.features.deny import ACCRUING, DENIED_SOURCES, denied_word
from pejl.screening.features.feature import Feature, Known
from pejl.screening.spells import Floats, Ints, Words, is_number

NEVER = np.iinfo(np.int64).max
"""The day of a value that was never known."""


class Refused(ValueError):
    """A feature may not be used. `str()` says which and why, in Danish."""


@dataclass(frozen=True)
class Dated:
    """A feature's values, and the day on which each was known, as days since 1970 (of one that is not known: any)."""

    values: Floats | Words
    known: Ints


def refuse(features: Iterable[Feature]) -> None:
    """Raise `Refused` at the first feature that is declared and may not be used."""
    seen: set[str] = set()
    for feature in features:
        if why := _why_not(feature):
            raise Refused(f"»{feature.name}« må ikke bruges: {why}")
        if feature.name in seen:
            raise Refused(f"»{feature.name}« er erklæret to gange.")
        seen.add(feature.name)


def refuse_undeclared(names: Iterable[str], features: Collection[Feature] = FEATURES) -> None:
    """Raise `Refused` at the first name that no declaration stands behind."""
    declared = {feature.name for feature in features} | {PLACE.name}
    for name in names:
        if name not in declared:
            told = f": det fortæller {told}, som ingen model må vide." if (told := denied_word(name)) else "."
            raise Refused(
                f"»{name}« er ikke erklæret{told} En oplysning skal have kilde, hjemmel, tidspunkt og begrundelse i "
                "features/declared.py, før en model må lære af den."
            )


def refuse_late(feature: Feature, dated: Dated, landmarks: Ints) -> None:
    """Raise `Refused` where a value was known later than the day on which the spell is looked at."""
    known = np.isfinite(dated.values) if is_number(dated.values) else np.array([v is not None for v in dated.values])
    late = int((np.asarray(known, np.bool_) & (dated.known > landmarks)).sum())
    if late:
        raise Refused(
            f"»{feature.name}« har i {danish_count(late, 'række', 'rækker')} en værdi fra efter den dag, der vurderes "
            "på. Det er at se ind i fremtiden."
        )


def _why_not(feature: Feature) -> str:
    """Why a feature may not be used; "" where it may."""
    if not all(text.strip() for text in (feature.danish, feature.source, feature.basis, feature.why)):
        return "kilde, hjemmel eller begrundelse mangler."
    if not feature.proxy_note.strip():
        return "det er ikke sagt, hvad den kan stå i stedet for."
    if told := DENIED_SOURCES.get(feature.source):
        return f"{feature.source} fortæller {told}, som ingen model må vide."
    if told := denied_word(feature.name) or denied_word(feature.source.partition(".")[2]):
        return f"navnet siger, at den fortæller {told}, som ingen model må vide."
    if feature.known is Known.FORLOEB:
        return "den kendes først undervejs i forløbet eller bagefter."
    if told := ACCRUING.get(feature.source):
        return f"{feature.source} er {told} og kendes først undervejs eller bagefter, hvad der end er erklæret."
    return _not_in_contract(feature)


def _not_in_contract(feature: Feature) -> str:
    table, _, column = feature.source.partition(".")
    if table == QUESTIONNAIRE:
        return "" if feature.known is Known.SVAR else "et svar kendes først fra den dag, der blev svaret."
    found = CONTRACT.find(table)
    if found is None or found.find(column) is None:
        return f"kilden {feature.source} findes ikke i registerets kontrakt."
    return ""
