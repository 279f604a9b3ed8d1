"""An assessment holds all that was said and all that it stands on, and is the same whenever it is computed again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

import numpy as np
import pytest

from pejl.screening.advice.assess import assess
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Assessment, Kind
from pejl.screening.features.declared import FEATURES
from pejl.screening.features.refusals import Refused
from screening.advice_given import DAY, POLICY, UNDER, Simple, assessed, rows_of


def test_three_pieces_of_advice_in_one_order_with_model_snapshot_policy_and_expiry() -> None:
    found = assessed()
    assert [advice.kind for advice in found.advice] == list(Kind)
    assert found.model == "2026-10-31-abc:" + "f" * 64
    assert (found.snapshot, found.policy) == ("2026-10-31-def", POLICY.mark)
    assert (found.day, found.expires) == (DAY, dt.date(2026, 11, 14))
    assert found.answered


def test_the_inputs_are_kept_as_they_went_in_and_their_hash_can_be_made_by_anybody() -> None:
    found = assessed({"alder": None})
    assert set(found.inputs) == set(Simple.recipe.features)
    assert (found.inputs["alder"], found.inputs["aarsag"]) == (None, "ulykke")
    written = json.dumps(found.inputs, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert found.input_hash == hashlib.sha256(written.encode()).hexdigest()


def test_the_same_case_is_the_same_assessment_and_anything_else_is_another() -> None:
    one = assessed()
    assert assessed() == one
    others = [
        assessed({"alder": 41.0}),
        assessed(snapshot_id="another"),
        assessed(model_id="another"),
        assessed(policy=Policy(name="x")),
        assessed(day=DAY + dt.timedelta(days=1)),
    ]
    assert len({one.id, *(other.id for other in others)}) == 6


def test_a_model_that_reads_something_undeclared_is_not_asked() -> None:
    with pytest.raises(Refused, match="er ikke erklæret"):
        assessed(features=[feature for feature in FEATURES if feature.name != "alder"])


def test_many_cases_are_assessed_as_each_by_itself_in_their_order() -> None:
    rows = rows_of({}, {"aarsag": "kraeft"}, {"ventet_laege": None}, {"tilbage_i_job": None})
    together = assess(rows, Simple(), **UNDER)
    alone = [assess(rows.only(np.array([row])), Simple(), **UNDER)[0] for row in range(len(rows))]
    assert list(together) == alone
    assert [found.spell for found in together] == ["S0", "S1", "S2", "S3"]
    assert assess(rows.only(np.array([], np.int64)), Simple(), **UNDER) == ()


def test_what_people_say_stands_beside_and_is_told_in_their_order() -> None:
    told = [reason.sentence for reason in assessed({"ventet_laege": None, "oensker_samtale": 1.0}).asked]
    assert told == [
        "Borgeren ventede ved anmeldelsen en sygemelding på 8 uger i alt.",
        "Arbejdsgiveren ventede ved anmeldelsen en sygemelding på 8 uger i alt.",
        "Borgeren svarer 9 af 10 på, hvor sikkert det er at være tilbage inden for et halvt år.",
        "Borgeren ønsker en samtale.",
        "Borgeren ønsker ikke en lægeattest.",
    ]


def test_what_is_missing_is_told_and_who_answered_nothing_counts_as_not_answered() -> None:
    nothing = dict.fromkeys(("tilbage_i_job", "kontakt_arbejdsgiver", "oensker_samtale", "attest_oensket"))
    silent = assessed(nothing)
    assert (silent.missing, silent.answered) == (("Svar på spørgeskemaet",), False)
    assert assessed({**nothing, "oensker_samtale": 1.0}).answered


def test_an_assessment_goes_through_json_unchanged() -> None:
    found = assessed({"ventet_laege": None})
    assert Assessment.model_validate_json(found.model_dump_json()) == found
