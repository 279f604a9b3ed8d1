"""Spark as the engine: for a register that one machine cannot answer, on the cluster that the machine is set up for.

Only `register.engine` opens this module, when PEJL_ENGINE asks for it.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import ibis
from pyspark.sql import SparkSession

from pejl.register.places import Places

MASTER = "local[*]"
"""All cores of this machine, where nothing else is set up (`spark-defaults.conf`, or MASTER in the environment)."""


class SparkEngine:
    """One session of Spark, shared by all engines of the process, as Spark wants it."""

    def __init__(self, places: Places) -> None:
        scratch = Path(tempfile.gettempdir()) if not places.root.is_dir() else places.spill()
        self._backend = ibis.pyspark.connect(_session(scratch))

    def table(self, path: Path, name: str) -> ibis.Table:
        """The file as a view of the session."""
        return self._backend.read_parquet(str(path), table_name=name)


def _session(scratch: Path) -> SparkSession:
    return (
        SparkSession.builder.appName("pejl")
        .master(os.environ.get("MASTER", MASTER))
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.warehouse.dir", str(scratch / "warehouse"))
        .config("spark.local.dir", str(scratch))
        .config("spark.sql.parquet.inferTimestampNTZ.enabled", "false")
        .getOrCreate()
    )
