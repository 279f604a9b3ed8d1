"""What was allowed of the audit table, and how much is in it. The values themselves are told by `services` alone, which
writes that they were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db.models import Count

from pejl.acts.models import Act
from pejl.acts.queries import acts_on
from pejl.screening.fairness.basis import Basis
from pejl.screening.fairness.models import AuditValue
from pejl.screening.fairness.verbs import SUBJECT, Verb


def basis_now() -> Basis | None:
    """What stands allowed, whether or not it ran out; None where nothing is, or it was withdrawn."""
    acts = [act for act in acts_on([SUBJECT]).get(SUBJECT, []) if act.verb in (Verb.ALLOWED, Verb.WITHDRAWN)]
    return _basis(acts[-1]) if acts and acts[-1].verb == Verb.ALLOWED else None


def held() -> Mapping[str, int]:
    """How many persons there is a value of, by attribute."""
    counted = AuditValue.objects.values("attribute").annotate(persons=Count("pk")).order_by("attribute")
    return {row["attribute"]: row["persons"] for row in counted}


def _basis(act: Act) -> Basis:
    told = act.detail
    until = dt.date.fromisoformat(told["until"])
    return Basis(act.pk, told["basis"], tuple(told["attributes"]), until, act.who, act.at)
