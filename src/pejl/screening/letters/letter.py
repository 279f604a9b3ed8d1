"""A letter: its kind, its language, a title and paragraphs. Names and addresses are no part of it: they are merged
where letters are sent, as for those of casework."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from pejl.screening.questionnaire.language import Language

VERSION = "1"
"""Of the texts. A text that changes gets a new version; what was shown is known by its hash."""

BLANK = "["
"""With this begins what the municipality must fill in; a closing bracket ends it."""


class LetterKind(StrEnum):
    """What a letter tells. The word is kept in the log and never used for something else."""

    UNDERRETNING = "underretning"
    TRAENINGSDATA = "traeningsdata"
    FORKLARING = "forklaring"
    HOERING = "hoering"
    INDSIGELSE = "indsigelse"
    SLIP = "slip"
    RETTELSE = "rettelse"

    @property
    def danish(self) -> str:
        """The word on the site."""
        return KIND_WORDS[self]

    @property
    def about_an_assessment(self) -> bool:
        """Whether it is written from an assessment."""
        return self in (LetterKind.FORKLARING, LetterKind.HOERING, LetterKind.RETTELSE)


KIND_WORDS = {
    LetterKind.UNDERRETNING: "Besked om, at beregningen bruges",
    LetterKind.TRAENINGSDATA: "Besked til dem, beregningen har lært af",
    LetterKind.FORKLARING: "Forklaring af en vurdering",
    LetterKind.HOERING: "Partshøring",
    LetterKind.INDSIGELSE: "Kvittering for en indsigelse",
    LetterKind.SLIP: "Besked om, at vi ikke kontakter dig",
    LetterKind.RETTELSE: "Besked om en rettelse",
}


@dataclass(frozen=True)
class Letter:
    """A letter as it is shown, printed or copied."""

    kind: LetterKind
    language: Language
    title: str
    paragraphs: tuple[str, ...]
    version: str = VERSION

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return "\n\n".join((self.title, *self.paragraphs)) + "\n"

    @property
    def hash(self) -> str:
        """The SHA-256 of the text: what exactly was told."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def blanks(self) -> tuple[str, ...]:
        """What must be filled in before it is sent, in the order in which it stands."""
        parts = self.text.split(BLANK)[1:]
        return tuple(dict.fromkeys(part.partition("]")[0] for part in parts))


@dataclass(frozen=True)
class Sender:
    """What letters say of the municipality. What is left empty is a blank in the letter, and never made up.

    `basis` is the legal basis in the municipality's own words: the order of January 2026 must have been read first.
    """

    municipality: str = ""
    contact: str = ""
    officer: str = ""
    """How the data protection officer is reached."""
    basis: str = ""
    kept: str = ""
    """How long what the tool computes is kept."""
    deadline: str = ""
    """Until when the citizen may answer a hearing."""

    def fields(self, language: Language) -> dict[str, str]:
        """Each field's words, or its blank."""
        blanks = _BLANKS[language]
        return {name: getattr(self, name).strip() or f"[{blank}]" for name, blank in blanks.items()}


_BLANKS = {
    Language.DANISH: {
        "municipality": "kommunens navn",
        "contact": "enhed, team og telefon",
        "officer": "databeskyttelsesrådgiverens adresse",
        "basis": "retsgrundlaget, som kommunen har læst det i Retsinformation",
        "kept": "hvor længe oplysningerne gemmes",
        "deadline": "fristen for svar",
    },
    Language.ENGLISH: {
        "municipality": "the municipality's name",
        "contact": "unit, team and telephone",
        "officer": "the address of the data protection officer",
        "basis": "the legal basis, as the municipality has read it in Retsinformation",
        "kept": "how long the information is kept",
        "deadline": "the day by which you may answer",
    },
}
