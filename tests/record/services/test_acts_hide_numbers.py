"""What is kept of a person's act, whose reason everyone may read."""

from __future__ import annotations

import pytest

from pejl.acts.services import record_act
from pejl.record.acts import Verb


@pytest.mark.django_db
def test_a_cpr_number_in_a_reason_is_hidden_before_the_act_is_kept() -> None:
    act = record_act(Verb.DROP_PROMISE, "promise:x", who="Asta 010170-1234", why="Klagen fra 010170-1234 er lukket.")
    act.refresh_from_db()
    assert "1234" not in act.who + act.why
    assert act.why == "Klagen fra [CPR-nummer skjult] er lukket."
