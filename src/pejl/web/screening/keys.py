"""What a row of the waiting list is called on its page: a key that is good for its reader alone; see
`casework/row_keys.py`."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from pejl.register.hidden_persons import KEY_SIGNS, hidden_person, person_hidden
from pejl.register.kept import NothingKnown
from pejl.register.register import Register

ROW = "borger"
"""What forms call the key of a row."""
_KEY = re.compile(rf"[0-9a-f]{{{KEY_SIGNS}}}\Z")


def key_of(request: HttpRequest, person: str) -> str:
    """The person's key for this reader."""
    return hidden_person(person, _secret(request))


def person_asked(request: HttpRequest) -> str:
    """The person whose key was sent; "" for nobody."""
    key = request.POST.get(ROW, "")
    if not _KEY.match(key):
        return ""
    try:
        return person_hidden(Register(settings.HOME).newest(), key, _secret(request), "sick_leave_spells")
    except NothingKnown:
        return ""


def _secret(request: HttpRequest) -> str:
    return salted_hmac("pejl.screening.rows", str(request.user.pk), algorithm="sha256").hexdigest()
