"""The contract: what may be delivered, table by table, and as files for those who deliver."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.intake.contract import AtMost, Column, Needs, NotBefore, RowRule, Table
from pejl.register.contract import CONTRACT
from pejl.register.data_package import data_package as package_of
from pejl.register.sample_delivery import sample as sample_delivery
from pejl.web.page.register_words import cell_word, column_kind, unit_word


def contract(request: HttpRequest) -> HttpResponse:
    """What may be delivered?"""
    context = {
        "contract": CONTRACT,
        "sample": sample_delivery(),
        "trail": [("Register", reverse("register"))],
    }
    return render(request, "register/contract.html", context)


def table(request: HttpRequest, table: str) -> HttpResponse:
    """What may stand in each column of this table?"""
    found = CONTRACT.find(table)
    if found is None:
        raise Http404
    context = {
        "table": found,
        "columns": [(column, column_kind(column.kind), _bounds(column)) for column in found.columns],
        "coded": [column for column in found.columns if column.allowed],
        "key": [found.column(name).danish for name in found.key],
        "days": _days(found),
        "rules": [_rule(rule, found) for rule in found.rules],
        "refers": [(found.column(name).danish, _table_of(target)) for name, target in found.refers.items()],
        "trail": [("Register", reverse("register")), ("Kontrakten", reverse("register-contract"))],
    }
    return render(request, "register/table.html", context)


def sample(request: HttpRequest) -> HttpResponse:
    """A delivery.toml to begin with."""
    response = HttpResponse(sample_delivery(), content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="delivery.toml"'
    return response


def data_package(request: HttpRequest) -> HttpResponse:
    """The contract as a Data Package."""
    parameters = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(package_of(CONTRACT), json_dumps_params=parameters)
    response.headers["Content-Disposition"] = 'attachment; filename="datapackage.json"'
    return response


def _bounds(column: Column) -> str:
    """How large and how long: "0-20 børn"."""
    unit = unit_word(column.unit)
    if column.least is None and column.most is None:
        return unit
    ends = [cell_word(end, column) if end is not None else "" for end in (column.least, column.most)]
    said = f"{ends[0]}-{ends[1]}" if all(ends) else f"mindst {ends[0]}" if ends[0] else f"højst {ends[1]}"
    return said if column.unit in ("", "year", "code") else f"{said} {unit}"


def _days(table: Table) -> str:
    """What a row says of time."""
    if table.spell:
        first, last = (f"»{table.column(name).danish}«" for name in table.spell)
        return f"En række gælder fra og med {first} til og med {last}. Er den sidste tom, gælder den stadig."
    if table.moment:
        return f"En række hører til én dag: »{table.column(table.moment).danish}«."
    return "Rækkerne har ingen dag. De gælder, som de er leveret."


def _rule(rule: RowRule, table: Table) -> str:
    """A rule between columns as a sentence."""
    match rule:
        case NotBefore(later, earlier):
            return f"»{table.column(later).danish}« ligger ikke før »{table.column(earlier).danish}«."
        case AtMost(part, whole):
            return f"»{table.column(part).danish}« er ikke større end »{table.column(whole).danish}«."
        case Needs(column, other, values):
            of = table.column(column)
            words = " eller ".join(f"»{of.allowed.get(value, value)}«" for value in values)
            when = f"er {words}" if words else "er udfyldt"
            return f"Når »{of.danish}« {when}, er »{table.column(other).danish}« også udfyldt."


def _table_of(target: str) -> Table:
    return CONTRACT.table(target.partition(".")[0])
