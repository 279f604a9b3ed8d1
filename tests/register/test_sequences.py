"""Any number of deliveries in any order: the register holds what a few lines of plain Python say that it should."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.home.folders import Home
from pejl.register.kept import age
from pejl.register.loading import load
from pejl.register.register import Register
from pejl.register.report import Outcome
from register.deliveries import KEY, delivery, person, spell

DAYS = [dt.date(2025, 10, 31), dt.date(2025, 11, 30), dt.date(2025, 12, 31)]


@dataclass(frozen=True)
class Delivered:
    """What one delivery brings: persons, or None for no such table, and spells as (key, person, hours)."""

    known: dt.date
    covers: str
    persons: tuple[int, ...] | None
    spells: tuple[tuple[int, int, int], ...] | None
    mends: int | None


@dataclass
class Model:
    """One snapshot as plain Python."""

    known: dt.date
    depth: int
    persons: set[int] | None = None
    spells: dict[int, tuple[int, int]] | None = None
    deliveries: list[str] = field(default_factory=list)


numbers = st.integers(0, 4)
deliveries = st.builds(
    Delivered,
    known=st.sampled_from(DAYS),
    covers=st.sampled_from(["all", "additions"]),
    persons=st.none() | st.lists(numbers, min_size=1, max_size=6).map(tuple),
    spells=st.none() | st.lists(st.tuples(numbers, numbers, st.integers(1, 3)), min_size=1, max_size=6).map(tuple),
    mends=st.none() | st.integers(0, 4),
).filter(lambda each: each.persons is not None or each.spells is not None)


def expected(base: Model | None, given: Delivered, name: str, adds: bool) -> Model:
    """The snapshot that the delivery makes of its base."""
    model = Model(
        known=given.known,
        depth=(base.depth if base else 0) + 1,
        persons=set(base.persons) if base and base.persons is not None else None,
        spells=dict(base.spells) if base and base.spells is not None else None,
        deliveries=[*(base.deliveries if base else ()), name],
    )
    if given.persons is not None:
        once = {each for each in given.persons if given.persons.count(each) == 1}
        model.persons = once | (model.persons or set() if adds else set())
    if given.spells is not None:
        keys = [key for key, _, _ in given.spells]
        good = {
            key: (who, hours)
            for key, who, hours in given.spells
            if keys.count(key) == 1 and who in (model.persons or set())
        }
        model.spells = {**(model.spells or {} if adds else {}), **good}
    return model


@given(st.lists(deliveries, min_size=1, max_size=5, unique=True))
@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_register_holds_what_a_plain_model_holds(sequence: list[Delivered]) -> None:
    with tempfile.TemporaryDirectory() as name:
        home, folder = Home(Path(name) / "home"), Path(name)
        models: dict[str, Model] = {}
        loaded: list[str] = []
        for number, given in enumerate(sequence):
            mends = loaded[given.mends] if given.mends is not None and given.mends < len(loaded) else ""
            tables = {}
            if given.persons is not None:
                tables["persons"] = [person(str(each)) for each in given.persons]
            if given.spells is not None:
                tables["benefit_spells"] = [spell(str(k), str(who), hours_paid=h) for k, who, h in given.spells]
            covers = dict.fromkeys(tables, given.covers)
            source = f"Kilde {number}"  # two deliveries of the same content are two deliveries here
            path = delivery(folder / str(number), given.known, tables, covers=covers, mends=mends, source="Fjordby")
            toml = path / "delivery.toml"
            toml.write_text(f"# {source}\n" + toml.read_text(encoding="utf-8"), encoding="utf-8")
            report = load(path, home, KEY)
            earlier = [each for each in models.values() if each.known <= given.known]
            base = max(earlier, key=lambda each: (each.known, each.depth)) if earlier else None
            if mends and (base is None or mends not in base.deliveries):
                assert report.outcome is Outcome.REFUSED
                continue
            assert report.outcome is Outcome.LOADED, report.sentence
            loaded.append(report.id)
            models[report.snapshot] = expected(base, given, report.id, given.covers == "additions" or bool(mends))
        check(home, models)


def check(home: Home, models: dict[str, Model]) -> None:
    register = Register(home)
    manifests = register.snapshots()
    assert {each.id for each in manifests} == models.keys()
    assert manifests == sorted(manifests, key=age)
    for manifest in manifests:
        snapshot, model = register.snapshot(manifest.id), models[manifest.id]
        assert snapshot.touched() == []
        assert snapshot.holds("persons") == (model.persons is not None)
        if model.persons is not None:
            assert snapshot.table("persons").count().to_pyarrow().as_py() == len(model.persons)
        assert snapshot.holds("benefit_spells") == (model.spells is not None)
        if model.spells is not None:
            rows = snapshot.table("benefit_spells").select("id", "hours_paid").to_pyarrow().to_pylist()
            assert {int(row["id"]): int(row["hours_paid"]) for row in rows} == {
                key: hours for key, (_, hours) in model.spells.items()
            }
    for day in DAYS:
        known = [each for each in models.values() if each.known <= day]
        if known:
            newest = max(known, key=lambda each: (each.known, each.depth))
            assert list(register.as_of(day).manifest.deliveries) == newest.deliveries
