"""The languages in which citizens are spoken to."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language; the value is what HTML calls it."""

    DANISH = "da"
    ENGLISH = "en"

    @property
    def itself(self) -> str:
        """Its name in itself, as a reader who needs it knows it."""
        return {"da": "Dansk", "en": "English"}[self.value]


def in_language(language: str) -> Language:
    """The language of that word; Danish where there is none of it."""
    return Language(language) if language in set(Language) else Language.DANISH
