"""Keeping account of files that could not be taken in, until they, or others in their place, are."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from pejl.calendar.personal_numbers import masked_name
from pejl.minutes.sources.unreadable import Unreadable, Words
from pejl.record.archive import plain_name
from pejl.record.models import FailedArrival
from pejl.record.names import spaced
from pejl.record.services.storable import fitted


def note_failure(name: str, sha256: str, municipality: str | None, why: Words) -> None:
    """Note that the file came and why it was refused. The same file again is one note, with the latest reason."""
    shown = shown_name(name)
    same = Q(sha256=sha256) if sha256 else Q(sha256="", name=shown)
    FailedArrival.objects.filter(same).delete()
    FailedArrival.objects.create(
        name=shown,
        sha256=sha256,
        reason=why.english,
        danish=why.danish,
        municipality=fitted(FailedArrival, "municipality", spaced(municipality or "")),
        at=timezone.now(),
    )


def forget_failures(name: str, sha256: str, *, before: dt.datetime) -> None:
    """Forget that this content was refused, and that a file of this name was before that moment.

    Within one run two files of one name may lie in two folders, so a name tells only of earlier runs. A name that had
    to be masked tells nothing, since others look the same.
    """
    shown = shown_name(name)
    gone = Q(sha256=sha256)
    if shown == plain_name(name):
        gone |= Q(name=shown, at__lt=before)
    FailedArrival.objects.filter(gone).delete()


def our_fault(name: str, fault: Exception) -> Unreadable:
    """The refusal of a file that Pejl itself fails on."""
    kind = type(fault).__name__
    reason = Words(
        f"reading it failed ({kind}), which is a fault in Pejl",
        f"læsningen gik galt ({kind}), og det er en fejl i Pejl",
    )
    return Unreadable(name, reason)


def shown_name(name: str) -> str:
    """A file's name as everyone may see it: without folders, and without what passes for a CPR number."""
    return fitted(FailedArrival, "name", masked_name(plain_name(name)))
