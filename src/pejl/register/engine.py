"""What answers questions: tables as Ibis expressions, on DuckDB unless PEJL_ENGINE names another.

Whoever asks writes one expression; it means the same on every engine, and a test compares them row by row.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import ibis

from pejl import when_used
from pejl.register.duck import close_in, settings
from pejl.register.places import Places

if TYPE_CHECKING:
    from pejl.register import spark
else:
    spark = when_used.module("pejl.register.spark")


class Engine(Protocol):
    """Something that reads Parquet files and answers expressions on them."""

    def table(self, path: Path, name: str) -> ibis.Table:
        """The file as a table, called by a name of its own in this engine."""


class NoEngine(Exception):
    """PEJL_ENGINE names an engine that cannot be used. `str()` says what to do."""


class DuckEngine:
    """DuckDB within this process."""

    def __init__(self, places: Places) -> None:
        self._backend = ibis.duckdb.connect(":memory:", **settings(places.spill()))
        close_in(self._backend.con, places)

    def table(self, path: Path, name: str) -> ibis.Table:
        """The file as a view in memory."""
        return self._backend.read_parquet(path, table_name=name)


def engine_of(places: Places, environment: Mapping[str, str] = os.environ) -> Engine:
    """The engine that the environment names. Raises `NoEngine`."""
    name = environment.get("PEJL_ENGINE", "") or "duckdb"
    if name not in _ENGINES:
        raise NoEngine(f"PEJL_ENGINE is »{name}«; it can be {' or '.join(_ENGINES)}.")
    return _ENGINES[name](places)


def _spark(places: Places) -> Engine:
    """Opened only when it is asked for: the extra is not installed everywhere, and takes seconds to start."""
    try:
        return spark.SparkEngine(places)
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith("pyspark"):
            raise
        raise NoEngine("PEJL_ENGINE is spark, but the extra is not installed: `make spark` installs it.") from missing


_ENGINES: Mapping[str, Callable[[Places], Engine]] = {"duckdb": DuckEngine, "spark": _spark}
