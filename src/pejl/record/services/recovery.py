"""Putting the record in order after an interruption: every start does it first; it costs little when all is well."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.home.turn import Busy, turn
from pejl.record.services.installation import Installation, installation
from pejl.record.services.order import Recovered, out_of_order

if TYPE_CHECKING:
    from pejl.record.services import mending
else:
    mending = when_used.module("pejl.record.services.mending")

logger = logging.getLogger(__name__)


def recover(on_progress: Callable[[int, int], None] | None = None, *, at: Installation | None = None) -> Recovered:
    """Make the database and the index agree with the archive.

    Afterwards every received file has its document, or the row of what else it is; every document that is shown is in
    the index and no other is; and nothing is left of writes that were cut off.
    """
    here = at or installation()
    if not out_of_order(here):
        return Recovered()
    try:
        with turn(here.home.lock, here.patience):
            return mending.put_in_order(here, on_progress)
    except Busy as busy:
        logger.warning("%s", busy)
        return Recovered(busy=True)
