"""What has been withdrawn: that it was here, and where. Nothing of what it said."""

from __future__ import annotations

from typing import Any

from django.db import models

from pejl.record.models.meetings import KINDS, Body


class Withdrawn(models.Model):
    """A document of the archive that an act has withdrawn. It has no `Document`, no items and no place in the index.

    `slug` and `version` are those that it had, so that its addresses go on to say that it was withdrawn and no other
    document gets them. `marks` holds what is needed to tell which meeting it belongs to and what it closed: numbers
    and flags in the clear, everything else as hashes (see `record.withheld`).
    """

    sha256 = models.CharField(max_length=64, unique=True)
    order = models.PositiveBigIntegerField()
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="withdrawn")
    date = models.DateField(null=True)
    slug = models.SlugField(max_length=60)
    kind = models.CharField(max_length=10, choices=KINDS)
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    marks: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "body__name", "-date"]
        indexes = [models.Index(fields=["body", "slug"])]

    def __str__(self) -> str:
        return f"{self.body} {self.slug} ({self.kind}, version {self.version}, withdrawn)"

    @property
    def arrival(self) -> tuple[int, str]:
        """What documents are sorted by; the same as the receipt's."""
        return self.order, self.sha256
