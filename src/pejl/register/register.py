"""The register: its snapshots, and the two questions of time that can be put to them.

`as_of(day)` asks what was known on a day, `on(day)` what held on a day. They are different: a spell that began in
November and was delivered in December held in November and was not known then. Both together,
`register.as_of(known).on(held)`, is what a caseworker could have seen.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from pejl.calendar.days import danish_day
from pejl.home.folders import Home
from pejl.register import kept
from pejl.register.engine import Engine, engine_of
from pejl.register.kept import Damaged, NothingKnown
from pejl.register.manifest import Manifest
from pejl.register.places import Places
from pejl.register.report import Report
from pejl.register.snapshot import Held, Snapshot

__all__ = ["Damaged", "Held", "NothingKnown", "Register", "Snapshot"]


class Register:
    """The register of one installation, for one piece of work: a page, a command. What it opened goes with it."""

    def __init__(self, home: Home) -> None:
        self.places = Places.of(home)

    def snapshots(self) -> list[Manifest]:
        """All snapshots, the newest last. Raises `Damaged` where one cannot be read."""
        return kept.manifests(self.places)

    def reports(self) -> list[Report]:
        """The reports of all deliveries, refused ones too, in the order in which they came."""
        return kept.reports(self.places)

    def newest(self) -> Snapshot:
        """The snapshot that knows most. Raises `NothingKnown` where there is none."""
        return self.snapshot("")

    def as_of(self, day: dt.date) -> Snapshot:
        """What was known on a day: the newest snapshot that knows of no later day. Raises `NothingKnown`."""
        known = self.snapshots()
        manifest = kept.base_of(known, day)
        if manifest is None:
            first = f" Den første leverance ved besked til {danish_day(known[0].known)}." if known else ""
            raise NothingKnown(f"Registeret vidste ikke noget den {danish_day(day)}.{first}")
        return self._opened(manifest)

    def snapshot(self, name: str) -> Snapshot:
        """A snapshot by its id, or by the beginning of it where only one begins so; the newest where it is "".

        Raises `NothingKnown`.
        """
        return self._opened(kept.manifest_named(self.places, name))

    @cached_property
    def _engine(self) -> Engine:
        return engine_of(self.places)

    def _opened(self, manifest: Manifest) -> Snapshot:
        return Snapshot(manifest, self.places, self._engine)
