"""The log of looks, written once and never changed; which caseworker of the register a user is; and the tokens of other
systems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Never

from django.conf import settings
from django.db import models


class Unchangeable(Exception):
    """Somebody tried to change or remove a look. The log is only added to."""


class OnlyAdded(models.QuerySet["Look"]):
    """Rows that can be read and added, also many at a time, and nothing else."""

    def update(self, **_kwargs: Any) -> Never:
        """Refused: a look is never changed."""
        raise Unchangeable("A look is never changed.")

    def delete(self) -> Never:
        """Refused: a look is never removed."""
        raise Unchangeable("A look is never removed.")

    def bulk_create(self, objs: Iterable[Look], batch_size: int | None = None, *others: Any, **more: Any) -> list[Look]:
        """Add many at once, and nothing else: Django's own can write over what is there."""
        if any(others) or any(more.values()):
            raise Unchangeable("A look is never changed.")
        return super().bulk_create(objs, batch_size)


class Look(models.Model):
    """Somebody looked at a person's data: who, when, under which right, at whom, on which page and what for.

    The name is kept as text too, so that the log reads the same whatever becomes of the user. `subject` is the person's
    pseudonym, never a CPR number; `page` is the address without what stands after the question mark.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    username = models.CharField(max_length=150, db_index=True)
    at = models.DateTimeField(db_index=True)
    right = models.CharField(max_length=40)
    subject = models.CharField(max_length=64, db_index=True)
    page = models.CharField(max_length=400)
    purpose = models.CharField(max_length=40)

    objects = OnlyAdded.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.username} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the look, once."""
        if self.pk is not None:
            raise Unchangeable("A look is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: a look is never removed."""
        raise Unchangeable("A look is never removed.")


class Desk(models.Model):
    """Which caseworker a user is: the number by which the source of the register's data knows them.

    A user without one has no cases of their own. Two users may have the same number, as when one stands in for another.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk")
    caseworker = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.caseworker


class Token(models.Model):
    """What another system asks the API with: its name, its few rights, its one purpose, and until when.

    Only the SHA-256 of the token is kept. The user cannot log in; it is there so that looks have somebody in the log.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="token")
    name = models.CharField(max_length=40, unique=True)
    secret_hash = models.CharField(max_length=64, unique=True)
    rights = models.JSONField()
    purpose = models.CharField(max_length=40)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    last_used = models.DateField(null=True)
    taken_back = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
