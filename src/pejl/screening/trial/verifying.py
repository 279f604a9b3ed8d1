"""Whether the draws are those that the seed gives: each derived again, in its stratum and its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pejl.calendar.numbers import danish_number
from pejl.screening.trial.drawing import Stratum, arms_in_order
from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.seed import commitment
from pejl.screening.trial.state import Drawn


@dataclass(frozen=True)
class Verified:
    """What was found: how many draws were derived again, and a Danish sentence for each thing that is wrong."""

    draws: int
    strata: int
    wrong: tuple[str, ...]


def verified(seed: bytes, committed: str, protocol: Protocol, drawn: Sequence[Drawn]) -> Verified:
    """Derive every draw again. Arms, blocks and name are the same in all versions, so any version serves."""
    by_stratum: dict[Stratum, list[Drawn]] = {}
    for each in drawn:
        by_stratum.setdefault(each.stratum, []).append(each)
    wrong = [] if commitment(seed) == committed else ["Tallet er ikke det, som forsøget blev registreret med."]
    for stratum, rows in by_stratum.items():
        wrong += _wrong(seed, protocol, stratum, rows)
    persons = [each.person for each in drawn]
    if len(set(persons)) < len(persons):
        wrong.append("En borger er trukket to gange.")
    return Verified(len(drawn), len(by_stratum), tuple(wrong))


def _wrong(seed: bytes, protocol: Protocol, stratum: Stratum, rows: list[Drawn]) -> Iterator[str]:
    arms = (protocol.arms[0].word, protocol.arms[1].word)
    derived = arms_in_order(seed, protocol.name, stratum, arms, protocol.draw.blocks)
    places = sorted(rows, key=lambda row: row.position)
    if [row.position for row in places] != list(range(len(places))):
        yield f"{stratum}: pladserne er ikke fortløbende, så en trækning mangler eller er lagt til."
        return
    for row, arm in zip(places, derived, strict=False):
        if row.arm != arm:
            yield f"{stratum}, plads {danish_number(row.position + 1)}: armen er {row.arm}, men tallet giver {arm}."
