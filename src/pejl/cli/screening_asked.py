"""What commands about persons and the log of screening ask for, and what can go wrong with them, each as a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.access.rights import SCREENING_DECIDE, SCREENING_PERSON
from pejl.acts.services import Unsigned
from pejl.cli.casework_looks import log_looks, see_may_look
from pejl.cli.console import UNUSABLE, remark
from pejl.cli.opening import opened
from pejl.intake.pseudonym import PSEUDONYM
from pejl.screening.services.questionnaires import NoLink
from pejl.screening.services.standing import AlreadySo

Person = Annotated[str, typer.Argument(metavar="PERSON", help="The citizen's pseudonym.")]
Named = Annotated[str, typer.Option("--who", metavar="NAME", help="The name of whoever does it.")]
Reason = Annotated[str, typer.Option("--why", metavar="REASON", help="The reason. It is kept: name nobody in it.")]


@contextmanager
def of_screening() -> Iterator[None]:
    """The installation opened; what cannot be done ends the command with its sentence."""
    with opened(mended=False):
        try:
            yield
        except (AlreadySo, NoLink, Unsigned) as trouble:
            remark(f"{trouble} Nothing was changed.")
            raise typer.Exit(UNUSABLE) from trouble


def looked_at(person: str, who: str, why: str, page: str) -> str:
    """The pseudonym, when the user may decide about persons and the look is in the log. Within `of_screening`."""
    pseudonym = person.strip()
    if not PSEUDONYM.match(pseudonym):
        remark("That is no pseudonym (p and 26 letters and digits).")
        raise typer.Exit(UNUSABLE)
    see_may_look(who, why, SCREENING_PERSON, SCREENING_DECIDE, asked="The command")
    log_looks(who, why, SCREENING_PERSON, [pseudonym], page)
    return pseudonym
