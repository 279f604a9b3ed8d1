"""The front page of the worklists, and one worklist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import Purpose
from pejl.access.rights import CASEWORK_AUDIT, CASEWORK_INFORMING, CASEWORK_LISTS, CASEWORK_MARK, CASEWORK_TIMELINESS
from pejl.access.roles import roles_with
from pejl.casework.duty_book import DutyBook
from pejl.casework.marks import MarkKind
from pejl.casework.worklists.lists import DAYS, ENDED, WORKLISTS, worklist_named
from pejl.casework.worklists.opened import Choices, Opened
from pejl.casework.worklists.worklist import Worklist
from pejl.register.kept import NothingKnown
from pejl.web.access.readers import has
from pejl.web.casework.list_form import EVERYONE, OWN, ListForm
from pejl.web.casework.reading import opened_for, own_number, scope_of, the_duties
from pejl.web.casework.row_keys import RowKeys
from pejl.web.casework.shown import shown
from pejl.web.page.casework_words import target_group_word, team_word

PER_PAGE = 50


@dataclass(frozen=True)
class Counted:
    """A list with how many rows it has: one's own (None for who has none) and all that one may see."""

    worklist: Worklist
    own: int | None
    all: int
    own_address: str
    all_address: str


def front(request: HttpRequest) -> HttpResponse:
    """What must be done first, and by whom?"""
    if not has(request, CASEWORK_LISTS):
        context = {
            "lists": WORKLISTS,
            "roles": roles_with(CASEWORK_LISTS),
            "known_reader": request.user.is_authenticated,
            "may_see_timeliness": has(request, CASEWORK_TIMELINESS),
        }
        return render(request, "casework/about_casework.html", context)
    own, scope = own_number(request), scope_of(request)
    context = {
        "own": own,
        "everything": scope.everything,
        "may_draw": has(request, CASEWORK_AUDIT),
        "may_inform": has(request, CASEWORK_INFORMING),
        "may_see_timeliness": has(request, CASEWORK_TIMELINESS),
    }
    if not own and not scope.everything:
        return render(request, "casework/no_number.html", context)
    try:
        with opened_for(scope) as found:
            context |= {"counts": _counts(found, own), "judged": found.judged}
            context["left_out"] = the_duties().left_out(found.judged.day)
    except NothingKnown as nothing:
        context["nothing"] = str(nothing)
    return render(request, "casework/front.html", context)


def worklist(request: HttpRequest, name: str) -> HttpResponse:
    """Who needs what by when?"""
    asked = worklist_named(name)
    if asked is None:
        raise Http404
    form, own, scope = ListForm.of(request.GET), own_number(request), scope_of(request)
    trail = [("Arbejdslister", reverse("casework"))]
    if not own and not scope.everything:
        return render(request, "casework/no_number.html", {"own": own, "trail": trail})
    try:
        with opened_for(scope) as found:
            context = _listed(found, asked, form, own, RowKeys(request))
    except NothingKnown as nothing:
        context = {"nothing": str(nothing)}
    context |= {
        "worklist": asked,
        "form": form,
        "own": own,
        "purposes": list(Purpose),
        "usual_purpose": Purpose.CASEWORK,
        "may_mark": has(request, CASEWORK_MARK),
        "today": timezone.localdate(),
        "here": request.get_full_path(),
        "trail": trail,
    }
    return render(request, "casework/worklist.html", context)


def _counts(found: Opened, own: str) -> list[Counted]:
    mine = found.counts(ListForm(whose=OWN).narrowed_for(own)) if own else {}
    everyone = found.counts(ListForm(whose=EVERYONE).narrowed_for(own))
    to_own, to_all = ListForm().address(), ListForm().address(whose=EVERYONE)
    return [
        Counted(each, mine.get(each.name), everyone[each.name], _to(each, to_own), _to(each, to_all))
        for each in WORKLISTS
    ]


def _listed(found: Opened, asked: Worklist, form: ListForm, own: str, keys: RowKeys) -> dict[str, object]:
    """The rows of the page, how many each list has, and what can be chosen."""
    narrowed, book = form.narrowed_for(own), the_duties()
    counts = found.counts(narrowed)
    total, choices = counts[asked.name], found.choices()
    rows = found.page(asked, narrowed, first=(form.page - 1) * PER_PAGE, limit=PER_PAGE)
    chosen, everyone = form.address(), form.whose_rows(own) == EVERYONE
    return {
        "judged": found.judged,
        "tabs": [(each, counts[each.name], _to(each, chosen), each == asked) for each in WORKLISTS],
        "rows": [shown(row, book, keys) for row in rows],
        "total": total,
        "everyone": everyone,
        "mine_address": form.address(whose=OWN, caseworker=""),
        "everyone_address": form.address(whose=EVERYONE),
        "filters": _filters(choices, form, book, with_caseworkers=everyone),
        "days": DAYS,
        "ended": asked == ENDED,
        "ended_days": choices.ended,
        "ended_chosen": narrowed.ended,
        "first_page": form.address(),
        **form.leafing(-(-total // PER_PAGE)),
    }


def _filters(
    choices: Choices, form: ListForm, book: DutyBook, *, with_caseworkers: bool
) -> list[tuple[str, str, Sequence[tuple[str, str]], str]]:
    """Each filter by its field, label, choices (value and word) and what is chosen; those with a choice alone."""
    values = choices.values
    asked = [
        ("pligt", "Pligt", [(each, book.danish(each)) for each in values["duty"]], form.duty),
        (
            "gruppe",
            "Målgruppe",
            [(each, target_group_word(each)) for each in values["target_group"]],
            form.target_group,
        ),
        ("enhed", "Enhed", [(each, each) for each in values["now_unit"]], form.unit),
        ("team", "Team", [(each, team_word(each)) for each in values["team_key"]], form.team),
        ("maerke", "Markering", [(each.value, each.danish) for each in MarkKind], form.mark),
    ]
    if with_caseworkers:
        numbers = [(each, each) for each in values["now_caseworker"]]
        asked.append(("sagsbehandler", "Sagsbehandler", numbers, form.caseworker))
    return [(name, label, sorted(found, key=lambda each: each[1]), chosen) for name, label, found, chosen in asked]


def _to(each: Worklist, asked: str) -> str:
    return f"{reverse('casework-list', args=[each.name])}{asked if len(asked) > 1 else ''}"
