"""In whose name open data is given: the installation's address, what it says of itself, its words and its pages."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from pejl.minutes.document import Status
from pejl.record.oparl.ground import Base
from pejl.record.oparl.system import About
from pejl.record.oparl.words import Words
from pejl.record.queries.bodies import only_municipality
from pejl.record.queries.oparl.places import Pages
from pejl.record.queries.oparl.told import Speaker
from pejl.web.base_address import base_address
from pejl.web.page import labels
from pejl.web.record import addresses

WORDS = Words(
    outcomes={outcome.value: word for outcome, word in labels.OUTCOMES.items()},
    roles={outcome.value: word for outcome, word in labels.ROLES.items()},
    stations=labels.STATIONS,
    kinds={kind.value: word for kind, word in labels.KINDS.items()},
    meeting="Møde i",
    substitute=labels.STATUSES[Status.SUBSTITUTE],
)

PAGES = Pages(
    municipality=addresses.municipality_address,
    body=addresses.body_address,
    meeting=addresses.meeting_address,
    item=addresses.item_address,
    case=addresses.case_address,
    person=addresses.person_address,
)


def speaker(request: HttpRequest) -> Speaker:
    """The installation, as the one who asked knows it."""
    about = About(
        name=settings.MUNICIPALITY or only_municipality() or "Pejl",
        license=settings.LICENSE,
        contact_name=settings.CONTACT_NAME,
        contact_email=settings.CONTACT_EMAIL,
        page=reverse("about"),
    )
    return Speaker(Base(base_address(request)), about, WORDS, PAGES)
