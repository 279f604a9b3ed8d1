"""What people did: recorded once, never changed, never computed again."""

from __future__ import annotations

from typing import Any

from django.db import models


class Unchangeable(Exception):
    """Somebody tried to change or remove an act. Acts are only added: a correction is a new act."""


class Act(models.Model):
    """Something that a person did to the record: confirmed that a promise was kept, withdrew a file, and the like.

    `verb` says what was done (see `record.acts`), `subject` to what ("promise:<key>", "document:<sha256>"), as text
    because the rows it names are computed and may be derived anew. `who` is the name given, `why` the reason, `detail`
    what the verb needs besides. Rebuilding the record leaves acts alone.
    """

    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=200, db_index=True)
    who = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    at = models.DateTimeField()
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the act, once."""
        if self.pk is not None:
            raise Unchangeable("An act is never changed. Record a new act that corrects it.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: acts are never removed."""
        raise Unchangeable("An act is never removed. Record a new act that corrects it.")
