"""Where and when bodies met, and the files that tell of it."""

from __future__ import annotations

from django.db import models

from pejl.minutes.document import Kind

KINDS = [(kind.value, kind.value) for kind in Kind]


class Municipality(models.Model):
    """A municipality whose bodies are in the record. One installation may hold the minutes of several."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A council or committee under one name. `key` is the name folded for comparison; see `minutes.keys`."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="bodies")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    slug = models.SlugField(max_length=200)

    class Meta:
        ordering = ["municipality__name", "name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="one_body_per_name"),
            models.UniqueConstraint(fields=["municipality", "slug"], name="one_body_per_slug"),
        ]

    def __str__(self) -> str:
        return self.name


class Meeting(models.Model):
    """One meeting of one body. `date` is None where no document of it states one; it has a page all the same.

    `slug` is the ISO date, with a serial where a body met more than once that day, or "uden-dato-<hash>".
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="meetings")
    date = models.DateField(null=True)
    slug = models.SlugField(max_length=60)
    time = models.CharField(max_length=20, blank=True)
    end_time = models.CharField(max_length=20, blank=True)
    place = models.CharField(max_length=300, blank=True)
    term = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["-date", "body__name"]
        constraints = [models.UniqueConstraint(fields=["body", "slug"], name="one_meeting_per_slug")]
        indexes = [models.Index(fields=["date"])]

    def __str__(self) -> str:
        return f"{self.body} {self.slug}"


class Document(models.Model):
    """One file of the record as it was read: a version of a meeting's minutes or agenda.

    `content` is the document `pejl.minutes/1` without what closed items hold, and `body_name` the body as it prints
    it. `order` is the order of arrival, which decides the version; the highest version of its kind is `current`. One
    document of each meeting is `shown` on the pages and searched: the current minutes, else the current agenda.
    `lines_total` and `lines_unread` count the whole file's lines. `indexed_in` names the search index that holds the
    document, if one does.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    order = models.PositiveBigIntegerField(db_index=True)
    received_at = models.DateTimeField()
    name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=100)
    family = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=KINDS)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="documents")
    body_name = models.CharField(max_length=300)
    version = models.PositiveIntegerField()
    current = models.BooleanField(default=True)
    shown = models.BooleanField(default=False)
    content = models.JSONField()
    lines_total = models.PositiveIntegerField()
    lines_unread = models.PositiveIntegerField()
    indexed_in = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["meeting", "kind", "-version"]
        # Asked at every import: which documents the search index lacks, and under which names a body prints itself.
        # Asked of all documents at once: how well they were read. The rows are large, so indexes alone answer these.
        indexes = [
            models.Index(fields=["shown", "indexed_in", "order", "sha256"]),
            models.Index(fields=["meeting", "body_name"]),
            models.Index(fields=["meeting", "current", "received_at", "lines_total", "lines_unread"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "kind", "version"], name="one_document_per_version"),
            models.UniqueConstraint(fields=["meeting"], condition=models.Q(shown=True), name="one_document_shown"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.kind}, version {self.version})"

    @property
    def arrival(self) -> tuple[int, str]:
        """What documents are sorted by; the same as the receipt's."""
        return self.order, self.sha256
