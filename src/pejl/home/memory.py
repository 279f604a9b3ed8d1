"""Giving memory that is no longer used back to the system."""

from __future__ import annotations

import ctypes


def give_back() -> None:
    """Let the C library return what was freed, where it is one that keeps it otherwise.

    The search engine writes in threads that come and go, and the GNU library keeps for each of them what it once had:
    in a long run of imports the process would seem to grow with every batch, though nothing is held.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
