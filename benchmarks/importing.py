"""How long a run of imports takes, file by file, and how much memory, in a record that grows; then checking all of it.

A process of its own (`import_run`) invents the files one by one, takes each in, and checks every document against the
record at the end, so that its memory is that of the run and of nothing else. Most files are only filed; every so many
also wait for the index to be written, so the median tells the former and the mean both. Memory is told twice: what
the process holds of its own, and the most it has ever occupied, which counts the parts of the index that the system has
mapped and can take back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean, median
from typing import Any

MEETINGS = 2_000
ITEMS = 10

Row = tuple[str, str, str, str]


def measure(meetings: int = MEETINGS) -> list[Row]:
    """Rows of what was measured: the median or the figure, what else says most, and the aim."""
    with tempfile.TemporaryDirectory(prefix="pejl-benchmark-importing-") as home:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        own = kept | {"PEJL_HOME": home, "DJANGO_SETTINGS_MODULE": "pejl.web.settings"}
        words = [sys.executable, Path(__file__).with_name("import_run.py"), str(meetings), str(ITEMS)]
        run = subprocess.run(words, env=own, check=True, capture_output=True, text=True)  # noqa: S603
    return rows(json.loads(run.stdout), meetings)


def rows(told: dict[str, Any], meetings: int) -> list[Row]:
    """What the run told, as rows of the table."""
    took, tenth, quarter = told["took"], max(1, meetings // 10), meetings // 4
    first, last = took[:tenth], took[-tenth:]
    size = f"{meetings:,} meetings with {meetings * ITEMS:,} items"
    return [
        (f"{size} imported in one run: a file filed; with the index", *in_ms(took), ""),
        (f"  of these the first {tenth:,} files", *in_ms(first), ""),
        (f"  of these the last {tenth:,} files", *in_ms(last), "as the first"),
        (f"each checked against the record ({told['flags']:,} flags): median, mean", *in_ms(told["checked"]), ""),
        (f"own memory of the run after {quarter:,} files; after all", *in_mb(told["own"]), "the same"),
        (f"most memory of the run until {quarter:,} files; until its end", *in_mb(told["most"]), ""),
    ]


def in_ms(seconds: list[float]) -> tuple[str, str]:
    """The median and the mean."""
    return f"{1000 * median(seconds):.0f} ms", f"{1000 * mean(seconds):.0f} ms"


def in_mb(pair: list[int]) -> tuple[str, str]:
    """Two amounts of memory."""
    return f"{pair[0]} MB", f"{pair[1]} MB"
