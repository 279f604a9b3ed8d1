"""Cases, the items that treat them, and what an item points at."""

from __future__ import annotations

from django.db import models

from pejl.minutes.document import Outcome
from pejl.record.models.meetings import Document, Meeting, Municipality

OUTCOMES = [(outcome.value, outcome.value) for outcome in Outcome]


class Case(models.Model):
    """A case of a municipality, known by its case number; it moves between bodies and recurs.

    `number` is folded by `minutes.keys.case_key`, so that two ways of spacing it are one case; items keep it as
    printed.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="cases")
    number = models.CharField(max_length=100)
    slug = models.SlugField(max_length=110)
    subject = models.CharField(max_length=20, blank=True)
    year = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="one_case_per_number"),
            models.UniqueConstraint(fields=["municipality", "slug"], name="one_case_per_slug"),
        ]

    def __str__(self) -> str:
        return self.number


class Item(models.Model):
    """An item of a meeting, from the document that the pages show (current minutes, else the current agenda).

    `position` is its place among the document's items, from 1, and `slug` its address within the meeting. `detail` is
    the item as in the document's `content`, so that pages need no second look-up.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    number = models.PositiveIntegerField(null=True)
    label = models.CharField(max_length=20, blank=True)
    slug = models.SlugField(max_length=40)
    title = models.TextField(blank=True)
    closed = models.BooleanField(default=False)
    case = models.ForeignKey(Case, null=True, on_delete=models.SET_NULL, related_name="items")
    outcome = models.CharField(max_length=20, choices=OUTCOMES, default=Outcome.NONE.value)
    detail = models.JSONField()

    class Meta:
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_item_per_position"),
            models.UniqueConstraint(fields=["meeting", "slug"], name="one_item_per_slug"),
        ]
        indexes = [models.Index(fields=["outcome"]), models.Index(fields=["meeting", "number"])]

    def __str__(self) -> str:
        return f"{self.meeting} {self.label or self.position}"


class Pointer(models.Model):
    """A reference, related treatment or announced stop, from one item towards a body, a day and perhaps an item.

    It is kept by what it says, not by what it hits: the target is looked up when read, so the order of import is of
    no consequence and a target imported later is found. `line` is the source line it was read from. `body_name` is as
    printed; it and `body_key` are empty where the text points without naming a body, which means the body it stands
    in. `same_meeting` is true where the text points at an item of the meeting it stands in; else a missing `date`
    means that the text gives none.
    """

    REFERENCE, RELATED, ROUTE = "reference", "related", "route"
    KINDS = [(REFERENCE, REFERENCE), (RELATED, RELATED), (ROUTE, ROUTE)]

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="pointers")
    kind = models.CharField(max_length=10, choices=KINDS)
    body_name = models.CharField(max_length=300, blank=True)
    body_key = models.CharField(max_length=300)
    date = models.DateField(null=True)
    number = models.PositiveIntegerField(null=True)
    line = models.PositiveIntegerField()
    text = models.TextField()
    same_meeting = models.BooleanField(default=False)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["item", "position"]
        indexes = [models.Index(fields=["body_key", "date", "number"])]
