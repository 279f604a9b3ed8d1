"""The demo has a policy of its own, so that its law can be read; an installation's own decision is left alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pejl.home.folders import Home
from pejl.screening.advice.invented import decide
from pejl.screening.advice.law_of_day import law_for
from pejl.screening.advice.policy import NAME, policy_of


def test_the_demos_policy_names_the_scenario_by_which_its_law_is_read(tmp_path: Path) -> None:
    decide(Home(tmp_path))
    policy = policy_of(Home(tmp_path))
    assert (policy.name, policy.law_scenario) == ("Fjordby", "fjordby")
    assert law_for(policy, dt.date(2026, 10, 31)).duties("samtaler_sygedagpenge")


def test_what_was_decided_before_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('name = "Vores"\n', encoding="utf-8")
    decide(Home(tmp_path))
    assert policy_of(Home(tmp_path)).name == "Vores"
