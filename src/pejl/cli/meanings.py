"""Reading what the items mean, at the end of the commands that change what the record holds."""

from __future__ import annotations

from pejl.cli.console import remark
from pejl.cli.interrupt import stop_wish
from pejl.cli.progress import told
from pejl.record.services import catch_up_meanings

STOPPING = "Stopping here. Search goes by words where meanings are not read yet."
LEFT = "items are not read for their meaning yet. The next import, or a rebuild, goes on from here."


def read_meanings() -> None:
    """Read what is not read yet, until Ctrl-C is pressed. Says nothing where the extra is not there."""
    with stop_wish(STOPPING) as wish, told("Reading meanings") as step:
        meant = catch_up_meanings(lambda done, total: step(done, total, "items read for meaning"), lambda: wish.made)
    if meant.left:
        remark(f"{meant.left} {LEFT}")
