"""What has been published under which path, and when; and what each document held of it. See `record.published`."""

from __future__ import annotations

from typing import Any

from django.db import models

from pejl.record.models.meetings import Body, Municipality


class HeldDocument(models.Model):
    """What a received document held when it came, whatever has been closed or withdrawn since. It holds no text.

    `says` is a `record.published.holding.Holding`; `treats` are the veiled marks by which documents of one meeting are
    found. `day` is the day of its body that it belongs to, as in the addresses of meetings, or an address of its own
    where body or day is not known. `size` and `sha512` are of its text as everyone may have it; `size` is None while it
    is not published.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    order = models.PositiveBigIntegerField()
    received_at = models.DateTimeField(db_index=True)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="held_documents")
    day = models.CharField(max_length=60)
    minutes = models.BooleanField()
    time = models.CharField(max_length=20, blank=True)
    treats: models.JSONField[Any, Any] = models.JSONField(default=list)
    says: models.JSONField[Any, Any] = models.JSONField(default=dict)
    size = models.PositiveIntegerField(null=True)
    sha512 = models.CharField(max_length=128, blank=True)

    class Meta:
        indexes = [models.Index(fields=["body", "day"])]

    def __str__(self) -> str:
        return f"{self.body} {self.day} {self.sha256[:8]}"


class Trace(models.Model):
    """What one day of a body tells of a published thing: when the day first told of it, last changed it, dropped it.

    `breaks` are the times between in which it did not tell of it, each as the two moments in ISO 8601.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="traces")
    day = models.CharField(max_length=60)
    path = models.CharField(max_length=500, db_index=True)
    first = models.DateTimeField()
    changed = models.DateTimeField()
    gone = models.DateTimeField(null=True)
    breaks = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "day", "path"], name="one_trace_per_day")]

    def __str__(self) -> str:
        return f"{self.path} ({self.day})"


class Publication(models.Model):
    """A thing that is published, or was: its path, and when it was first published and last changed.

    `deleted` tells that it no longer is, and then `modified` is when it ceased. `name` is what its rows are found by (a
    person's name, a place, a body's key, a case's number), empty where the path says it and where it is deleted.
    """

    path = models.CharField(max_length=500, unique=True)
    kind = models.CharField(max_length=20)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="publications")
    created = models.DateTimeField()
    modified = models.DateTimeField()
    deleted = models.BooleanField(default=False)
    name = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "kind", "created", "path"]),
            models.Index(fields=["modified", "path"]),
        ]

    def __str__(self) -> str:
        return self.path
