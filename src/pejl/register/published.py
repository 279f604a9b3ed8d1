"""The contract as a page of the documentation: every table and column, with what may stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.intake.contract import AtMost, Column, Contract, Kind, Needs, NotBefore, RowRule, Table

KINDS = {
    Kind.PERSON: "person, kept as a pseudonym",
    Kind.KEY: "key",
    Kind.DAY: "day",
    Kind.MONTH: "month",
    Kind.KRONER: "kroner",
    Kind.COUNT: "whole number",
    Kind.NUMBER: "number",
    Kind.CODE: "one of the words below",
    Kind.NAME: "short name",
    Kind.FLAG: "yes or no",
}


def as_markdown(contract: Contract) -> str:
    """The page. It is committed as it is printed, and a test holds the two together."""
    return "\n".join([*_head(contract), *(line for table in contract.tables for line in _table(table))]) + "\n"


def _head(contract: Contract) -> Iterator[str]:
    yield f"# The contract {contract.name}-{contract.version}"
    yield ""
    package = f"{contract.name}-{contract.version}.datapackage.json"
    yield "Every table and column that can be delivered to [the register](register.md). This page is printed by"
    yield "`pejl register contract --markdown`; the same for machines is a Data Package,"
    yield f"[`{package}`](schema/{package}). The Danish name is what the site shows; *source* is the field of the"
    yield "national case data hub or statistics service whose meaning is meant."


def _table(table: Table) -> Iterator[str]:
    yield from ("", f"## `{table.name}`", "", f"*{table.danish}.* {table.meaning}", "")
    yield from _facts(table)
    yield from (
        "",
        "| column | Danish | what it is | kind | needed | source |",
        "| --- | --- | --- | --- | --- | --- |",
    )
    yield from (_row(column) for column in table.columns)
    for column in table.columns:
        if column.allowed:
            yield from _words(column)


def _facts(table: Table) -> Iterator[str]:
    yield f"* Rows are told apart by {_joined(table.key)}."
    if table.spell:
        yield f"* A row describes the time from {_code(table.spell[0])} to {_code(table.spell[1])}, both inclusive."
    if table.moment:
        yield f"* A row describes the day {_code(table.moment)}."
    for column, target in table.refers.items():
        yield f"* {_code(column)} must be found in {_code(target)}."
    for rule in table.rules:
        yield f"* {_rule(rule)}"


def _rule(rule: RowRule) -> str:
    match rule:
        case NotBefore(later, earlier):
            return f"{_code(later)} is not before {_code(earlier)}."
        case Needs(column, other, values):
            words = f" is {_joined(values)}" if values else " has a value"
            return f"Where {_code(column)}{words}, {_code(other)} has one too."
        case AtMost(part, whole):
            return f"{_code(part)} is not more than {_code(whole)}."


def _row(column: Column) -> str:
    unit = f" ({column.unit})" if column.unit not in ("", "kroner") else ""
    kind = KINDS[column.kind] + unit + _bounds(column)
    cells = (_code(column.name), column.danish, column.meaning, kind, "yes" if column.required else "", column.source)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _bounds(column: Column) -> str:
    if column.kind in (Kind.KEY, Kind.NAME):
        return f", at most {column.longest} letters"
    if column.least is not None and column.most is not None:
        return f", {column.least:f} to {column.most:f}"
    return ""


def _words(column: Column) -> Iterator[str]:
    yield from ("", f"{_code(column.name)}:", "")
    yield from ("| word | meaning |", "| --- | --- |")
    yield from (f"| {_code(word)} | {meaning} |" for word, meaning in column.allowed.items())


def _joined(names: tuple[str, ...]) -> str:
    return " and ".join(_code(name) for name in names)


def _code(name: str) -> str:
    return f"`{name}`"
