"""What any database can hold of what a file may say. Each refuses something; the record is the same in all of them."""

from __future__ import annotations

from typing import Any

from django.db import models

from pejl.minutes.document import Minutes

LARGEST_NUMBER = 2_147_483_647
"""The largest whole number that a column holds in every database."""

REPLACEMENT = "�"


def storable(minutes: Minutes) -> Minutes:
    """The document with the replacement sign for what is not text: the null sign, and halves of a surrogate pair."""
    fields = minutes.model_dump(by_alias=True)
    cleaned = text_only(fields)
    return minutes if cleaned == fields else Minutes.model_validate(cleaned)


def fitted(model: type[models.Model], field: str, text: str | None) -> str:
    """The text cut to the length of the field; the whole of it is in the document's content."""
    longest: int | None = getattr(model._meta.get_field(field), "max_length", None)
    return (text or "")[:longest]


def counted(number: int | None) -> int | None:
    """A number as a column can hold it, or None where it is no number of anything."""
    return number if number is not None and 0 <= number <= LARGEST_NUMBER else None


def text_only(value: Any) -> Any:
    """The value with the replacement sign for what is not text, however deep in it that stands."""
    match value:
        case str():
            return value.replace("\0", REPLACEMENT).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            return {key: text_only(part) for key, part in value.items()}
        case list():
            return [text_only(part) for part in value]
        case _:
            return value
