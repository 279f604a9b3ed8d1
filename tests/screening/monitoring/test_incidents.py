"""Serious incidents: recorded, told in time, and closed only afterwards."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from pejl.screening.monitoring.incidents import Gravity
from pejl.screening.monitoring.queries import all_incidents
from pejl.screening.monitoring.services import NoIncident, Unsigned, close_incident, open_incident, report_incident

pytestmark = pytest.mark.django_db


def opened(gravity: Gravity = Gravity.ALVORLIG, days_ago: int = 3) -> str:
    known = timezone.localdate() - dt.timedelta(days=days_ago)
    return open_incident(gravity, "Fem blev sluppet ved en fejl.", known=known, who="Prøve")


def test_an_incident_says_by_when_the_authority_must_be_told() -> None:
    opened(Gravity.UDBREDT)
    (found,) = all_incidents()
    assert found.due == found.known + dt.timedelta(days=2) and found.overdue(timezone.localdate())


def test_an_incident_that_was_told_is_not_overdue_and_can_be_closed() -> None:
    incident = opened(Gravity.UDBREDT)
    report_incident(incident, "Tilsynet, sag 12", day=timezone.localdate(), who="Prøve")
    close_incident(incident, "Grænsen er sat ned.", who="Prøve")
    (found,) = all_incidents()
    assert found.reported and found.closed and not found.overdue(timezone.localdate() + dt.timedelta(days=99))


def test_an_incident_is_not_closed_before_the_authority_was_told() -> None:
    with pytest.raises(NoIncident, match="underrettet"):
        close_incident(opened(), "Færdig.", who="Prøve")


def test_what_cannot_be_is_a_sentence() -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    with pytest.raises(NoIncident):
        open_incident(Gravity.ALVORLIG, "Noget", known=tomorrow, who="Prøve")
    with pytest.raises(NoIncident):
        open_incident(Gravity.ALVORLIG, "  ", known=timezone.localdate(), who="Prøve")
    with pytest.raises(NoIncident):
        report_incident("screening-incident:x", "Tilsynet", day=timezone.localdate(), who="Prøve")
    with pytest.raises(NoIncident):
        report_incident(opened(), "Tilsynet", day=tomorrow, who="Prøve")
    with pytest.raises(Unsigned):
        open_incident(Gravity.ALVORLIG, "Noget", known=timezone.localdate(), who=" ")
