"""Letters as acts: recorded all together or not at all, read back, and withdrawn by another act."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from access.people import PERSON
from casework.informing.july import MISSED, RULE, TEXT, asked, letter, register
from pejl.acts.models import Act
from pejl.casework.informing import queries, services
from pejl.casework.informing.letter import Letter
from pejl.casework.informing.state import State
from pejl.casework.informing.templates import template_named

pytestmark = pytest.mark.django_db


def test_a_letter_is_an_act_with_its_text_and_the_hash_of_it() -> None:
    services.record_letters([letter(PERSON, "2025-06-16")], who="Lise", via="site")
    act, template = Act.objects.get(), template_named(TEXT)
    assert template is not None
    assert (act.verb, act.subject, act.who) == ("casework.letter_sent", f"letter:{RULE}:{PERSON}", "Lise")
    assert act.detail == {
        "sent": "2025-06-16",
        "kind": "besked",
        "template": TEXT,
        "version": "1",
        "hash": template.hash,
        "right_from": "2025-07-01",
        "right_until": None,
        "via": "site",
    }
    (read,) = queries.letters(RULE)
    assert (read.number, read.person, read.template, read.hash) == (act.pk, PERSON, TEXT, template.hash)
    assert queries.letters() == [read] == queries.letters_to(PERSON)
    assert not queries.letters("udbetalt_sats=mindstesats") and not queries.letters("omfattet")


def test_all_who_were_missed_are_recorded_together_and_are_missed_no_more() -> None:
    sent = [letter(name, "2025-08-01") for name in MISSED]
    assert services.record_letters(sent, who="Lise", via="site") == 20
    rows = asked(register(), "2025-08-31", queries.letters(RULE))
    assert {rows[name].state for name in MISSED} == {State.LATE}


def test_where_one_cannot_be_recorded_none_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Iterator[Letter]:
        yield letter("overset0", "2025-08-01")
        raise OSError("the list could not be read")

    with pytest.raises(OSError, match="could not be read"):
        services.record_letters(broken(), who="Lise", via="site")
    with pytest.raises(services.Unsigned):
        services.record_letters([letter("overset0", "2025-08-01")], who=" ", via="site")
    assert not Act.objects.exists()


def test_a_letter_that_is_withdrawn_counts_no_more_and_stays_in_the_log() -> None:
    twice = [letter("overset0", "2025-06-16"), letter("overset0", "2025-06-20")]
    services.record_letters(twice, who="Lise", via="site")
    first, second = queries.letters(RULE)
    services.withdraw_letter(first.number, who="Else", why="Brevet kom retur")
    assert queries.letters(RULE) == [second]
    services.withdraw_letter(second.number, who="Else", why="Forkert person")
    assert asked(register(), "2025-08-31", queries.letters(RULE))["overset0"].state is State.MISSED
    assert [act.verb for act in Act.objects.order_by("pk")] == ["casework.letter_sent"] * 2 + [
        "casework.letter_withdrawn"
    ] * 2


def test_only_a_letter_that_counts_is_withdrawn_and_never_without_a_reason() -> None:
    services.record_letters([letter("overset0", "2025-06-16")], who="Lise", via="site")
    (sent,) = queries.letters(RULE)
    with pytest.raises(services.Unsigned):
        services.withdraw_letter(sent.number, who="Else", why=" ")
    services.withdraw_letter(sent.number, who="Else", why="Kom retur")
    for number in (sent.number, 0, 10**9):
        with pytest.raises(services.NoLetter):
            services.withdraw_letter(number, who="Else", why="Kom retur")
