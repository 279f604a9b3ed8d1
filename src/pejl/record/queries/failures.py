"""Files that somebody tried to import and that could not be read."""

from __future__ import annotations

from django.db.models import QuerySet

from pejl.record.models import FailedArrival


def failed_arrivals() -> QuerySet[FailedArrival]:
    """The files that were refused and have not come in since, the latest first."""
    return FailedArrival.objects.order_by("-at", "name", "pk")
