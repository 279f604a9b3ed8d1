"""Who was drawn to which arm: written once at the draw, never changed, never drawn again."""

from __future__ import annotations

from typing import Any, Never

from django.db import models


class Unchangeable(Exception):
    """Somebody tried to change or remove a draw. Whoever was drawn is analysed as drawn."""


class OnlyAdded(models.QuerySet["Allocation"]):
    """Rows that can be read and added, and nothing else."""

    def update(self, **_kwargs: Any) -> Never:
        """Refused: a draw is never changed."""
        raise Unchangeable("A draw is never changed.")

    def delete(self) -> Never:
        """Refused: a draw is never removed."""
        raise Unchangeable("A draw is never removed.")

    def bulk_create(self, *_args: Any, **_kwargs: Any) -> Never:
        """Refused: people are drawn one by one; and it can write over what is there."""
        raise Unchangeable("A draw is never changed.")


class Allocation(models.Model):
    """One person's place in one trial: stratum, place in the stratum, and the arm that was drawn.

    `person` and `spell` are the register's pseudonym and number; `version` is that of the protocol on the day.
    """

    trial = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    site = models.CharField(max_length=40)
    team = models.CharField(max_length=80, blank=True)
    band = models.PositiveSmallIntegerField()
    position = models.PositiveIntegerField()
    arm = models.CharField(max_length=40)
    person = models.CharField(max_length=64)
    spell = models.CharField(max_length=80, db_index=True)
    day = models.DateField()
    at = models.DateTimeField()
    who = models.CharField(max_length=200)

    objects = OnlyAdded.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["trial", "person"], name="one_draw_for_a_person"),
            models.UniqueConstraint(fields=["trial", "site", "team", "band", "position"], name="one_draw_for_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.trial} {self.site}/{self.team}/{self.band}/{self.position}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the draw, once."""
        if self.pk is not None:
            raise Unchangeable("A draw is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: a draw is never removed."""
        raise Unchangeable("A draw is never removed.")
