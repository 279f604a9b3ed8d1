"""Paper and Consultation: a case, and its stations from body to body, those that came and those that were announced."""

from __future__ import annotations

from pejl.minutes.document import Outcome
from pejl.record.oparl.ground import Base, OParl, day, opened, stamped, told
from pejl.record.oparl.shapes import ConsultationShape, PaperShape, Told
from pejl.record.oparl.words import Words
from pejl.record.published.paths import Kind

_DECIDING = frozenset({Outcome.ADOPTED, Outcome.APPROVED, Outcome.REJECTED})


def paper(base: Base, words: Words, shape: PaperShape) -> OParl:
    """A case by its number, with all its stations. Only open items count: a case treated in private only is none."""
    return told(
        {
            **opened(base, Kind.PAPER, shape.path),
            "body": base.id(shape.body),
            "name": shape.name,
            "reference": shape.number,
            "date": day(shape.date),
            "keyword": [f"KLE {shape.subject}"] if shape.subject else None,
            "consultation": [consultation(base, words, each, embedded=True) for each in shape.consultations],
            **stamped(shape.stamp),
            "web": base.web(shape.page),
        }
    )


def consultation(base: Base, words: Words, shape: ConsultationShape, *, embedded: bool = False) -> OParl:
    """A station of a case. One that was announced and then came is the same station, with meeting and item added."""
    return told(
        {
            **opened(base, Kind.CONSULTATION, shape.path),
            "paper": None if embedded else base.id(shape.paper),
            "agendaItem": base.id(shape.item) if shape.item else None,
            "meeting": base.id(shape.meeting) if shape.meeting else None,
            "organization": [base.id(shape.organization)],
            "authoritative": _authoritative(shape),
            "role": _role(words, shape),
            "pejl:date": day(shape.date),
            "pejl:told": shape.told.value,
            "pejl:organizationName": shape.organization_name,
            **stamped(shape.stamp),
        }
    )


def _authoritative(shape: ConsultationShape) -> bool | None:
    """Whether the case was decided here; nothing is said while there are no minutes that say what became of it."""
    if shape.told is not Told.TREATED or not shape.minutes or shape.outcome == Outcome.NONE:
        return None
    return shape.outcome in _DECIDING


def _role(words: Words, shape: ConsultationShape) -> str:
    if shape.told is not Told.TREATED:
        return words.stations[shape.told.value]
    return words.roles[shape.outcome]
