"""A list is no look: no whole pseudonym stands in its page, and what its buttons send is of no use to anybody else."""

from __future__ import annotations

import re

from django.test import Client

from access.people import a_user, logged_in
from casework.worklists.hand_made import pseudonym
from pejl.access.models import Look
from pejl.access.roles import CASEWORKER
from pejl.access.services import set_caseworker
from pejl.acts.models import Act
from pejl.casework.deadlines.key import DeadlineKey
from web.casework.test_marks_and_looks import LOOK, MARK, STARTS, shown_key

WHOLE = re.compile(r"p[a-z2-7]{26}")
LISTS = ("frist", "overskredet", "tabt", "bortfaldet", "alle")


def the_key(client: Client, address: str = "/arbejdslister/liste/frist/") -> str:
    """The key of the first row of a list."""
    (key, *_) = re.findall(r'name="frist" value="([^"]+)"', client.get(address).content.decode())
    return str(key)


def test_no_list_holds_a_whole_pseudonym(leader: Client) -> None:
    for name in LISTS:
        page = leader.get(f"/arbejdslister/liste/{name}/").content.decode()
        assert 'name="frist"' in page and not WHOLE.search(page), name
    assert not Look.objects.exists()


def test_a_marked_row_and_its_page_hold_none_either(lise: Client) -> None:
    whole = lise.post(MARK, {"frist": the_key(lise), "maerke": "udfoert"}).content.decode()
    part = lise.post(
        MARK, {"frist": shown_key(lise), "maerke": "fortryd"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Markeringen er gemt" in whole and "<tr" in part
    assert not WHOLE.search(whole) and not WHOLE.search(part)


def test_a_row_opens_the_case_and_the_look_is_in_the_log(lise: Client) -> None:
    key = the_key(lise)
    assert lise.post(LOOK, {"frist": key, "formaal": ""}).status_code == 200 and not Look.objects.exists()
    assert "Opslaget er skrevet i loggen" in lise.post(LOOK, {"frist": key, "formaal": "casework"}).content.decode()
    (look,) = Look.objects.all()
    assert (look.username, look.right, look.subject) == ("lise", "casework_person", pseudonym(0))


def test_nobody_marks_or_opens_by_a_pseudonym_that_they_were_not_shown(lise: Client) -> None:
    """Person 2 is in another team: what names the row in acts names it to nobody who was not shown it."""
    name = str(DeadlineKey("samtaler_kommune", pseudonym(2), STARTS))
    assert lise.post(MARK, {"frist": name, "maerke": "uenig"}).status_code == 404
    assert lise.post(LOOK, {"frist": name, "formaal": "casework"})["Location"].startswith("/arbejdslister/")
    assert not Act.objects.filter(subject=name).exists() and not Look.objects.exists()


def test_a_key_is_good_for_its_reader_alone(lise: Client) -> None:
    colleague = logged_in(a_user("bo", CASEWORKER))
    set_caseworker("bo", "s1", who="Prøve")
    assert the_key(lise) != the_key(colleague) and the_key(lise) == shown_key(lise)
    assert colleague.post(MARK, {"frist": the_key(lise), "maerke": "udfoert"}).status_code == 404
    assert colleague.post(MARK, {"frist": the_key(colleague), "maerke": "udfoert"}).status_code == 200


def test_after_a_look_at_another_teams_case_its_deadlines_can_be_marked(lise: Client) -> None:
    page = lise.post(LOOK, {"person": pseudonym(2), "formaal": "casework"}).content.decode()
    (key,) = set(re.findall(r'name="frist" value="([^"]+)"', page))
    assert lise.post(MARK, {"frist": key, "maerke": "udfoert"}).status_code == 200
