"""Recording what people did. An act is only added; nothing here changes or removes one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from pejl.acts.models import Act
from pejl.acts.verb import Verb
from pejl.calendar.personal_numbers import masked
from pejl.calendar.written_words import without_unseen


class Unsigned(ValueError):
    """An act without a name, or without the reason that its verb needs. `str()` says what is missing."""


def record_act(
    verb: Verb,
    subject: str,
    *,
    who: str,
    why: str = "",
    detail: Mapping[str, Any] | None = None,
    at: dt.datetime | None = None,
) -> Act:
    """Record that `who` did `verb` to `subject`. Raises `Unsigned` where the name or a needed reason is missing.

    A reason is shown to everyone, and an act is never changed: signs that nobody sees go, and then what passes as a CPR
    number is hidden, before it is kept.
    """
    name, reason = masked(" ".join(without_unseen(who).split())), masked(without_unseen(why).strip())
    if not name:
        raise Unsigned("An act needs the name of the person who does it.")
    if verb.needs_reason and not reason:
        raise Unsigned(f"“{verb.value}” needs a reason.")
    return Act.objects.create(
        verb=verb.value, subject=subject, who=name, why=reason, at=at or timezone.now(), detail=dict(detail or {})
    )
