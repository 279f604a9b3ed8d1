"""A document as plain text: made when it is asked for, from what everyone may have."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.minutes.document import Minutes
from pejl.record.models import Document
from pejl.record.oparl.shapes import FileShape
from pejl.record.published.paths import Kind, path
from pejl.record.published.rendition import rendition
from pejl.record.queries.oparl.meetings import files
from pejl.record.queries.oparl.places import NO_PAGES, Places


@dataclass(frozen=True)
class Text:
    """A file with its text."""

    file: FileShape
    text: str


def text_of(municipality: str, sha256: str) -> Text | None:
    """The text of the document, or None where no such document is published. Six database queries."""
    row = (
        Document.objects.select_related("meeting__body__municipality")
        .filter(sha256=sha256, meeting__body__municipality__slug=municipality)
        .first()
    )
    if row is None:
        return None
    own = path(Kind.FILE, municipality, sha256)
    shape = files(Places(row.meeting.body.municipality, NO_PAGES), [own])[own]
    return Text(shape, rendition(Minutes.model_validate(row.content)))
