"""Receivers of messages: systems that want to know when something happened, and how far each has been told."""

from __future__ import annotations

from django.db import models


class Receiver(models.Model):
    """A system that is told: where, of which events, and up to which entry of the log it has been.

    The log is the queue: nothing is written when something happens, and nothing can be lost between the two. `secret`
    is needed to sign each message, so it lies here as it is; it opens nothing by itself.
    """

    name = models.CharField(max_length=40, unique=True)
    address = models.CharField(max_length=400)
    secret = models.CharField(max_length=80)
    events = models.JSONField()
    told = models.BigIntegerField()
    """The number of the last entry that it was told of, or that was there before it wanted to know."""
    failures = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)
    made = models.DateTimeField()
    removed = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
