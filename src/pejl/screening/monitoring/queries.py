"""The incidents that are recorded."""

from __future__ import annotations

from pejl.acts.models import Act
from pejl.screening.monitoring.incidents import Incident, incidents

SUBJECT = "screening-incident:"


def all_incidents() -> tuple[Incident, ...]:
    """Every incident, in the order in which they were opened."""
    return incidents(Act.objects.filter(subject__startswith=SUBJECT).order_by("at", "pk"))
