"""Files that could not be taken in: that they came, and why they were refused. Nothing of what they hold."""

from __future__ import annotations

from django.db import models


class FailedArrival(models.Model):
    """A file that somebody tried to import and that could not be read, or one of the archive that no longer can.

    A refused file is not in the archive, so this cannot be computed from it: rebuilding the record leaves these rows
    alone. `name` is the file's name with whatever passes for a CPR number masked; `sha256` is empty where not even the
    bytes could be had. `reason` and `danish` say where and why in either language. The row goes when a file of the same
    content, or later one of the same name, is taken in.
    """

    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, blank=True)
    reason = models.TextField()
    danish = models.TextField()
    municipality = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "name"]
        indexes = [models.Index(fields=["sha256"]), models.Index(fields=["name"])]

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"
