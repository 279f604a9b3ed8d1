"""The money that open items ask for, a row for each amount."""

from __future__ import annotations

from typing import Any

from django.db import models

from pejl.minutes.appropriations.appropriation import AppropriationKind, MoneySource, Side
from pejl.minutes.document import Outcome
from pejl.record.models.items import Item
from pejl.record.models.meetings import Body


class Appropriation(models.Model):
    """One amount that the recommendation of `item`, of a meeting of `body` on `date`, asks for.

    Everything is as `minutes.appropriations` reads it. `to_name` is the body that gets the money, as printed, and
    `to_key` that name folded for comparison. `repeats` tells that another row of the item has the same money.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="appropriations")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="appropriations")
    date = models.DateField(null=True)
    position = models.PositiveIntegerField()
    clause = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=20, choices=[(each.value, each.value) for each in AppropriationKind])
    side = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Side])
    amount = models.DecimalField(max_digits=20, decimal_places=2)
    text = models.CharField(max_length=100)
    years: models.JSONField[Any, Any] = models.JSONField()
    yearly = models.BooleanField(default=False)
    period = models.CharField(max_length=300, blank=True)
    to_name = models.CharField(max_length=300, blank=True)
    to_key = models.CharField(max_length=300, blank=True)
    frame = models.CharField(max_length=300, blank=True)
    purpose = models.CharField(max_length=300, blank=True)
    financing = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=20, choices=[(each.value, each.value) for each in MoneySource])
    balanced = models.BooleanField(default=False)
    repeats = models.BooleanField(default=False)
    from_table = models.BooleanField(default=False)
    onward = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Outcome])
    first_line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()

    class Meta:
        ordering = ["item", "position"]
        constraints = [models.UniqueConstraint(fields=["item", "position"], name="one_appropriation_per_position")]

    def __str__(self) -> str:
        return f"{self.text} ({self.item})"
