"""How timely the work is: shares and no person. What would tell of fewer than five is told as bounds."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.access.rights import CASEWORK_AUDIT
from pejl.calendar.numbers import danish_number, danish_percent
from pejl.casework.timeliness.counting import By
from pejl.casework.timeliness.group_share import GroupTold
from pejl.casework.timeliness.timely import DutyShare, Timely, timely
from pejl.casework.timeliness.told import Told
from pejl.register.kept import NothingKnown
from pejl.web.access.readers import has
from pejl.web.casework.bars import Bar, bar
from pejl.web.casework.reading import EVERYTHING, opened_for, the_duties
from pejl.web.page.casework_words import target_group_word

MONTHS = 7
"""How many signs of a month's word, 2026-03, are the month."""


@dataclass(frozen=True)
class ShownShare:
    """A share as a row shows it: its words, its bar, and what may be told of its counts."""

    word: str
    told: Told
    share: str
    between: str
    bar: Bar


@dataclass(frozen=True)
class ShownDuty:
    """A duty with its share and those of its parts."""

    duty: DutyShare
    total: ShownShare
    parts: list[ShownShare]


@dataclass(frozen=True)
class ShownGroup:
    """A group duty: the share that was served against the share that the law asks for."""

    group: GroupTold
    duties: list[str]
    share: str
    mark: str
    bar: Bar


def timeliness(request: HttpRequest) -> HttpResponse:
    """Would the auditor be satisfied?"""
    by = next((each for each in By if each.value == request.GET.get("efter", "")), None)
    context: dict[str, object] = {
        "by": by,
        "ways": list(By),
        "may_draw": has(request, CASEWORK_AUDIT),
        "trail": [("Arbejdslister", reverse("casework"))],
    }
    try:
        with opened_for(EVERYTHING) as found:
            context |= {"judged": found.judged, **_shown(timely(found.rows, the_duties(), found.judged.day, by=by))}
    except NothingKnown as nothing:
        context["nothing"] = str(nothing)
    return render(request, "casework/timeliness.html", context)


def percent(share: float | None) -> str:
    """A share in percent, "" where there is none to tell."""
    return "" if share is None else danish_percent(share * 100, 0)


def percents(least: float | None, most: float | None) -> str:
    """An interval in percent: "62 til 83 pct."; "" where there is none to tell."""
    return "" if least is None or most is None else f"{danish_number(least * 100, 0)} til {percent(most)}"


def _shown(found: Timely) -> dict[str, object]:
    book = the_duties()
    return {
        "time": found.time,
        "duties": [
            ShownDuty(
                duty, _share("I alt", duty.total), [_share(_part(each.part, found.by), each) for each in duty.parts]
            )
            for duty in found.duties
        ],
        "groups": [
            ShownGroup(
                group,
                [book.danish(name) for name in group.duties],
                percent(group.share),
                percent(group.mark),
                bar(group.share, None, None, group.mark),
            )
            for group in found.groups
        ],
    }


def _share(word: str, told: Told) -> ShownShare:
    ends = (told.share.least, told.share.most) if told.share else (told.least, told.most)
    exact = told.share.share if told.share else None
    return ShownShare(word, told, percent(exact), percents(*ends), bar(exact, *ends))


def _part(word: str, by: By | None) -> str:
    if by is By.TARGET_GROUP:
        return target_group_word(word)
    if by is By.MONTH:
        year, _, month = word[:MONTHS].partition("-")
        return f"{month}.{year}"
    return "Uden" if word == "-" else word
