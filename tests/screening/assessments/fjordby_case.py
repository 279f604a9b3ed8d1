"""A municipality of four sick leaves for tests of what people do: no register is loaded and no model computes.

What is computed is written by hand here, so that each test says what the advice is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pejl.home.folders import Home
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Advice, Assessment, Kind, Reason, Says
from pejl.screening.assessments.withheld import is_shadow
from pejl.screening.caseload.running import SickLeave

BO, IDA, PER = "p" + "b" * 26, "p" + "i" * 26, "p" + "q" * 26
TODAY = dt.date(2026, 11, 10)
MODEL = "2026-11-01-abc123"
KEY = b"of Fjordby"
"""By which shadow cases are drawn."""


def leave(spell: str, person: str, weeks: int, team: str = "Nord", caseworker: str = "SB001") -> SickLeave:
    first = TODAY - dt.timedelta(weeks=weeks)
    return SickLeave(spell, person, first, first + dt.timedelta(days=30), "Sygefravær", team, caseworker)


@dataclass
class FakeSnapshot:
    id: str = "2026-10-31-1111"
    known: dt.date = dt.date(2026, 10, 31)


@dataclass
class World:
    """What the tests change: the day, the sick leaves, the model, the policy, the arm and what is advised."""

    home: Home
    day: dt.date = TODAY
    snapshot: FakeSnapshot = field(default_factory=FakeSnapshot)
    leaves: list[SickLeave] = field(default_factory=lambda: [leave("G1", BO, 10), leave("G2", IDA, 20, "Syd", "SB002")])
    hash: str = "h" * 64
    active: bool = True
    policy: Policy = field(default_factory=lambda: Policy(shadow_share=0))
    arm: Any = None
    says: dict[Kind, Says] = field(
        default_factory=lambda: {
            Kind.TIDLIG_INDSATS: Says.TILBYD_INDSATS,
            Kind.SLIP: Says.BEHOLD,
            Kind.ATTEST: Says.UNDLAD,
        }
    )
    hindrances: tuple[Reason, ...] = ()
    computed: int = 0
    corrections: Sequence[Any] = ()

    @property
    def model(self) -> str:
        return f"{MODEL}:{self.hash}"

    def running(self, _snapshot: object, _day: dt.date, *, person: str = "") -> tuple[SickLeave, ...]:
        return tuple(each for each in self.leaves if not person or each.person == person)

    def assess(self, snapshot: Any, spell: str, day: dt.date, *rest: Any) -> Assessment:
        self.computed += 1
        self.corrections = rest[-1]
        of = next(each for each in self.leaves if each.spell == spell)
        return Assessment(
            id=f"a{self.computed}",
            spell=spell,
            person=of.person,
            day=day,
            landmark=of.landmark(day).word,
            expires=day + dt.timedelta(days=14),
            model=self.model,
            snapshot=snapshot.id,
            policy=self.policy.mark,
            answered=False,
            advice=tuple(
                Advice(
                    kind=kind,
                    says=says,
                    sentence="…",
                    chance=0.2,
                    hindrances=self.hindrances if kind is Kind.SLIP else (),
                )
                for kind, says in self.says.items()
            ),
            inputs={"aarsag": "andet", "alder": 45.0},
            input_hash="0" * 64,
        )


def settle(world: World, patch: pytest.MonkeyPatch) -> None:
    """Put the invented municipality in the place of register, model, law and trial."""

    class Register:
        def __init__(self, _home: Home) -> None: ...

        def newest(self) -> FakeSnapshot:
            return world.snapshot

    @dataclass
    class Active:
        id: str = MODEL
        hash: str = world.hash
        model: None = None

    def active(_home: Home) -> Active | None:
        return Active(hash=world.hash) if world.active else None

    for place in ("pejl.screening.queries.cases", "pejl.screening.services.assessing"):
        patch.setattr(f"{place}.register", type("module", (), {"Register": Register}))
        patch.setattr(f"{place}.running", world.running)
        patch.setattr(f"{place}.active_model", active)
        patch.setattr(f"{place}.policy_in_use", lambda _home: world.policy)
    patch.setattr("pejl.screening.services.deciding.policy_in_use", lambda _home: world.policy)
    computing = type("module", (), {"computed": staticmethod(world.assess), "NOT_COMPUTED": (OSError,)})
    patch.setattr("pejl.screening.services.assessing.computing", computing)
    patch.setattr("pejl.screening.services.assessing.shadow_key", lambda: KEY)
    patch.setattr("pejl.screening.services.assessing.arm_of", lambda _spell, _day: world.arm)
    patch.setattr("django.utils.timezone.localdate", lambda *_: world.day)


def made(folder: Path, patch: pytest.MonkeyPatch) -> World:
    world = World(Home(folder))
    settle(world, patch)
    return world


def shadow_share_for(spell: str, landmark: str, model: str) -> float:
    """The smallest share, to a hundredth, with which the case is a shadow case."""
    shares: Iterable[float] = (share / 100 for share in range(1, 101))
    return next(share for share in shares if is_shadow(spell, landmark, model, share, KEY))
