"""Promises made in items, what items are about in short, and which items may keep which promises."""

from __future__ import annotations

from typing import Any

from django.db import models

from pejl.minutes.promises.promise import By, PromiseKind, Recurring, Standing
from pejl.record.models.items import Item
from pejl.record.models.meetings import Body

LONGEST_KEY = 16


class Gist(models.Model):
    """What an open item is about, in stems (`record.promises.gist`), so that promises can be held against it quickly.

    `body` and `date` are those of its meeting.
    """

    item = models.OneToOneField(Item, on_delete=models.CASCADE, primary_key=True, related_name="gist")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="gists")
    date = models.DateField()
    says: models.JSONField[Any, Any] = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["body", "date"])]


class Promise(models.Model):
    """One time of one promise, made in `item` of a meeting of `body` on `made_on`.

    `key` is what acts know it by; it is the same whenever the record is derived anew. `occurrence` counts the times of
    what comes again. `to_name` is the body promised, as printed, and `to_key` that name folded for comparison. `first`
    and `last` are its days and `words` how the text says them. From `search_first` to `search_last` later items are
    looked for by what it `wishes` (`record.promises.wish`).
    """

    key = models.CharField(max_length=LONGEST_KEY, db_index=True)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="promises")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="promises")
    made_on = models.DateField(null=True)
    position = models.PositiveIntegerField()
    occurrence = models.PositiveIntegerField(default=1)
    by = models.CharField(max_length=20, choices=[(each.value, each.value) for each in By])
    by_name = models.CharField(max_length=300, blank=True)
    to_name = models.CharField(max_length=300, blank=True)
    to_key = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20, choices=[(each.value, each.value) for each in PromiseKind])
    what = models.TextField()
    sentence = models.TextField()
    line = models.PositiveIntegerField()
    clause = models.PositiveIntegerField(null=True)
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    words = models.CharField(max_length=300, blank=True)
    recurring = models.CharField(max_length=20, blank=True, choices=[(each.value, each.value) for each in Recurring])
    standing = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Standing])
    search_first = models.DateField(null=True)
    search_last = models.DateField(null=True)
    wishes: models.JSONField[Any, Any] = models.JSONField()

    class Meta:
        ordering = ["item", "position", "occurrence"]
        indexes = [
            models.Index(fields=["body", "search_last", "search_first"]),
            models.Index(fields=["to_key", "search_last", "search_first"]),
            models.Index(fields=["last", "first"]),
        ]

    def __str__(self) -> str:
        return f"{self.what} ({self.words})"


class PromiseMatch(models.Model):
    """An item that may keep a promise: how well, and why, in Danish. `strong`: well enough to be proposed as doing so.

    `date` is that of the item's meeting.
    """

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="matches")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="keeps")
    date = models.DateField()
    score = models.PositiveIntegerField()
    strong = models.BooleanField()
    reasons: models.JSONField[Any, Any] = models.JSONField()

    class Meta:
        ordering = ["promise", "-score", "date"]
        constraints = [models.UniqueConstraint(fields=["promise", "item"], name="one_match_per_promise_and_item")]
        indexes = [models.Index(fields=["promise", "strong", "date"])]
