"""What people did to parts of the record."""

from __future__ import annotations

from collections.abc import Iterable

from pejl.acts.models import Act


def acts_on(subjects: Iterable[str]) -> dict[str, list[Act]]:
    """The acts on each of the subjects, the oldest first. Subjects that nobody did anything to are left out."""
    found: dict[str, list[Act]] = {}
    for act in Act.objects.filter(subject__in=set(subjects)):
        found.setdefault(act.subject, []).append(act)
    return found
