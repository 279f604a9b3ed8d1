"""Received files that are no minutes: lists of meetings, and notices that something is withdrawn."""

from __future__ import annotations

from typing import Any

from django.db import models


class Notice(models.Model):
    """A received file that tells of meetings without being a document of one.

    `kind` is `MEETING_LIST`, whose meetings are rows of their own, or `RETRACTION`, whose `says` holds what it
    withdraws (system, body, day, and the meeting's name in that system). `municipality` is the one it is about.
    """

    MEETING_LIST, RETRACTION = "meeting_list", "retraction"
    KINDS = [(MEETING_LIST, MEETING_LIST), (RETRACTION, RETRACTION)]

    sha256 = models.CharField(max_length=64, unique=True)
    order = models.PositiveBigIntegerField(db_index=True)
    received_at = models.DateTimeField()
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=KINDS)
    municipality = models.CharField(max_length=200)
    says: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        ordering = ["order", "sha256"]

    def __str__(self) -> str:
        return f"{self.name} ({self.kind})"
