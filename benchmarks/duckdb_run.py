"""A delivery's files read by DuckDB and written as Parquet, timed. `loading.py` starts it and tells what it measured.

python duckdb_run.py <delivery> <an empty folder>
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from time import perf_counter

import duckdb


def main() -> None:
    """Read and write each file with the types that DuckDB finds; tell as JSON how long it took and how much memory."""
    delivery, out = map(Path, sys.argv[1:])
    began = perf_counter()
    connection = duckdb.connect()
    for path in sorted(delivery.glob("*.csv")):
        connection.sql(
            f"COPY (SELECT * FROM read_csv('{path}', encoding = 'latin-1', delim = ';', header = true, "  # noqa: S608
            "decimal_separator = ',', thousands = '.', dateformat = '%d-%m-%Y')) "
            f"TO '{out / path.stem}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )
    seconds = perf_counter() - began
    print(json.dumps({"seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


if __name__ == "__main__":
    main()
