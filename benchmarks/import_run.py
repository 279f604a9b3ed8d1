"""One run of imports into an empty record, timed file by file. `importing.py` starts it and tells what it measured.

PEJL_HOME=<an empty folder> DJANGO_SETTINGS_MODULE=pejl.web.settings python import_run.py <meetings> <items>
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be set up before its models are imported
from invented_record import record  # noqa: E402

from pejl.record.queries.checking import checked, in_turn, shown_documents  # noqa: E402
from pejl.record.services import import_session  # noqa: E402


def main() -> None:
    """Import, then check; tell as JSON what each file and each document took, and how much memory."""
    meetings, items = map(int, sys.argv[1:])
    call_command("migrate", verbosity=0)
    took, own, most = imported(meetings, items)
    checking, flags = check_all()
    own.append(own_memory())
    most.append(most_memory())
    print(json.dumps({"took": took, "checked": checking, "flags": flags, "own": own, "most": most}))


def imported(meetings: int, items: int) -> tuple[list[float], list[int], list[int]]:
    """Seconds for each file, and the memory after a quarter of them: its own, and the most so far."""
    took: list[float] = []
    own: list[int] = []
    most: list[int] = []
    with tempfile.TemporaryDirectory() as folder, import_session() as session:
        for number, (name, data) in enumerate(record(meetings, items), start=1):
            path = Path(folder) / name
            path.write_bytes(data)
            began = perf_counter()
            session.take_file(path, "Opdigtet Kommune")
            took.append(perf_counter() - began)
            path.unlink()
            if number == meetings // 4:
                own.append(own_memory())
                most.append(most_memory())
        began = perf_counter()
        session.write_index()
        took[-1] += perf_counter() - began
    return took, own, most


def check_all() -> tuple[list[float], int]:
    """Seconds for each document of the record, and how many flags were found."""
    took: list[float] = []
    flags = 0
    began = perf_counter()
    for each in checked(in_turn(shown_documents())):
        flags += len(each.flags)
        took.append(perf_counter() - began)
        began = perf_counter()
    return took, flags


def own_memory() -> int:
    """What the process holds of its own now, in megabytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("RssAnon")), 0)


def most_memory() -> int:
    """The most that the process has occupied, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
