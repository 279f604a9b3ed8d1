"""Deliveries and the contract in the shapes that the API answers with."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse

from pejl.calendar.personal_numbers import masked
from pejl.intake.contract import Column, Table
from pejl.record.queries.stretch import Stretch
from pejl.register.contract import CONTRACT
from pejl.register.deliveries import deliveries, delivery
from pejl.register.small_counts import Count
from pejl.register.told import Told, ToldChanges, ToldTable
from pejl.web.page.listing import extent
from pejl.web.register import shapes


def listing(request: HttpRequest, limit: int, offset: int) -> shapes.DeliveryListing:
    """A stretch of all deliveries."""
    found = deliveries(settings.HOME, offset, limit)
    rows = Stretch(list(found.told), found.total, limit, offset)
    return shapes.DeliveryListing(
        **extent(request, rows),
        results=[shapes.DeliveryEntry(**_entry(each)) for each in rows.rows],
    )


def resource(number: str) -> shapes.DeliveryResource:
    """One delivery with its report."""
    found = delivery(settings.HOME, number)
    if found is None:
        raise Http404("The register has had no such delivery.")
    refused = found.report.outcome.value == "refused"
    return shapes.DeliveryResource(
        **_entry(found),
        reason=masked(found.report.sentence) if refused else None,
        tables=[_table(table) for table in found.tables],
    )


def contract() -> shapes.ContractResource:
    """The contract."""
    return shapes.ContractResource(
        url=reverse("api:register_contract"),
        page=reverse("register-contract"),
        name=CONTRACT.name,
        version=CONTRACT.version,
        data_package=reverse("register-data-package"),
        tables=[_contract_table(table) for table in CONTRACT.tables],
    )


def _entry(told: Told) -> dict[str, Any]:
    report = told.report
    return {
        "url": reverse("api:register_delivery", args=[report.id]),
        "page": reverse("register-delivery", args=[report.id]),
        "id": report.id,
        "source": masked(report.source),
        "known": report.known,
        "received": report.received,
        "outcome": report.outcome.value,
        "snapshot": report.snapshot or None,
        "base": report.base or None,
        "accepted": _count(told.accepted),
        "quarantined": _count(told.quarantined),
    }


def _count(count: Count) -> shapes.RowCount:
    return shapes.RowCount(least=count.least, most=count.most)


def _table(table: ToldTable) -> shapes.DeliveredTable:
    return shapes.DeliveredTable(
        name=table.name,
        delivered=_count(table.delivered),
        accepted=_count(table.accepted),
        quarantined=_count(table.quarantined),
        faults=[
            shapes.DeliveryFault(
                kind=fault.kind, column=fault.column or None, rows=_count(fault.rows), sentence=fault.sentence
            )
            for fault in table.faults
        ],
        unknown_columns=[masked(name) for name in table.unknown_columns],
        left_out_columns=[masked(name) for name in table.left_out_columns],
        hints=[
            shapes.DeliveryHint(column=hint.column, rows=_count(hint.rows), of=_count(hint.of), sentence=hint.sentence)
            for hint in table.hints
        ],
        hidden=[
            shapes.DeliveryHidden(
                file=masked(hidden.file),
                rows=_count(hidden.rows),
                columns=[masked(name) for name in hidden.columns],
                sentence=hidden.sentence,
            )
            for hidden in table.hidden
        ],
        changes=_changes(table.changes) if table.changes else None,
    )


def _changes(changes: ToldChanges) -> shapes.DeliveryChanges:
    return shapes.DeliveryChanges(
        rows_before=_count(changes.rows_before),
        rows_now=_count(changes.rows_now),
        gone=_count(changes.gone),
        new=_count(changes.new),
        changed=_count(changes.changed),
        jumps=list(changes.jumps),
    )


def _contract_table(table: Table) -> shapes.ContractTable:
    return shapes.ContractTable(
        page=reverse("register-table", args=[table.name]),
        name=table.name,
        title=table.danish,
        meaning=table.meaning,
        key=list(table.key),
        spell=list(table.spell) if table.spell else None,
        moment=table.moment,
        columns=[_column(column) for column in table.columns],
    )


def _column(column: Column) -> shapes.ContractColumn:
    return shapes.ContractColumn(
        name=column.name,
        title=column.danish,
        kind=column.kind.value,
        meaning=column.meaning,
        required=column.required,
        unit=column.unit or None,
        source=column.source or None,
        allowed=[shapes.AllowedWord(word=word, meaning=meaning) for word, meaning in column.allowed.items()],
    )
