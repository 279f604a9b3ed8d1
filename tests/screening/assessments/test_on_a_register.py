"""A small municipality with its own register and model: lists say what is computed, and a correction counts."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.register.register import Register
from pejl.register.snapshot import Snapshot
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Assessment, Kind
from pejl.screening.assessments.case import Correction
from pejl.screening.assessments.computing import computed
from pejl.screening.caseload.at_landmarks import at_landmarks
from pejl.screening.caseload.open_on import open_on
from pejl.screening.caseload.running import running
from pejl.screening.model.fitting import fit
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.training.recipe import recipe_for
from register.simulation.fjordby import LAST, loaded, made

pytestmark = pytest.mark.long
DAY = LAST + dt.timedelta(days=10)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return Register(loaded(made(4_000, 1), tmp_path_factory.mktemp("screening"), LAST).home).newest()


@pytest.fixture(scope="module")
def model(snapshot: Snapshot) -> HazardModel:
    rows = at_landmarks(snapshot)
    return fit(rows.spells, recipe_for(rows).model_copy(update={"penalties": (1.0,), "knots": 3}), seed=1)


def test_the_list_has_the_sick_leaves_that_are_assessed_at_the_landmarks_that_they_passed(snapshot: Snapshot) -> None:
    rows = open_on(snapshot, DAY)
    assessed = dict(zip(rows.ids["spell"].to_pylist(), rows.ids["landmark"].to_pylist(), strict=True))
    listed = {each.spell: each.landmark(DAY).word for each in running(snapshot, DAY)}
    assert listed == assessed and len(listed) > 20
    one = running(snapshot, DAY)[0]
    assert one.spell in {each.spell for each in running(snapshot, DAY, person=one.person)}


def test_what_was_corrected_is_what_is_computed_with(snapshot: Snapshot, model: HazardModel) -> None:
    spell = running(snapshot, DAY)[-1].spell
    policy = Policy()
    now = dt.datetime.now(dt.UTC)

    def assessed(*corrections: Correction) -> Assessment:
        found = computed(snapshot, spell, DAY, model, "m", policy, None, corrections)
        assert found is not None
        return found

    before = assessed()
    after = assessed(Correction("alder", before.inputs["alder"], 74.0, "lise", now, "CPR", told=False))
    unknown = assessed(Correction("alder", before.inputs["alder"], None, "lise", now, "CPR", told=False))
    assert (after.inputs["alder"], unknown.inputs["alder"]) == (74.0, None)
    assert len({before.id, after.id, unknown.id}) == 3 and before.spell == spell
    assert {each.kind for each in after.advice} == set(Kind)
    others = {name: value for name, value in after.inputs.items() if name != "alder"}
    assert others == {name: value for name, value in before.inputs.items() if name != "alder"}
