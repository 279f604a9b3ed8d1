"""A municipality decides how chances are used, in a file beside the register, before anybody is assessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from house.tree import DOCS
from pejl.home.folders import Home
from pejl.screening.advice.policy import NAME, BadPolicy, Policy, policy_of, read_policy


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert policy_of(Home(tmp_path)) == Policy()


def test_the_file_says_only_what_differs_and_the_mark_tells_policies_apart(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('name = "Fjordby 2027"\nrelease_below = 0.05\n', encoding="utf-8")
    found = policy_of(Home(tmp_path))
    assert (found.release_below, found.early_effort_from) == (0.05, Policy().early_effort_from)
    assert found.mark.startswith("Fjordby 2027:")
    assert found.hash == policy_of(Home(tmp_path)).hash
    assert found.hash != Policy(name="Fjordby 2027").hash


@pytest.mark.parametrize(
    ("landmark", "weeks_gone", "horizon"),
    [
        ("indgang", 4.4, 26),
        ("uge_13", 13.0, 26),
        ("uge_13", 21.9, 26),
        ("uge_13", 22.1, 39),
        ("uge_22", 22.0, 39),
        ("uge_22", 36.0, 52),
        ("uge_22", 49.0, None),
    ],
)
def test_the_horizon_follows_the_landmark_and_always_lies_ahead(
    landmark: str, weeks_gone: float, horizon: float | None
) -> None:
    assert Policy().horizon(landmark, weeks_gone) == horizon


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"release_below = 0.5", "under grænsen for tidlig indsats"),
        (b"releese = 0.1", "intet valg, der hedder releese"),
        (b"recheck_weeks = [4, 8]", "det første er senest efter 2 uger"),
        (b"recheck_weeks = [2, 2]", "i rækkefølge"),
        (b"horizons = {uge_4 = 20}", "20 uger er ikke en af horisonterne 8, 13, 22, 26, 39 og 52"),
        (b"horizons = {uge_5 = 26}", "»uge_5« er ikke et af nedslagene"),
        (b"expires_days = 0", "mindst 1"),
        (b"interval_over = 2", "højst være 1"),
        (b'own_first = "maybe"', "own_first kan ikke være 'maybe'"),
        (b'law_scenario = "moon"', "intet scenarie, der hedder »moon«"),
        (b'name = "Fjord\\u202eby"', "tegn, som ikke kan ses"),
        (b'name = "010180-1234"', "uden CPR-numre"),
        (b"release_below = nan", "release_below kan ikke være nan"),
        (b"[[", "ikke skrevet rigtigt"),
        (b"\xff", "ikke skrevet rigtigt"),
        (b"#" * 100_001, "for stor"),
    ],
)
def test_a_mistake_in_the_file_is_a_sentence_that_names_it(written: bytes, said: str) -> None:
    with pytest.raises(BadPolicy, match=r"screening\.toml") as refused:
        read_policy(written)
    assert said in str(refused.value)


@pytest.mark.parametrize("choice", Policy.model_fields)
def test_every_choice_is_told_to_whoever_runs_the_installation(choice: str) -> None:
    assert f"`{choice}" in (DOCS / "operation.md").read_text(encoding="utf-8")


def test_a_landmark_that_the_file_leaves_out_keeps_its_horizon() -> None:
    assert read_policy(b"horizons = {uge_8 = 39}").horizons == {**Policy().horizons, "uge_8": 39.0}
