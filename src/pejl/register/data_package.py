"""The contract as a file for machines: a Data Package descriptor (https://datapackage.org), a resource for a table."""

from __future__ import annotations

from typing import Any

from pejl.intake.contract import Column, Contract, Kind, Table

TYPES = {
    Kind.PERSON: "string",
    Kind.KEY: "string",
    Kind.DAY: "date",
    Kind.MONTH: "yearmonth",
    Kind.KRONER: "number",
    Kind.COUNT: "integer",
    Kind.NUMBER: "number",
    Kind.CODE: "string",
    Kind.NAME: "string",
    Kind.FLAG: "boolean",
}


def data_package(contract: Contract) -> dict[str, Any]:
    """The descriptor. Numbers are written as Danish files have them; days as ISO days, which are always understood."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": contract.name,
        "version": contract.version,
        "resources": [_resource(table) for table in contract.tables],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    keys = [_reference(column, target) for column, target in table.refers.items()]
    return {
        "name": table.name.replace("_", "-"),
        "title": table.danish,
        "description": table.meaning,
        "path": f"{table.name}.csv",
        "format": "csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";"},
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _reference(column: str, target: str) -> dict[str, Any]:
    table, _, field = target.partition(".")
    return {"fields": [column], "reference": {"resource": table.replace("_", "-"), "fields": [field]}}


def _field(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[column.kind],
        "title": column.danish,
        "description": column.meaning,
        "constraints": _constraints(column),
        "pejl:kind": column.kind.value,
    }
    if column.kind in (Kind.NUMBER, Kind.KRONER):
        described |= {"decimalChar": ",", "groupChar": "."}
    if column.kind is Kind.FLAG:
        described |= {"trueValues": ["ja"], "falseValues": ["nej"]}
    if column.allowed:
        described["categories"] = [{"value": word, "label": meaning} for word, meaning in column.allowed.items()]
    more = {"pejl:unit": column.unit, "pejl:source": column.source}
    return described | {name: value for name, value in more.items() if value}


def _constraints(column: Column) -> dict[str, Any]:
    bounds: dict[str, Any] = {"required": column.required}
    if column.kind in (Kind.COUNT, Kind.NUMBER, Kind.KRONER):
        bounds |= {"minimum": float(column.least)} if column.least is not None else {}
        bounds |= {"maximum": float(column.most)} if column.most is not None else {}
    if column.kind in (Kind.KEY, Kind.NAME):
        bounds["maxLength"] = column.longest
    if column.allowed:
        bounds["enum"] = list(column.allowed)
    return bounds
