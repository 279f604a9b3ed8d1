"""Reads one [[table]] of delivery.toml: its files, and which column of the source is which of the contract."""

from __future__ import annotations

from collections.abc import Mapping

from pejl.intake.cells.days import DayOrder
from pejl.intake.contract import Column, Contract, Kind, Table
from pejl.intake.description.described import Covers, DescribedColumn, DescribedTable
from pejl.intake.description.toml_words import Words, near
from pejl.intake.faults import Refused
from pejl.intake.pseudonym import Identifier
from pejl.intake.rows.encoding import KNOWN, codec_of
from pejl.intake.rows.headings import plain, shown

_KEYS = (
    "name",
    "files",
    "covers",
    "encoding",
    "delimiter",
    "decimal",
    "days",
    "sheet",
    "header",
    "left_out",
    "columns",
)
_FILE = "delivery.toml"
_IDENTIFIERS = tuple(each.value for each in Identifier)


def read_table(written: dict[str, object], contract: Contract) -> DescribedTable:
    """One table as it is described. Raises `Refused`."""
    name = written.get("name")
    words = Words(f"{_FILE}, tabellen {shown(name) if isinstance(name, str) else 'uden navn'}", written, _KEYS)
    table = _table(words, contract)
    files = words.texts("files")
    if not files:
        raise Refused(f'{words.where}: files mangler. Skriv filernes navne, fx files = ["{table.name}-*.csv"].')
    left_out = words.texts("left_out")
    days, covers = words.one_of("days", list(DayOrder)), words.one_of("covers", list(Covers))
    return DescribedTable(
        table=table,
        files=files,
        covers=Covers(covers) if covers else Covers.ALL,
        encoding=_encoding(words),
        delimiter=words.one_of("delimiter", (";", ",", "\t", "|")),
        decimal=words.one_of("decimal", (",", ".")),
        days=DayOrder(days) if days else None,
        sheet=words.text("sheet"),
        header=words.number("header"),
        left_out=left_out,
        columns=_columns(words, table, left_out),
    )


def _table(words: Words, contract: Contract) -> Table:
    names = [table.name for table in contract.tables]
    name = words.text("name")
    if name is None:
        raise Refused(f"{_FILE}: en [[table]] har intet navn. Skriv name = et af {', '.join(names)}.")
    if name not in names:
        raise Refused(f"{_FILE}: der er ingen tabel med navnet »{shown(name)}«. {near(name, names)}")
    return contract.table(name)


def _encoding(words: Words) -> str | None:
    stated = words.text("encoding")
    if stated is not None and codec_of(stated) is None:
        raise Refused(f'{words.where}: encoding = "{shown(stated)}" kendes ikke. {near(stated, KNOWN)}')
    return stated


def _columns(words: Words, table: Table, left_out: tuple[str, ...]) -> dict[str, DescribedColumn]:
    """The columns that are mapped, and those that come under the contract's own name."""
    names = [column.name for column in table.columns]
    written = words.mapping("columns")
    for name in written:
        if name not in names:
            raise Refused(
                f"{words.where}: kontrakten har ingen kolonne »{shown(name)}« i denne tabel. {near(name, names)}"
            )
    found = {name: _column(words.where, table.column(name), each) for name, each in written.items()}
    _see_none_twice(words.where, found, left_out)
    taken = {plain(each.source_name) for each in found.values()} | {plain(name) for name in left_out}
    for column in table.columns:
        if column.name in found:
            continue
        if column.kind is Kind.PERSON:
            if column.required:
                raise _without_identifier(words.where, column.name, column.name)
        elif plain(column.name) not in taken:
            found[column.name] = DescribedColumn(column.name)
        elif column.required:
            raise Refused(
                f"{words.where}: kolonnen {column.name} skal være der, men delivery.toml bruger eller udelader kildens "
                f'kolonne med det navn. Skriv under [table.columns], hvor den kommer fra: {column.name} = "…".'
            )
    return {name: found[name] for name in names if name in found}


def _column(where: str, column: Column, written: object) -> DescribedColumn:
    """One line under [table.columns]."""
    if isinstance(written, str):
        written = {"from": written}
    if not isinstance(written, dict):
        raise Refused(
            f'{where}: kolonnen {column.name} skal være navnet på en kolonne i kilden. Skriv {column.name} = "…".'
        )
    words = Words(f"{where}, kolonnen {column.name}", written, ("from", "values", "identifier"))
    source_name = words.text("from") or column.name
    identifier = words.one_of("identifier", _IDENTIFIERS)
    if column.kind is Kind.PERSON and identifier is None:
        raise _without_identifier(where, column.name, source_name)
    if identifier is not None and column.kind not in (Kind.PERSON, Kind.KEY):
        raise Refused(
            f"{words.where}: identifier hører kun til personer og numre. Slet identifier fra linjen; "
            f"kontrakten siger, at kolonnen er af slagsen {column.kind.value}."
        )
    return DescribedColumn(source_name, _values(words, column), Identifier(identifier) if identifier else None)


def _values(words: Words, column: Column) -> Mapping[str, str]:
    """The source's words, each with the contract's word for it."""
    written = words.mapping("values")
    if written and column.kind is not Kind.CODE:
        raise Refused(f"{words.where}: values hører kun til koder. Slet values fra linjen.")
    found: dict[str, str] = {}
    for theirs, ours in written.items():
        if not isinstance(ours, str) or ours not in column.allowed:
            raise Refused(
                f"{words.where}: værdien »{shown(theirs)}« oversættes til »{shown(str(ours))}«, som kontrakten ikke "
                f"tillader. {near(str(ours), column.allowed)}"
            )
        if found.setdefault(plain(theirs), ours) != ours:
            raise Refused(
                f"{words.where}: værdien »{shown(theirs)}« oversættes på to måder. "
                "Store og små bogstaver gør ingen forskel; behold den ene."
            )
    return {theirs: str(ours) for theirs, ours in written.items()}


def _see_none_twice(where: str, found: Mapping[str, DescribedColumn], left_out: tuple[str, ...]) -> None:
    """Raise `Refused` where one column of the source is to be two columns, or is both wanted and left out."""
    unwanted = {plain(name) for name in left_out}
    owners: dict[str, str] = {}
    for name, column in found.items():
        key = plain(column.source_name)
        if key in unwanted:
            raise Refused(
                f"{where}: kildens kolonne »{column.source_name}« står både i left_out og under [table.columns] som "
                f"{name}. Behold den ene."
            )
        if key in owners:
            raise Refused(
                f"{where}: kildens kolonne »{column.source_name}« er skrevet som både {owners[key]} og {name}. "
                "En kolonne kan kun blive til én; slet den ene linje."
            )
        owners[key] = name


def _without_identifier(where: str, name: str, source_name: str) -> Refused:
    return Refused(
        f"{where}: det fremgår ikke, hvad kolonnen {name} nævner borgeren ved. Skriv under [table.columns]: "
        f'{name} = {{ from = "{source_name}", identifier = "cpr" }}. Hvis det er kildens egne numre, skrives "own"; '
        'er det pseudonymer herfra, skrives "pseudonym".'
    )
