"""`pejl record completeness`: what is known of and not here, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from pejl.cli import django_ready as django_ready
from pejl.cli.console import AsJson, answer, answer_json
from pejl.cli.nothing import nothing_found
from pejl.cli.opening import opened
from pejl.cli.record_find import BodySlug
from pejl.record.queries.addresses import item_address
from pejl.record.queries.coverage import BodyCoverage, MissingMeeting, coverage_in_full
from pejl.record.queries.failures import failed_arrivals
from pejl.record.queries.numbers import meetings_with_gaps


def completeness(body: BodySlug = None, as_json: AsJson = False) -> None:
    """Tell what is missing, body by body: meetings, item numbers, lines, files.

    A meeting is known of when it is here, when an imported list names it, or when something here points at its day.
    With --body, and with --json, each meeting that is not here is told with the places that name it.
    """
    with opened():
        found = [each for each in coverage_in_full(timezone.localdate()) if body in (None, each.slug)]
        failures = [] if body else _failures()
        meetings = meetings_with_gaps(each.numbers for each in found)
        days = {pk: str(meeting.date or meeting.slug) for pk, meeting in meetings.items()}
        told = [_as_data(each, days) for each in found]
    if as_json:
        answer_json({"bodies": told, "failed_files": failures} if body is None else {"bodies": told})
    else:
        for each, data in zip(found, told, strict=True):
            answer(_in_words(each))
            if body is not None:
                answer("\n".join(_in_full(data)))
        for failure in failures:
            answer(f"{failure['name']} was refused on {failure['at'][:10]}: {failure['reason']}.")
    if not told and not failures:
        raise nothing_found("The record holds no such body.")


def _failures() -> list[dict[str, Any]]:
    return [
        {
            "name": row.name,
            "sha256": row.sha256 or None,
            "reason": row.reason,
            "danish": row.danish,
            "municipality": row.municipality or None,
            "at": row.at.isoformat(),
        }
        for row in failed_arrivals()
    ]


def _as_data(each: BodyCoverage, days: dict[int, str]) -> dict[str, Any]:
    """The body as JSON. `days` are those of the meetings that numbers are missing in or between."""
    return {
        "body": each.name,
        "slug": each.slug,
        "municipality": each.municipality.name,
        "here": each.is_here,
        "known": each.known,
        "imported": each.imported,
        "undated": each.undated,
        "listed": each.listed,
        "withdrawn": each.withdrawn,
        "missing": [_missing(meeting) for meeting in each.missing],
        "coming": [_missing(meeting) for meeting in each.coming],
        "numbers_within": [{"date": days[pk], "numbers": list(numbers)} for pk, numbers in each.numbers.within],
        "numbers_between": [
            {"before": days[gap.before], "after": days[gap.after], "first": gap.first, "last": gap.last}
            for gap in each.numbers.between
        ],
        "documents": each.files.documents,
        "lines": each.files.lines,
        "lines_unread": each.files.unread,
        "updated": each.files.updated.isoformat() if each.files.updated else None,
    }


def _missing(each: MissingMeeting) -> dict[str, Any]:
    return {
        "date": each.date.isoformat(),
        "listed": each.listed,
        "named": each.named,
        "places": [item_address(pointer.item) for pointer in each.places],
    }


def _in_words(each: BodyCoverage) -> str:
    parts = [
        f"{each.imported} of {each.known} known meetings imported"
        if each.body
        else f"{each.known} meetings named only",
        f"{len(each.missing)} missing" if each.missing else "",
        f"{len(each.coming)} coming" if each.coming else "",
        f"{each.withdrawn} documents withdrawn" if each.withdrawn else "",
        f"{each.numbers.count} numbers missing" if each.numbers.count else "",
        f"{each.files.unread} of {each.files.lines} lines not placed" if each.files.unread else "",
        f"updated {timezone.localtime(each.files.updated).date()}" if each.files.updated else "",
    ]
    return f"{each.name}, {each.municipality.name}: {', '.join(part for part in parts if part)}"


def _in_full(data: dict[str, Any]) -> Iterator[str]:
    for state in ("missing", "coming"):
        for meeting in data[state]:
            listed = ", on a list" if meeting["listed"] else ""
            times = "once" if meeting["named"] == 1 else f"{meeting['named']} times"
            named = f", named {times}" if meeting["named"] else ""
            yield f"  {state} {meeting['date']}{listed}{named}"
            yield from (f"    {place}" for place in meeting["places"])
    for gap in data["numbers_within"]:
        yield f"  {gap['date']} lacks the numbers {', '.join(map(str, gap['numbers']))}"
    for gap in data["numbers_between"]:
        yield f"  the numbers {gap['first']} to {gap['last']} are missing between {gap['before']} and {gap['after']}"
