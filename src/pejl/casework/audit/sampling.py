"""A random sample of cases that anybody can draw again: the same seed and cases give the same sample on any machine.

Each case gets a number by hashing it with the seed, and the lowest numbers are the sample. So a case that comes or goes
moves at most one other in or out, and a larger sample holds the smaller one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

Case = TypeVar("Case")


def drawn(cases: Sequence[Case], many: int, seed: int, named: Callable[[Case], str]) -> list[Case]:
    """So many of the cases, in the order in which they were drawn; all of them where there are no more."""
    return sorted(cases, key=lambda case: (_number(named(case), seed), named(case)))[:many]


def drawn_by_stratum(
    cases: Sequence[Case], many: int, seed: int, named: Callable[[Case], str], stratum: Callable[[Case], str]
) -> list[Case]:
    """So many of the cases, each stratum with its part of them, in the order of the strata's words."""
    strata: dict[str, list[Case]] = {}
    for case in cases:
        strata.setdefault(stratum(case), []).append(case)
    parts = shared_out(many, {word: len(members) for word, members in strata.items()})
    return [case for word in sorted(strata) for case in drawn(strata[word], parts[word], seed, named)]


def shared_out(many: int, sizes: dict[str, int]) -> dict[str, int]:
    """How many to draw of each stratum: in proportion to its size, at least one of each as long as there are enough.

    The rest goes to those with the largest remainders (Hamilton's method); never more than a stratum has.
    """
    total = sum(sizes.values())
    many = min(many, total)
    parts = {word: min(size, many * size // total) for word, size in sizes.items()} if total else {}
    if many >= len(sizes):
        parts = {word: max(part, 1) for word, part in parts.items()}
    order = sorted(parts, key=lambda word: (-(many * sizes[word] % total), word))
    while (missing := many - sum(parts.values())) != 0:
        step = 1 if missing > 0 else -1
        movable = [word for word in order if (parts[word] < sizes[word] if step > 0 else parts[word] > 1)]
        for word in movable[: abs(missing)]:
            parts[word] += step
    return parts


def _number(name: str, seed: int) -> bytes:
    return hashlib.sha256(f"{seed}:{name}".encode()).digest()
