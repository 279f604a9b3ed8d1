"""`pejl casework timeliness`: which share of deadlines was kept, by duty and part, and the group duties beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from pejl.casework.timeliness.counting import By
from pejl.casework.timeliness.group_share import GroupTold
from pejl.casework.timeliness.timely import DutyShare, Timely, timely
from pejl.casework.timeliness.told import Told
from pejl.cli.casework_asked import (
    AsKnown,
    First,
    On,
    Scenario,
    in_percent,
    in_percents,
    rows_of_time,
)
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_csv, answer_json, remark
from pejl.cli.count_words import in_words
from pejl.cli.register_lines import aligned

Parted = Annotated[By | None, typer.Option("--by", help="Part each duty's deadlines by this.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the rows as CSV.")]

HEADINGS = ("duty", "part", "judged", "kept", "percent", "95 percent interval", "exempt", "recorded", "lapsed")
GROUP_HEADINGS = ("group", "persons", "served", "percent", "mark", "met", "with reason", "neither")

app = new_app(add_completion=False)


@app.command()
def timeliness(
    on: On = None,
    by: Parted = None,
    first: First = None,
    snapshot: AsKnown = "",
    scenario: Scenario = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Tell which share of the deadlines whose last day has passed was kept in time, duty by duty.

    Group duties, which are owed to a share of a group, are judged for the group below. A count of one to four persons
    is told as 1-4, and one that would give such a count away is rounded.
    """
    with rows_of_time(on, first, snapshot, scenario) as (rows, book, time):
        found = timely(rows, book, time.last, time=time, by=by)
    if as_json:
        answer_json(_as_data(found))
    elif as_csv:
        _as_csv(found)
    else:
        _tell(found)
    if not found.duties:
        remark(f"No deadline fell from {found.time.first} to {found.day}.")
        raise typer.Exit(NOTHING_FOUND)


def _tell(found: Timely) -> None:
    answer(f"Last days from {found.time.first} to {found.time.last}, as they stood on {found.day}")
    answer()
    answer("\n".join(aligned([HEADINGS, *(_row(share, each) for share, each in _rows(found.duties))])))
    if found.groups:
        answer()
        answer("\n".join(aligned([GROUP_HEADINGS, *map(_group, found.groups)])))


def _rows(shares: Iterable[DutyShare]) -> Iterator[tuple[DutyShare, Told]]:
    """The total of each duty, and its parts below it."""
    for share in shares:
        yield share, share.total
        yield from ((share, part) for part in share.parts)


def _row(share: DutyShare, told: Told) -> tuple[str, ...]:
    interval = told.share
    between = in_percents(interval.least, interval.most) if interval else ""
    percent = in_percent(interval.share) if interval else in_percents(told.least, told.most)
    counts = (told.excused, told.recorded, told.lapsed)
    name = share.duty + (" (group)" if share.of_a_group else "")
    return (name, told.part, in_words(told.judged), in_words(told.kept), percent, between, *map(in_words, counts))


def _group(group: GroupTold) -> tuple[str, ...]:
    met = {True: "yes", False: "no", None: ""}[group.met]
    counts = (group.recorded, group.lacking)
    mark = in_percent(group.mark)
    return (
        group.group,
        in_words(group.of),
        in_words(group.served),
        in_percent(group.share),
        mark,
        met,
        *map(in_words, counts),
    )


def _as_csv(found: Timely) -> None:
    heads = ("judged_least", "judged_most", "kept_least", "kept_most", "share", "share_least", "share_most")
    rows: list[tuple[object, ...]] = [("day", "duty", "part", *heads)]
    for share, told in _rows(found.duties):
        counts = (told.judged.least, told.judged.most, told.kept.least, told.kept.most)
        rows.append((found.day, share.duty, told.part, *counts, *_shares(told)))
    answer_csv(rows)


def _shares(told: Told) -> tuple[float | None, float | None, float | None]:
    """The share with its interval; where it is hidden, the bounds that are left open."""
    interval = told.share
    return (interval.share, interval.least, interval.most) if interval else (None, told.least, told.most)


def _as_data(found: Timely) -> dict[str, Any]:
    return {
        "day": found.day.isoformat(),
        "from": found.time.first.isoformat(),
        "to": found.time.last.isoformat(),
        "by": found.by.value if found.by else None,
        "duties": [
            {
                "duty": share.duty,
                "danish": share.danish,
                "cites": share.cites,
                "of_a_group": share.of_a_group,
                "total": _told_data(share.total),
                "parts": [{"part": each.part, **_told_data(each)} for each in share.parts],
            }
            for share in found.duties
        ],
        "groups": [_group_data(each) for each in found.groups],
    }


def _told_data(told: Told) -> dict[str, Any]:
    share, least, most = _shares(told)
    counts = ("judged", "kept", "broken", "excused", "recorded", "lapsed")
    data: dict[str, Any] = {name: getattr(told, name).as_data() for name in counts}
    return data | {"share": share, "least": least, "most": most, "hidden": told.blurred}


def _group_data(group: GroupTold) -> dict[str, Any]:
    counts = ("of", "served", "recorded", "lacking", "to_reach")
    data: dict[str, Any] = {"group": group.group, "duties": list(group.duties), "mark": group.mark}
    return data | {name: getattr(group, name).as_data() for name in counts} | {"share": group.share, "met": group.met}
