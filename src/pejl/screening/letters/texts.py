"""The texts of letters: a file for each kind and language, with a title and paragraphs, and fields after a dollar sign.

A field may hold several paragraphs, or none: then its own paragraph is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Template

from pejl.screening.letters.letter import Letter, LetterKind
from pejl.screening.questionnaire.language import Language

_PACKAGE = "pejl.screening.letters"


@cache
def text_of(kind: LetterKind, language: Language) -> str:
    """The text as its file has it."""
    return (files(_PACKAGE) / "texts" / f"{kind.value}.{language.value}.md").read_text(encoding="utf-8")


def fields_of(kind: LetterKind, language: Language) -> tuple[str, ...]:
    """The fields that the text leaves open."""
    return tuple(Template(text_of(kind, language)).get_identifiers())


def filled(kind: LetterKind, language: Language, fields: Mapping[str, str]) -> Letter:
    """The letter with its fields filled. Raises KeyError where one has no value."""
    title, *paragraphs = Template(text_of(kind, language)).substitute(fields).split("\n\n")
    told = (" ".join(paragraph.split()) for paragraph in paragraphs)
    return Letter(kind, language, title.removeprefix("# ").strip(), tuple(paragraph for paragraph in told if paragraph))
