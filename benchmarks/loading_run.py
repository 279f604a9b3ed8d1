"""One delivery opened and staged under an invented key, timed. `loading.py` starts it and tells what it measured.

python loading_run.py <delivery> <an empty folder>
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from time import perf_counter

from pejl.intake.files.opening import opened
from pejl.intake.key import Key
from pejl.intake.pseudonym import Pseudonyms
from pejl.intake.staging import stage
from pejl.register.contract import CONTRACT


def main() -> None:
    """Stage the delivery, and tell as JSON how long it took and how much memory."""
    delivery, out = map(Path, sys.argv[1:])
    began = perf_counter()
    with opened(delivery, CONTRACT) as found:
        opening = perf_counter() - began
        began = perf_counter()
        done = stage(found, CONTRACT, out, Pseudonyms(Key(bytes(32)), found.description.source))
        seconds = perf_counter() - began
    if any(table.quarantined for table in done.tables.values()):
        raise SystemExit("The invented delivery was to have no bad rows.")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": seconds, "opening": opening, "memory": memory}))


if __name__ == "__main__":
    main()
