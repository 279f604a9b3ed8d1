"""The log of screening, which is only added to, and the links by which citizens answer. Scores are nowhere else."""

from __future__ import annotations

from typing import Any, Never

from django.db import models

_NEVER = (
    "An entry of the log is never changed or removed. Add a new one; what the law wants removed is emptied by name."
)


class Unchangeable(Exception):
    """Somebody tried to change or remove an entry of the log. It is only added to."""


class OnlyAdded(models.QuerySet["LogEntry"]):
    """Entries that can be read and added, and nothing else."""

    def update(self, **_kwargs: Any) -> Never:
        """Refused: an entry is never changed."""
        raise Unchangeable(_NEVER)

    def delete(self) -> Never:
        """Refused: an entry is never removed."""
        raise Unchangeable(_NEVER)

    def bulk_create(self, *_args: Any, **_kwargs: Any) -> Never:
        """Refused: entries come one by one, each chained to the one before; and it can write over what is there."""
        raise Unchangeable(_NEVER)


class LogEntry(models.Model):
    """Something that happened, chained to what happened before it (see `assessments.sealing`).

    `person` is a pseudonym, `spell` the sick leave's number, `about` the id of the assessment it is about; each is ""
    where there is none. `detail` is canonical JSON as text, so that what is hashed is what lies there in any database.
    `at` is UTC. Emptied by law, `person`, `spell`, `about`, `detail` and `salt` are "" and everything else stays.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    event = models.CharField(max_length=24, db_index=True)
    who = models.CharField(max_length=200)
    person = models.CharField(max_length=64, blank=True, db_index=True)
    spell = models.CharField(max_length=80, blank=True, db_index=True)
    about = models.CharField(max_length=64, blank=True, db_index=True)
    detail = models.TextField(blank=True)
    salt = models.CharField(max_length=32, blank=True)
    said_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = OnlyAdded.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "log entries"

    def __str__(self) -> str:
        return f"{self.number} {self.event}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the entry, once."""
        if not self._state.adding:
            raise Unchangeable(_NEVER)
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: an entry is never removed."""
        raise Unchangeable(_NEVER)


class LogEnd(models.Model):
    """Where the log ends. One row; whoever writes an entry holds it until the entry is there, so they come one by one.

    It follows from the log, and is its own witness: where it knows of more entries than there are, the end was cut off.
    """

    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


class QuestionLink(models.Model):
    """A link by which a person answers the questions, once and in time. Of its token only the SHA-256 is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    person = models.CharField(max_length=64, db_index=True)
    spell = models.CharField(max_length=80, db_index=True)
    language = models.CharField(max_length=2)
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=200)
    expires = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link {self.pk}"
