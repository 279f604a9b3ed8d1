"""The statutes that the law consists of here, one folder each, in the order of the site."""

from __future__ import annotations

from pejl.law import indsats, klage, kontanthjaelp, refusion, sygedagpenge
from pejl.law.statute import Statute

STATUTES: tuple[Statute, ...] = (
    kontanthjaelp.STATUTE,
    indsats.STATUTE,
    sygedagpenge.STATUTE,
    refusion.STATUTE,
    klage.STATUTE,
)
