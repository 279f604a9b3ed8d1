"""Sensitive attributes: none without a legal basis, none told without an act, none longer than was allowed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from pejl.acts.models import Act
from pejl.intake.key import Key
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.intake.short_list import NoFile
from pejl.screening.fairness import services
from pejl.screening.fairness.basis import NotAllowed, plain_word
from pejl.screening.fairness.importing import read_values
from pejl.screening.fairness.models import AuditValue
from pejl.screening.fairness.queries import basis_now, held

pytestmark = pytest.mark.django_db
WHO = {"who": "Else Brandt", "why": "Prøve før ibrugtagning"}
P1, P2 = "p" + "a" * 26, "p" + "b" * 26


def allow(*attributes: str, days: int = 30) -> None:
    until = timezone.localdate() + dt.timedelta(days=days)
    services.allow("En lov § 1", attributes or ("oprindelse",), until=until, **WHO)


def keep(**values: str) -> int:
    return services.import_values(values or {P1: "gruppe 1", P2: "gruppe 2"}, "oprindelse", via="file:1", **WHO)


def test_nothing_is_kept_before_somebody_wrote_the_legal_basis() -> None:
    with pytest.raises(NotAllowed, match="kræver en hjemmel"):
        keep()
    with pytest.raises(NotAllowed, match="kræver en hjemmel"):
        services.values_for_test("oprindelse", model="m", **WHO)
    assert not AuditValue.objects.exists() and not Act.objects.exists()


def test_what_is_allowed_is_kept_told_once_and_each_is_an_act() -> None:
    allow()
    assert keep() == 2
    assert keep(**{P1: "gruppe 2"}) == 1
    assert services.values_for_test("oprindelse", model="2026-x", **WHO) == {P1: "gruppe 2", P2: "gruppe 2"}
    assert held() == {"oprindelse": 2}
    acts = list(Act.objects.all())
    assert [act.verb.removeprefix("screening.audit_") for act in acts] == ["allowed", "imported", "imported", "used"]
    assert acts[-1].detail == {"attribute": "oprindelse", "model": "2026-x"}
    assert P1 not in str([act.detail for act in acts])


def test_only_what_was_named_is_allowed() -> None:
    allow("oprindelse")
    with pytest.raises(NotAllowed, match="kun oprindelse"):
        services.import_values({P1: "x"}, "tro", via="file:1", **WHO)


@pytest.mark.parametrize("days", [0, -1, 10_000])
def test_it_is_allowed_for_a_time(days: int) -> None:
    with pytest.raises(NotAllowed, match="Sidste dag"):
        allow(days=days)


@pytest.mark.parametrize(("law", "attributes"), [(" ", ("oprindelse",)), ("En lov", ())])
def test_a_basis_says_which_law_and_which_attributes(law: str, attributes: tuple[str, ...]) -> None:
    with pytest.raises(NotAllowed, match="Skriv hjemlen"):
        services.allow(law, attributes, until=timezone.localdate() + dt.timedelta(days=3), **WHO)


def test_when_it_ran_out_nothing_is_told_and_the_deletion_job_empties_it(monkeypatch: pytest.MonkeyPatch) -> None:
    allow(days=5)
    keep()
    later = timezone.localdate() + dt.timedelta(days=6)
    monkeypatch.setattr(timezone, "localdate", lambda *_: later)
    with pytest.raises(NotAllowed, match="ikke længere"):
        services.values_for_test("oprindelse", model="m", **WHO)
    assert services.delete_old() == 2
    assert services.delete_old() == 0
    assert Act.objects.filter(verb="screening.audit_deleted").count() == 1


def test_withdrawing_deletes_everything() -> None:
    allow()
    keep()
    assert services.withdraw(**WHO) == 2
    assert basis_now() is None and not held()
    with pytest.raises(NotAllowed):
        services.withdraw(**WHO)


def test_a_narrower_basis_deletes_what_it_does_not_cover() -> None:
    allow("oprindelse", "tro")
    keep()
    services.import_values({P1: "x"}, "tro", via="file:1", **WHO)
    allow("tro", days=3)
    assert held() == {"tro": 1}
    assert AuditValue.objects.get().kept_until == timezone.localdate() + dt.timedelta(days=3)


def test_a_person_whom_the_register_forgets_goes_here_too() -> None:
    allow()
    keep()
    assert services.forget(P1) == 1
    assert services.values_for_test("oprindelse", model="m", **WHO) == {P2: "gruppe 2"}


def test_nothing_is_done_without_a_name_and_a_reason() -> None:
    with pytest.raises(services.Unsigned):
        services.allow("Lov", ["oprindelse"], until=timezone.localdate() + dt.timedelta(days=3), who="Else", why="")
    allow()
    with pytest.raises(services.Unsigned):
        services.values_for_test("oprindelse", model="m", who="", why="fordi")


def test_numbers_become_pseudonyms_and_bad_lines_are_told_by_their_number() -> None:
    pseudonyms = Pseudonyms(Key(b"x" * 32), "fjordby")
    content = "Borger;Værdi\n17;Gruppe 1\n18;0101901234\n;Gruppe 2\n17;Gruppe 2\n".encode("cp1252")
    read = read_values(content, pseudonyms, Identifier.OWN)
    assert list(read.values.values()) == ["gruppe 2"]
    assert [line for line, _ in read.faults] == [3, 4]
    assert "0101901234" not in str(read.faults)
    with pytest.raises(NoFile, match="to kolonner"):
        read_values(b"navn;alder\n1;2\n", pseudonyms, Identifier.OWN)


@pytest.mark.parametrize("word", ["", "x" * 41, "0101901234", "alle", "ukendt", "<b>", "a\nb;c"])
def test_a_value_is_a_short_word(word: str) -> None:
    with pytest.raises(NotAllowed):
        plain_word(word)
