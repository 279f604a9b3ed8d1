"""The people who sat in bodies: when they met, when they were away, how they voted."""

from __future__ import annotations

from django.db import models

from pejl.minutes.document import Status
from pejl.record.models.items import Item
from pejl.record.models.meetings import Meeting, Municipality

STATUSES = [(status.value, status.value) for status in Status]


class Person(models.Model):
    """Someone who has sat in a body of the municipality, known by the name as printed; nothing but the name is kept.

    Two spellings are two people until a person says otherwise.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="people")
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="one_person_per_name"),
            models.UniqueConstraint(fields=["municipality", "slug"], name="one_person_per_slug"),
        ]

    def __str__(self) -> str:
        return self.name


class Attendance(models.Model):
    """A member's attendance at a meeting, as the minutes' head, decisions or absence item state it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="attendances")
    party = models.CharField(max_length=60, blank=True)
    role = models.CharField(max_length=100, blank=True)
    status = models.CharField(max_length=12, choices=STATUSES)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_attendance_per_person"),
        ]


class Absence(models.Model):
    """A person named as absent from one item."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="absences")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")


class Ballot(models.Model):
    """How one named person voted in vote number `vote` (from 0) of an item, as the text states it."""

    FOR, AGAINST, ABSTAIN = "for", "against", "abstain"
    OPTIONS = [(FOR, FOR), (AGAINST, AGAINST), (ABSTAIN, ABSTAIN)]

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="ballots")
    vote = models.PositiveIntegerField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ballots")
    option = models.CharField(max_length=8, choices=OPTIONS)

    class Meta:
        ordering = ["item", "vote", "person__name"]
