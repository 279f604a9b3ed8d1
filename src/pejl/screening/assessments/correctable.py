"""What a person writes as the right value of a feature, held against how the feature is declared."""

from __future__ import annotations

from pejl.calendar.numbers import danish_number, parse_number
from pejl.screening.features.declared import FEATURES


class NotThat(ValueError):
    """A value that the feature cannot have. `str()` says which it can, in Danish."""


def value_of(feature: str, written: str) -> str | float | None:
    """The value; None where nothing is written: it is not known. Raises `NotThat`."""
    declared = next((each for each in FEATURES if each.name == feature), None)
    if declared is None:
        raise NotThat("Den oplysning kan ikke rettes her.")
    text = written.strip()
    if not text:
        return None
    if not declared.is_number:
        if text not in dict(declared.words):
            raise NotThat(f"»{declared.danish}« er en af: {', '.join(danish for _, danish in declared.words)}.")
        return text
    number = parse_number(text)
    if number is None:
        raise NotThat(f"»{declared.danish}« er et tal. Skriv det som 12 eller 12,5.")
    if (declared.least is not None and number < declared.least) or (
        declared.most is not None and number > declared.most
    ):
        raise NotThat(f"»{declared.danish}« ligger mellem {_told(declared.least)} og {_told(declared.most)}.")
    return float(number)


def _told(bound: float | None) -> str:
    return "…" if bound is None else danish_number(bound)
