"""The bodies of the record and their meetings."""

from __future__ import annotations

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery

from pejl.minutes.document import Kind
from pejl.record.models import Body, Document, Meeting, Municipality, Withdrawn


def municipalities() -> QuerySet[Municipality]:
    """Every municipality of the record, by name."""
    return Municipality.objects.order_by("name")


def municipality_names() -> dict[str, str]:
    """The name of each municipality of the record by its slug."""
    return dict(Municipality.objects.values_list("slug", "name"))


def only_municipality() -> str:
    """The name of the record's municipality, or nothing where it has several or none."""
    names = list(Municipality.objects.order_by("name").values_list("name", flat=True)[:2])
    return names[0] if len(names) == 1 else ""


def bodies(municipality: str | None = None) -> QuerySet[Body]:
    """Bodies by municipality and name, each with `meeting_count`, `latest` (a day or None) and `latest_slug`.

    A body that a list of meetings names and of which nothing has come is not among them.
    """
    newest = Meeting.objects.filter(body=OuterRef("pk"), date__isnull=False).order_by("-date", "-slug")
    rows = Body.objects.filter(came()).select_related("municipality").order_by("municipality__name", "name")
    if municipality is not None:
        rows = rows.filter(municipality__slug=municipality)
    return rows.annotate(
        meeting_count=Count("meetings", distinct=True),
        latest=Max("meetings__date"),
        latest_slug=Subquery(newest.values("slug")[:1]),
    )


def came() -> Q:
    """Bodies of which something has come, be it withdrawn by now."""
    return Q(Exists(Meeting.objects.filter(body=OuterRef("pk")))) | Q(
        Exists(Withdrawn.objects.filter(body=OuterRef("pk")))
    )


def body(municipality: str, slug: str) -> Body | None:
    """The body at an address, or None."""
    return Body.objects.select_related("municipality").filter(municipality__slug=municipality, slug=slug).first()


def meetings_of(body: Body) -> QuerySet[Meeting]:
    """The body's meetings, newest first, each with `item_count` and `has_minutes`."""
    current = Document.objects.filter(meeting=OuterRef("pk"), current=True)
    return (
        Meeting.objects.filter(body=body)
        .select_related("body__municipality")
        .annotate(
            item_count=Count("items"),
            has_minutes=Exists(current.filter(kind=Kind.MINUTES)),
        )
        .order_by("-date", "-slug")
    )
