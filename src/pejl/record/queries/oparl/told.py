"""Published things of any kind as OParl objects: what the site's views ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.record.models import Publication
from pejl.record.oparl.files import file
from pejl.record.oparl.ground import Base, OParl, Stamp, tombstone
from pejl.record.oparl.meetings import item, location, meeting
from pejl.record.oparl.papers import consultation, paper
from pejl.record.oparl.people import membership, organization, person
from pejl.record.oparl.shapes import (
    BodyShape,
    ConsultationShape,
    FileShape,
    ItemShape,
    LocationShape,
    MeetingShape,
    MembershipShape,
    OrganizationShape,
    PaperShape,
    PersonShape,
    TermShape,
)
from pejl.record.oparl.system import About, body, term
from pejl.record.oparl.words import Words
from pejl.record.published.lines import Shape
from pejl.record.published.paths import Kind
from pejl.record.queries.oparl.found import shapes_of
from pejl.record.queries.oparl.places import Pages


@dataclass(frozen=True)
class Speaker:
    """In whose name objects are made: the installation's address, its words, its pages, and what it says of itself."""

    base: Base
    about: About
    words: Words
    pages: Pages


def objects(speaker: Speaker, rows: Sequence[Publication], *, omit_internal: bool = False) -> list[OParl]:
    """The objects for these things in their order; what is no longer published as a tombstone."""
    shapes = shapes_of(speaker.pages, rows)
    return [
        _object(speaker, shapes[row.path], omit_internal)
        if row.path in shapes
        else tombstone(speaker.base, Kind(row.kind), row.path, Stamp(row.created, row.modified))
        for row in rows
    ]


def _object(speaker: Speaker, shape: Shape, omit_internal: bool) -> OParl:
    base, words = speaker.base, speaker.words
    match shape:
        case BodyShape():
            return body(base, speaker.about, shape)
        case OrganizationShape():
            return organization(base, shape)
        case PersonShape():
            return person(base, words, shape, omit_internal=omit_internal)
        case MembershipShape():
            return membership(base, words, shape)
        case MeetingShape():
            return meeting(base, words, shape, omit_internal=omit_internal)
        case ItemShape():
            return item(base, words, shape)
        case PaperShape():
            return paper(base, words, shape)
        case ConsultationShape():
            return consultation(base, words, shape)
        case FileShape():
            return file(base, words, shape)
        case LocationShape():
            return location(base, shape)
        case TermShape():
            return term(base, shape)
    raise TypeError(f"{shape.path} is no OParl type.")
