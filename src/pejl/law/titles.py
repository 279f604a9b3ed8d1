"""What a rule, an amount or a duty is called: its own Danish name where it has one, else that of its name."""

from __future__ import annotations

from pejl.law.label import heading
from pejl.law.rulebook import Rulebook


def title(book: Rulebook, name: str) -> str:
    """The title of anything in the law."""
    if name in book.parameters:
        return book.parameters[name].danish
    return next((duty.danish for duty in book.duties if duty.name == name), heading(name))
