"""Meetings that a published list names, whether or not anything of them has been imported."""

from __future__ import annotations

from django.db import models

from pejl.record.models.meetings import Body


class ListedMeeting(models.Model):
    """A day on which a body met or is to meet, as a list of meetings says it.

    A list tells what there is to import, and that a body did not meet on any other day; it holds nothing of what was
    said. `title` is the list's own word for the meeting ("Referat", "Ekstraordinært møde"), empty where it has none.
    `listed_in` is the hash of the latest list that names the meeting. Two entries for one day with one title are one.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="listed_meetings")
    date = models.DateField()
    title = models.CharField(max_length=300, blank=True)
    listed_in = models.CharField(max_length=64, db_index=True)

    class Meta:
        ordering = ["-date", "body__name", "title"]
        constraints = [models.UniqueConstraint(fields=["body", "date", "title"], name="one_listed_meeting_per_title")]
        indexes = [models.Index(fields=["date"])]

    def __str__(self) -> str:
        return f"{self.body} {self.date} {self.title}".rstrip()
