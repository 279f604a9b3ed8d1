"""Spark as the engine: for a register that one machine cannot answer, on the cluster that the machine is set up for.

Only `register.engine` opens this module, when PEJL_ENGINE asks for it.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import ibis
from pyspark.sql import SparkSession

from pejl.register.places import Places

MASTER = "local[*]"
"""All cores of this machine, where PEJL_SPARK_MASTER names no cluster."""


class SparkEngine:
    """The process's one session of Spark, in which every engine calls its tables by names of its own."""

    def __init__(self, places: Places) -> None:
        self._backend = ibis.pyspark.connect(_session(places))
        self._mark = secrets.token_hex(4)

    def table(self, path: Path, name: str) -> ibis.Table:
        """The file as a view of the session."""
        return self._backend.read_parquet(str(path), table_name=f"{name}_{self._mark}")


def _session(places: Places) -> SparkSession:
    """The session that is there, or a new one. What it needs beyond memory stays in the data folder."""
    master = os.environ.get("PEJL_SPARK_MASTER") or MASTER
    scratch = places.spill()
    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.warehouse.dir": str(scratch / "warehouse"),
        "spark.local.dir": str(scratch),
        "spark.log.level": "ERROR",
    }
    if master.startswith("local"):
        settings |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
    return SparkSession.builder.appName("pejl").master(master).config(map=settings).getOrCreate()
