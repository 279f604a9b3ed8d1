"""Whether the screening is stopped, and who objects."""

from __future__ import annotations

from pejl.screening.assessments.case import Objection, Stop
from pejl.screening.assessments.standing import OBJECTIONS, STOPS, objection_in, stop_in
from pejl.screening.queries.chain import entries


def stopped() -> Stop | None:
    """The stop that holds; None where the screening runs."""
    return stop_in(entries(events=STOPS))


def objection_of(person: str) -> Objection | None:
    """The person's objection that holds; None where there is none."""
    return objection_in(entries(person=person, events=OBJECTIONS))


def objected(person: str) -> bool:
    """Whether the person does not want to be assessed."""
    return objection_of(person) is not None


def objecting() -> frozenset[str]:
    """Everyone who does not want to be assessed."""
    last = {each.person: each for each in entries(events=OBJECTIONS) if each.person}
    return frozenset(person for person, each in last.items() if objection_in([each]))
