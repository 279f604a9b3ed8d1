"""What a row is called on a page: a key that says nothing about whom it is of, and is good for its reader alone.

A list shows the beginning of a pseudonym and is no look, so no whole pseudonym may stand in its page either, not even
in the value of a button. The key of a row is a hash of it under a secret of the reader's, and is found again among the
rows; whoever sends one has been shown the row, on a list of their own or after a look. Nobody can make one.
"""

from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from pejl.casework.deadlines.key import hidden_key
from pejl.casework.hidden_persons import citizen_hidden
from pejl.casework.informing.queries import letters
from pejl.casework.worklists.row import Row
from pejl.register.hidden_persons import KEY_SIGNS, hidden_person
from pejl.register.kept import NothingKnown
from pejl.register.register import Register
from pejl.web.casework.reading import EVERYTHING, opened_for

ROW, PERSON = "frist", "borger"
"""What forms call the key of a row, and that of a person."""
_KEY = re.compile(rf"[0-9a-f]{{{KEY_SIGNS}}}\Z")


class RowKeys:
    """Makes the keys of one reader."""

    def __init__(self, request: HttpRequest) -> None:
        self.secret = salted_hmac("pejl.casework.rows", str(request.user.pk), algorithm="sha256").hexdigest()

    def of(self, row: Row) -> str:
        """The key of the row."""
        return hidden_key(row.key, self.secret)

    def of_person(self, person: str) -> str:
        """The key of a person, on lists that are of persons and not of deadlines."""
        return hidden_person(person, self.secret)


def person_asked(request: HttpRequest) -> str:
    """The person whose key was sent, or whose row; "" for nobody."""
    key = request.POST.get(PERSON, "")
    if not _KEY.match(key):
        row = row_asked(request)
        return row.person if row else ""
    try:
        return citizen_hidden(Register(settings.HOME).newest(), key, RowKeys(request).secret, letters())
    except NothingKnown:
        return ""


def row_asked(request: HttpRequest) -> Row | None:
    """The row whose key was sent, whoever has the case: to have the key is to have been shown the row."""
    key = request.POST.get(ROW, "")
    if not _KEY.match(key):
        return None
    try:
        with opened_for(EVERYTHING) as found:
            return found.row_hidden(key, RowKeys(request).secret)
    except NothingKnown:
        return None
