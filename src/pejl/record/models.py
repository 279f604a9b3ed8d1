"""The record as the pages read it: bodies, meetings, items, people, references.

Every row here is computed from the archive and can be thrown away: `pejl record rebuild` derives it again. Only what
may be public is kept: a closed item has number, title as published and nothing else.
"""

from __future__ import annotations

from django.db import models

from pejl.minutes.document import Kind, Outcome, Status

KINDS = [(kind.value, kind.value) for kind in Kind]
OUTCOMES = [(outcome.value, outcome.value) for outcome in Outcome]
STATUSES = [(status.value, status.value) for status in Status]


class Municipality(models.Model):
    """A municipality whose bodies are in the record. One installation may hold the minutes of several."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A council or committee under one name. `key` is the name folded for comparison; see `record.names`."""

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


class Case(models.Model):
    """A case of a municipality, known by its case number; it moves between bodies and recurs.

    `number` is folded by `record.names.case_key`, so that two ways of spacing it are one case; items keep it as
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
        indexes = [models.Index(fields=["outcome"])]

    def __str__(self) -> str:
        return f"{self.meeting} {self.label or self.position}"


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
