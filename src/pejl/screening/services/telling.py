"""Letters that were sent to the citizen, and things told by word of mouth: what, when and by whom. Their texts are in
`letters`; who they went to is merged elsewhere."""

from __future__ import annotations

from pejl.screening.assessments.events import Event
from pejl.screening.assessments.telling import EVENT_OF
from pejl.screening.queries.cases import assessed
from pejl.screening.services import chain
from pejl.screening.services.chain import Unsigned

__all__ = ["NotTold", "Unsigned", "told"]


class NotTold(ValueError):
    """A letter that cannot be marked as sent. `str()` says why, in Danish."""


def told(person: str, letter_kind: str, *, who: str, assessment_id: str | None = None, spell: str = "") -> Event:
    """Write that the citizen was told by this kind of letter, of which assessment where it is about one.

    Raises `NotTold` and `Unsigned`.
    """
    event = EVENT_OF.get(letter_kind)
    if event is None:
        raise NotTold("Det er ikke et af brevene.")
    known = assessed(assessment_id) if assessment_id else None
    if assessment_id and (known is None or known.entry.person != person):
        raise NotTold("Der er ingen vurdering af borgeren med det nummer.")
    about = {"spell": known.entry.spell if known else spell, "about": assessment_id or ""}
    chain.append(event, who=who, person=person, detail={"letter": str(letter_kind)}, **about)
    return event
