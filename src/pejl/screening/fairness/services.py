"""Verbs of the audit table: allowed, filled, used, emptied. Each is an act; no value is told without one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from pejl.acts.services import Unsigned, record_act
from pejl.calendar.days import danish_day
from pejl.calendar.rows import in_a_row
from pejl.calendar.written_words import one_line
from pejl.register.small_counts import rounded
from pejl.screening.fairness.basis import LONGEST_DAYS, Basis, NotAllowed, plain_word
from pejl.screening.fairness.models import AuditValue
from pejl.screening.fairness.queries import basis_now
from pejl.screening.fairness.verbs import SUBJECT, Verb

__all__ = ["NotAllowed", "Unsigned", "allow", "delete_old", "forget", "import_values", "values_for_test", "withdraw"]

AT_ONCE = 5_000


@transaction.atomic
def allow(law: str, attributes: Iterable[str], *, until: dt.date, who: str, why: str) -> None:
    """Allow that these attributes are kept until a day, for tests of unequal treatment. It takes the place of what was
    allowed before; attributes that are no longer allowed are deleted. Raises `NotAllowed` and `Unsigned`."""
    today, wanted = timezone.localdate(), sorted({plain_word(each) for each in attributes})
    if not law.strip() or not wanted:
        raise NotAllowed("Skriv hjemlen, og hvilke kendetegn den giver lov til at bruge.")
    if not today < until <= today + dt.timedelta(days=LONGEST_DAYS):
        raise NotAllowed(f"Sidste dag skal ligge i fremtiden og højst {LONGEST_DAYS} dage frem.")
    detail = {"basis": one_line(law), "attributes": wanted}
    record_act(Verb.ALLOWED, SUBJECT, who=who, why=one_line(why), detail={**detail, "until": until.isoformat()})
    AuditValue.objects.exclude(attribute__in=wanted).delete()
    AuditValue.objects.filter(kept_until__gt=until).update(kept_until=until)


@transaction.atomic
def withdraw(*, who: str, why: str) -> int:
    """Withdraw what was allowed, and delete every value. Returns how many went. Raises `NotAllowed`, `Unsigned`."""
    if basis_now() is None:
        raise NotAllowed("Der er ikke givet lov til noget.")
    gone, _ = AuditValue.objects.all().delete()
    detail = {"values": rounded(gone).as_data()}
    record_act(Verb.WITHDRAWN, SUBJECT, who=who, why=one_line(why), detail=detail)
    return gone


@transaction.atomic
def import_values(values: Mapping[str, str], attribute: str, *, via: str, who: str, why: str) -> int:
    """Keep a value of an attribute for each person, in the place of an earlier one. Raises `NotAllowed`, `Unsigned`."""
    word = plain_word(attribute)
    basis, now = _allowed(word), timezone.now()
    detail = {"attribute": word, "persons": rounded(len(values)).as_data(), "via": via}
    record_act(Verb.IMPORTED, SUBJECT, who=who, why=one_line(why), detail=detail)
    rows = [
        AuditValue(person=person, attribute=word, value=value, basis=basis.number, kept_until=basis.until, added_at=now)
        for person, value in values.items()
    ]
    AuditValue.objects.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["person", "attribute"],
        update_fields=["value", "basis", "kept_until", "added_at"],
    )
    return len(rows)


@transaction.atomic
def values_for_test(attribute: str, *, model: str, who: str, why: str) -> dict[str, str]:
    """The value of each person, for one test of one model. That it was asked for is written first.

    Raises `NotAllowed` and `Unsigned`.
    """
    word = plain_word(attribute)
    _allowed(word)
    _delete_old()
    detail = {"attribute": word, "model": model}
    record_act(Verb.USED, SUBJECT, who=who, why=one_line(why), detail=detail)
    return dict(AuditValue.objects.filter(attribute=word).values_list("person", "value"))


@transaction.atomic
def delete_old() -> int:
    """The deletion job: delete what may not be kept any longer. Returns how many went; an act says so where any did."""
    return _delete_old()


@transaction.atomic
def forget(person: str) -> int:
    """Delete what is kept of a person whom the register forgets; the act of that is the register's."""
    gone, _ = AuditValue.objects.filter(person=person).delete()
    return gone


def _allowed(attribute: str) -> Basis:
    basis, today = basis_now(), timezone.localdate()
    if basis is None:
        raise NotAllowed(
            "Der er ikke givet lov til at bruge følsomme kendetegn. Det kræver en hjemmel, som skrives først."
        )
    if today > basis.until:
        raise NotAllowed(f"Det var tilladt til og med {danish_day(basis.until)} og er det ikke længere.")
    if not basis.covers(attribute, today):
        raise NotAllowed(f"Det er ikke tilladt at bruge »{attribute}«, kun {in_a_row(basis.attributes)}.")
    return basis


def _delete_old() -> int:
    today = timezone.localdate()
    gone, _ = AuditValue.objects.filter(kept_until__lt=today).delete()
    if gone:
        detail = {"values": rounded(gone).as_data(), "day": today.isoformat()}
        record_act(Verb.DELETED, SUBJECT, who="Pejl", detail=detail)
    return gone
