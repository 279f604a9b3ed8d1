"""More help may be suggested by the chance alone; it says what would change it, and when it cannot say anything."""

from __future__ import annotations

from typing import Any

import pytest

from pejl.screening.advice.early_effort import NOTHING_CHANGES
from pejl.screening.advice.facts import Value
from pejl.screening.advice.shapes import Advice, Kind, Says
from screening.advice_given import Simple, assessed

LITTLE_KNOWN = ("alder", "timer", "uddannelse", "sektor", "ventet_laege", "aarsag", "tilbage_i_job")


def early(changed: dict[str, Value] | None = None, **under: Any) -> Advice:
    found = assessed(changed, **under).of(Kind.TIDLIG_INDSATS)
    assert found is not None
    return found


def test_at_the_threshold_and_above_help_is_offered_and_below_it_is_not() -> None:
    # 0.04 + 0.30 for the cause is 0.34; one week more from the physician makes it 0.35.
    assert early({"aarsag": "kraeft"}).says is Says.SAEDVANLIG
    offered = early({"aarsag": "kraeft", "ventet_laege": 9.01})
    assert offered.says is Says.TILBYD_INDSATS
    assert offered.sentence.startswith("Tilbyd en tidlig indsats. Af 100 sygemeldte med samme oplysninger er 35 ")
    assert "26 uger" in offered.sentence


def test_help_needs_no_name_and_nothing_stands_against_it() -> None:
    offered = early({"aarsag": "kraeft", "ventet_laege": 20.0}, law=None)
    assert (offered.says, offered.needs_name, offered.hindrances) == (Says.TILBYD_INDSATS, False, ())


def test_after_22_weeks_the_chance_is_about_39_weeks() -> None:
    assert early(gone=22.0, landmark="uge_22").weeks == 39.0
    assert early(landmark="svar").weeks == 26.0


@pytest.mark.parametrize(
    ("under", "why"),
    [
        ({"model": Simple(unusual=0.991)}, "ligner ikke dem"),
        ({"model": Simple(half=0.4)}, "for usikker"),
        ({"gone": 50.0, "landmark": "uge_22"}, "længere, end modellen"),
        ({"changed": dict.fromkeys(LITTLE_KNOWN)}, "58 pct. af det, modellen bruger, er ikke oplyst"),
    ],
    ids=["unusual", "unsure", "too long", "little known"],
)
def test_where_no_score_can_be_given_it_is_an_ordinary_assessment_with_the_reason(
    under: dict[str, Any], why: str
) -> None:
    found = assessed(**under)
    assert why in found.abstained
    assert "sædvanlig vurdering" in found.abstained
    for advice in found.advice:
        assert (advice.chance, advice.low, advice.high, advice.usual) == (None, None, None, None)
    assert [advice.says for advice in found.advice] == [Says.SAEDVANLIG, Says.BEHOLD, Says.SAEDVANLIG]


def test_what_would_change_the_advice_is_tried_in_the_model_and_the_nearest_is_told() -> None:
    # 0.04 + 0.30 + 0.03 for »God« and not »Meget god« is 0.37; back to »Meget god« makes it 0.34.
    advice = early({"aarsag": "kraeft", "kontakt_arbejdsgiver": 4.0})
    contact, back = (
        next(change for change in advice.changes if change.feature == name)
        for name in ("kontakt_arbejdsgiver", "tilbage_i_job")
    )
    assert contact.sentence == (
        "Svarede borgeren »Meget god« og ikke »God« på »Hvordan er kontakten med din arbejdsgiver, mens du er syg?«, "
        "var det 34 af 100, og så ville tidlig indsats ikke blive foreslået."
    )
    assert contact.chance == pytest.approx(0.34)
    assert back.chance == pytest.approx(0.34)


def test_where_nothing_single_would_change_it_that_is_told() -> None:
    [change] = early({"aarsag": "kraeft", "ventet_laege": 40.0}).changes
    assert (change.sentence, change.chance) == (NOTHING_CHANGES, None)


def test_what_cannot_be_changed_and_what_is_not_known_is_never_named() -> None:
    advice = early({"aarsag": "kraeft", "ventet_laege": 9.5, "kontakt_arbejdsgiver": None})
    assert {change.feature for change in advice.changes} <= {"tilbage_i_job", "ventet_borger"}
