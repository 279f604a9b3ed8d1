"""The deadlines of an invented register asked for once, ours or by hand, timed. `deadlines.py` starts it.

python deadlines_run.py <folder> ours|by_hand <a file for the rows, or nothing>
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import ibis
import pyarrow.parquet as pq
from deadlines_by_hand import by_hand
from invented_register import KNOWN

from pejl.casework.deadlines.asked import Asked, a_year_before
from pejl.casework.deadlines.deadline_table import deadlines
from pejl.casework.deadlines.subjects import earliest
from pejl.casework.deadlines.versions import versions_of
from pejl.law.duty import Duty, Kind, Starts
from pejl.law.law import law
from pejl.register.duck import settings

DAY = dt.date(2026, 9, 15)


class Invented:
    """The two tables, asked as a snapshot is."""

    known = KNOWN

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.backend = ibis.duckdb.connect(":memory:", **settings(folder / "spill"))

    def holds(self, name: str) -> bool:
        """Whether there is such a table."""
        return (self.folder / f"{name}.parquet").is_file()

    def table(self, name: str) -> ibis.Table:
        """The table."""
        return self.backend.read_parquet(self.folder / f"{name}.parquet", table_name=name)


def talk_duties() -> list[Duty]:
    """All talk duties of the law that may be used and are about benefit spells."""
    duties = law().on(DAY).book.duties
    return [
        duty
        for duty in duties
        if duty.kind is Kind.TALK and duty.status.usable and duty.clock.starts is Starts.CASE and not duty.applies
    ]


def main() -> None:
    """Ask, take the rows, and tell as JSON how long it took and how much memory."""
    folder, which, *out = sys.argv[1:]
    held: Any = Invented(Path(folder))
    duties, law_day, back_to = talk_duties(), law().on(DAY), a_year_before(DAY)
    began, busy = perf_counter(), process_time()
    if which == "ours":
        rows = deadlines(held, DAY, law_day=law_day, duties=duties, back_to=back_to).to_pyarrow()
    else:
        first = earliest(Asked(held, DAY, back_to, law_day), versions_of(duties))
        rows = held.backend.con.sql(by_hand(duties, folder, DAY, back_to, KNOWN, first)).to_arrow_table()
    seconds, busy = perf_counter() - began, process_time() - busy
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if out:
        pq.write_table(rows, out[0])
    print(json.dumps({"seconds": seconds, "processor": busy, "memory": memory, "rows": rows.num_rows}))


if __name__ == "__main__":
    main()
