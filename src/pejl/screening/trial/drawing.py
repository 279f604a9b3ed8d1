"""The next arm of a stratum: permuted blocks of random sizes, derived from a secret when somebody is drawn.

There is no list. Each block of a stratum follows from the trial's seed, the stratum and the block's number by HMAC-
SHA-512, so that nobody who lacks the seed can know the next arm, and everybody who is given it at the end can derive
the whole list again, in any language. What 64 bytes give is read as sixteen numbers of 32 bits: the first chooses the
block's size, the others shuffle it (Fisher and Yates, from the last place to the second).
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice


@dataclass(frozen=True)
class Stratum:
    """A site, a team and a risk band: within each, the arms are kept in balance."""

    site: str
    team: str
    band: int

    def __str__(self) -> str:
        return f"{self.site}/{self.team}/{self.band}"


def band_of(chance: float, cuts: Sequence[float]) -> int:
    """Which band a chance falls in: 0 is the lowest; a chance on a cut belongs above it."""
    return sum(chance >= cut for cut in cuts)


def arms_in_order(
    seed: bytes, trial: str, stratum: Stratum, arms: tuple[str, str], blocks: Sequence[int]
) -> Iterator[str]:
    """The arms of a stratum in their order, without end."""
    for number in count():
        yield from _block(seed, f"{trial}/{stratum}/{number}", arms, blocks)


def next_arm(
    seed: bytes, trial: str, stratum: Stratum, arms: tuple[str, str], blocks: Sequence[int], drawn: int
) -> str:
    """The arm of whoever is drawn after so many others in the stratum."""
    return next(islice(arms_in_order(seed, trial, stratum, arms, blocks), drawn, None))


def _block(seed: bytes, name: str, arms: tuple[str, str], blocks: Sequence[int]) -> list[str]:
    digest = hmac.digest(seed, name.encode(), "sha512")
    numbers = [int.from_bytes(digest[place : place + 4], "big") for place in range(0, 64, 4)]
    size = blocks[numbers[0] % len(blocks)]
    block = [arms[place % 2] for place in range(size)]
    for place in range(size - 1, 0, -1):
        other = numbers[size - place] % (place + 1)
        block[place], block[other] = block[other], block[place]
    return block
