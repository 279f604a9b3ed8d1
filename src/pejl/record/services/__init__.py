"""The verbs that write to the record: take a file in, put things in order after an interruption, derive all again.

A received file goes one way: it is read, kept in the archive, filed with its meeting, shown and indexed. Everything
after the archive can be done again, so the archive is written first and everything else follows from it.
"""

from typing import TYPE_CHECKING

from pejl import when_used
from pejl.record.services.installation import Installation, installation

# A command that only asks takes nothing of what writes.
if TYPE_CHECKING:
    from pejl.acts.services import Unsigned
    from pejl.record.services.importing import Imported, import_bytes, import_file
    from pejl.record.services.meanings import Meant, catch_up_meanings
    from pejl.record.services.order import Recovered
    from pejl.record.services.rebuilding import Rebuilt, rebuild
    from pejl.record.services.recovery import recover
    from pejl.record.services.retractions import NothingThere, Turned, restore, retract
    from pejl.record.services.search_folder import IndexNotWritten
    from pejl.record.services.session import ImportSession, import_session
    from pejl.record.services.verifying import Verified, verify
else:
    __getattr__ = when_used.exports(
        __name__,
        {
            "importing": ("Imported", "import_bytes", "import_file"),
            "meanings": ("Meant", "catch_up_meanings"),
            "order": ("Recovered",),
            "rebuilding": ("Rebuilt", "rebuild"),
            "recovery": ("recover",),
            "retractions": ("NothingThere", "Turned", "Unsigned", "restore", "retract"),
            "search_folder": ("IndexNotWritten",),
            "session": ("ImportSession", "import_session"),
            "verifying": ("Verified", "verify"),
        },
    )

__all__ = [
    "ImportSession",
    "Imported",
    "IndexNotWritten",
    "Installation",
    "Meant",
    "NothingThere",
    "Rebuilt",
    "Recovered",
    "Turned",
    "Unsigned",
    "Verified",
    "catch_up_meanings",
    "import_bytes",
    "import_file",
    "import_session",
    "installation",
    "rebuild",
    "recover",
    "restore",
    "retract",
    "verify",
]
