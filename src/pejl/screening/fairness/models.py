"""Sensitive attributes of persons, for tests of unequal treatment only."""

from __future__ import annotations

from django.db import models


class AuditValue(models.Model):
    """One attribute of one person, by pseudonym.

    `basis` is the number of the act that allowed it, `kept_until` the last day on which it may be here. No part of
    screening that knows features, trains, scores or advises can import this: a contract in `pyproject.toml` forbids it.
    """

    person = models.CharField(max_length=64, db_index=True)
    attribute = models.CharField(max_length=40)
    value = models.CharField(max_length=40)
    basis = models.BigIntegerField()
    kept_until = models.DateField(db_index=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "attribute"], name="one_value_of_each_attribute")]

    def __str__(self) -> str:
        return self.attribute
