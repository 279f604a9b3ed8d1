"""Whether the log is as it was written: entry by entry, in one passage, however long it is.

Found are: an entry that was changed, removed, put in or moved; one whose content was changed, or emptied without a
removal that says so; and a tail that was cut off, by the number that the writer keeps or by an anchor kept elsewhere.
Whoever can rewrite the whole table can also write the chain anew from there on: only an anchor tells of that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pejl.screening.assessments.events import Event
from pejl.screening.assessments.sealing import NOTHING_BEFORE, Sealed

MOST = 20
"""How many faults are told one by one."""
_ANCHOR = re.compile(r"(?P<number>[1-9][0-9]{0,17}):(?P<hash>[0-9a-f]{64})\Z")


class NoAnchor(ValueError):
    """What was given is no anchor. `str()` says how one is written."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The end of the log at some time, kept elsewhere: so many entries, the last with this hash."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


def anchor_written(text: str) -> Anchor:
    """The anchor that a text is. Raises `NoAnchor`."""
    found = _ANCHOR.match(text.strip())
    if found is None:
        raise NoAnchor("An anchor is a number, a colon and 64 digits and letters, as `pejl screening log anchor` says.")
    return Anchor(int(found["number"]), found["hash"])


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an entry, in a Danish sentence."""

    number: int
    sentence: str


@dataclass(frozen=True)
class Verified:
    """The answer: how many entries there are, how many of them were emptied by law, the end, and what is wrong."""

    entries: int
    emptied: int
    end: Anchor | None
    faults: tuple[Fault, ...]
    more: int = 0
    """Faults beyond those that are told."""

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verified(
    entries: Iterable[Sealed], *, written: int | None = None, sealed: str = "", anchor: Anchor | None = None
) -> Verified:
    """Walk the log in the order of its numbers. `written` and `sealed` are number and hash of the last entry by the
    writer's account: the last is chained to by none yet, so nothing else tells of it written anew."""
    walk = _Walk(anchor)
    for entry in entries:
        walk.take(entry)
    return walk.done(written, sealed)


@dataclass
class _Walk:
    anchor: Anchor | None
    last: Sealed | None = None
    count: int = 0
    faults: list[Fault] = field(default_factory=list)
    emptied: set[int] = field(default_factory=set)
    removed: set[int] = field(default_factory=set)
    anchor_seen: bool = False

    def take(self, entry: Sealed) -> None:
        """The next entry."""
        before = self.last.number if self.last else 0
        if entry.number != before + 1:
            self._fault(before + 1, f"Post {before + 1} mangler: efter post {before} kommer post {entry.number}.")
        elif entry.previous != (self.last.hash if self.last else NOTHING_BEFORE):
            self._fault(
                entry.number,
                f"Post {entry.number} hænger ikke sammen med den før: der er byttet om, sat ind eller ændret.",
            )
        if entry.hash != entry.expected:
            self._fault(
                entry.number,
                f"Post {entry.number} er ændret: nummer, tid, hændelse, navn eller kæde passer ikke med dens segl.",
            )
        self._content(entry)
        if self.anchor and entry.number == self.anchor.number:
            self.anchor_seen = True
            if entry.hash != self.anchor.hash:
                self._fault(
                    entry.number, f"Post {entry.number} er ikke den, der blev gemt et andet sted: loggen er skrevet om."
                )
        self.last, self.count = entry, self.count + 1

    def done(self, written: int | None, sealed: str) -> Verified:
        """What was found, after the last entry."""
        last = self.last.number if self.last else 0
        if written is not None and written != last:
            self._fault(
                last + 1, f"Loggen skulle ende med post {written}, men ender med post {last}: enden er skåret af."
            )
        elif self.last and sealed and sealed != self.last.hash:
            self._fault(last, f"Post {last} er ikke den, der blev skrevet sidst: enden er skrevet om.")
        if self.anchor and not self.anchor_seen:
            self._fault(
                self.anchor.number,
                f"Post {self.anchor.number}, der blev gemt et andet sted, er der ikke: enden er skåret af.",
            )
        for number in sorted(self.emptied - self.removed):
            self._fault(number, f"Post {number} er tømt, uden at nogen sletning siger det.")
        end = Anchor(self.last.number, self.last.hash) if self.last else None
        ordered = sorted(self.faults, key=lambda each: each.number)
        return Verified(self.count, len(self.emptied), end, tuple(ordered[:MOST]), max(0, len(ordered) - MOST))

    def _content(self, entry: Sealed) -> None:
        if entry.said.empty:
            self.emptied.add(entry.number)
        elif entry.said.hash != entry.said_hash:
            self._fault(
                entry.number,
                f"Post {entry.number} siger noget andet, end da den blev skrevet: borger, forløb, "
                "vurdering eller detaljer er ændret.",
            )
        elif entry.event == Event.SLETTET:
            for first, last in json.loads(entry.said.detail)["entries"]:
                self.removed.update(range(first, min(last, entry.number - 1) + 1))

    def _fault(self, number: int, sentence: str) -> None:
        self.faults.append(Fault(number, sentence))
