"""The log of assessments reviewed, with the looks that the log of looks has of the same time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.utils import timezone

from pejl.screening.assessments.review import REVIEWED, Looked, Review, reviewed
from pejl.screening.queries.chain import entries


def review(looks: Iterable[Looked], first: dt.date, last: dt.date) -> Review:
    """From the first day to the last, both inclusive. `looks` are those at sick leaves; others' days do not count."""
    since = timezone.make_aware(dt.datetime.combine(first, dt.time.min))
    until = timezone.make_aware(dt.datetime.combine(last + dt.timedelta(days=1), dt.time.min))
    within = (Looked(each.who, each.person, timezone.localtime(each.at)) for each in looks if since <= each.at < until)
    return reviewed(within, entries(events=REVIEWED, since=since, until=until))
