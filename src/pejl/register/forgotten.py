"""What was forgotten, kept so that nobody is told of: who has a pseudonym and the key can find it here, no one else.

A delivery may hold a forgotten person again; the source has its own duties. It is loaded, because a register that
leaves out whom the law obliges the municipality to have would be wrong in silence, and the report says so, so that
somebody asks the source.
"""

from __future__ import annotations

import datetime as dt
import hmac
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import BaseModel, ConfigDict

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_count
from pejl.home.durable import write_whole
from pejl.intake.contract import Table
from pejl.intake.key import Key
from pejl.register import parquet
from pejl.register.contract import CONTRACT
from pejl.register.places import Places
from pejl.register.report import TableReport


class Forgotten(BaseModel):
    """One forgetting. `person` is the mark of a pseudonym (see `mark_of`), "" where `before` is what was forgotten."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: str
    person: str = ""
    before: dt.date | None = None


class _All(BaseModel):
    forgotten: tuple[Forgotten, ...] = ()


def mark_of(pseudonym: str, key: Key) -> str:
    """What stands for a forgotten person: found again by who has the pseudonym and the key, of no use to others."""
    return hmac.digest(key.secret, f"forgotten:{pseudonym}".encode(), "sha256").hex()[:32]


def all_forgotten(places: Places) -> tuple[Forgotten, ...]:
    """All forgettings, the oldest first."""
    if not places.forgotten.exists():
        return ()
    return _All.model_validate_json(places.forgotten.read_bytes()).forgotten


def note(places: Places, forgotten: Forgotten) -> None:
    """Add one, once."""
    known = all_forgotten(places)
    if forgotten.number not in {each.number for each in known}:
        write_whole(places.forgotten, _All(forgotten=(*known, forgotten)).model_dump_json(indent=2).encode())


def delivered_again(places: Places, part: Path, tables: Sequence[TableReport], key: Key) -> list[str]:
    """Sentences on what a delivery brings that was forgotten before."""
    known = all_forgotten(places)
    if not known:
        return []
    delivered = [CONTRACT.table(each.name) for each in tables]
    marks = {each.person for each in known if each.person}
    limit = max((each.before for each in known if each.before), default=None)
    return [*_persons(part, delivered, marks, key), *(_old_rows(part, delivered, limit) if limit else ())]


def _persons(part: Path, tables: Sequence[Table], marks: set[str], key: Key) -> Iterator[str]:
    persons: set[str] = set()
    if marks:
        for table in tables:
            persons |= persons_in(part / f"{table.name}.parquet", table)
    again = sum(1 for person in persons if mark_of(person, key) in marks)
    if again:
        yield (
            f"{again} af de borgere, der er glemt, er leveret igen. Spørg kilden, om det skal være sådan; "
            "»pejl register forget« glemmer dem på ny."
        )


def persons_in(path: Path, table: Table) -> set[str]:
    """The pseudonyms in a table's column of persons."""
    found: set[str] = set()
    if table.person:
        for batch in parquet.batches(path):
            found.update(pc.unique(batch.column(table.person)).to_pylist())
    return found - {None}


def _old_rows(part: Path, tables: Sequence[Table], limit: dt.date) -> Iterator[str]:
    old = 0
    for table in tables:
        for batch in parquet.batches(part / f"{table.name}.parquet"):
            old += pc.sum(over_before(batch, table, limit)).as_py() or 0
    if old:
        yield (
            f"{rows_in_words(old)} ligger før {danish_day(limit)}, og alt før den dag er glemt. »pejl register forget« "
            "glemmer det på ny."
        )


def rows_in_words(rows: int) -> str:
    """A number of rows as Danish text has it."""
    return danish_count(rows, "række", "rækker")


def over_before(batch: pa.RecordBatch, table: Table, limit: dt.date) -> pa.BooleanArray:
    """For each row, whether what it describes was over before the limit. What still runs is not."""
    column = table.spell[1] if table.spell else table.moment
    if column is None:
        return pa.array([False] * batch.num_rows, pa.bool_())
    return pc.fill_null(pc.less(batch.column(column), pa.scalar(limit, pa.date32())), fill_value=False)
