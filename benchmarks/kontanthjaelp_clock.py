"""What both engines' runs measure with: the same clock, the same counting of memory."""

from __future__ import annotations

import gc
import resource
from collections.abc import Callable
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """How long it took."""
    gc.collect()
    began = perf_counter()
    work()
    return perf_counter() - began


def each(work: Callable[[], object], many: int) -> list[float]:
    """How long each of many short rounds took, without tidying between them."""
    found = []
    for _ in range(many):
        began = perf_counter()
        work()
        found.append(perf_counter() - began)
    return found


def memory() -> int:
    """The most that the process has occupied, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
