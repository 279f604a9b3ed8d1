"""The whole site, page by page: every link leads somewhere, every anchor is there, and nothing closed shows."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

import pytest
from django.db import transaction
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker

from pejl.home.folders import Home
from record.builders import closed, item, member, minutes
from web.reading import take_in
from web.surface import asks_for_login

pytestmark = pytest.mark.django_db  # without a test so marked, a run of this file alone has no tables
SECRET = "Fortroligtvåben"  # noqa: S105
LINKS = re.compile(r'(?:href|src|hx-get|action)="([^"]*)"')
LAW = "/lov/"
IDS = re.compile(r'\bid="([^"]*)"')


@pytest.fixture(scope="module", params=["some", pytest.param("all", marks=pytest.mark.long)])
def pages(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, str]]:
    """Every page that the front page leads to, by address, of a record with Fjordby Kommune and a leaky closed item.

    Some documents of Fjordby's are every third.
    """
    home = Home(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch, override_settings(HOME=home), django_db_blocker.unblock():
        patch.setenv("PEJL_HOME", str(home.root))
        from pejl.record import fjordby, services  # noqa: PLC0415 - this file may be read before Django is ready

        with transaction.atomic():
            files = sorted(path for path in fjordby.FOLDER.iterdir() if path.suffix in {".md", ".txt", ".html"})
            for path in files if request.param == "all" else files[::3]:
                services.import_file(path, fjordby.MUNICIPALITY)
            leaky = closed(2, "Lukket sag", hidden=SECRET)
            take_in(
                minutes(item(1), leaky, members=[member("Asta Fjord", "A")], body="Udvalget for prøver"),
                with_lines=False,
            )
            yield crawled()
            transaction.set_rollback(True)


def crawled() -> dict[str, str]:
    client, found, waiting = Client(), dict[str, str](), ["/", "/soeg/?q=lukket", f"/soeg/?q={SECRET}"]
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith("/static/"):
            continue
        response = client.get(address)
        if asks_for_login(response):
            continue
        assert response.status_code == 200, f"{address} answered {response.status_code}"
        found[address] = response.getvalue().decode()
        if "html" not in response["Content-Type"]:
            continue
        for link in LINKS.findall(found[address]):
            whole = urljoin(address, html.unescape(link)).split("#")[0]
            if address.startswith(LAW) and whole.startswith("https://"):
                continue  # where a rule was read; nothing else on the site leads elsewhere
            # Each filter of a search combines with each other; one step into them is enough.
            if not (urlsplit(whole).path == "/soeg/" and urlsplit(address).path == "/soeg/"):
                waiting.append(whole)
    return found


def test_every_link_leads_to_a_page(pages: dict[str, str]) -> None:
    assert len(pages) > 150
    assert not [address for address in pages if address.startswith(("http:", "https:"))]


def test_every_anchor_that_a_link_names_is_on_its_page(pages: dict[str, str]) -> None:
    missing = []
    for address, page in pages.items():
        for link in LINKS.findall(page):
            target, _, anchor = urljoin(address, html.unescape(link)).partition("#")
            if anchor and target in pages and f'id="{anchor}"' not in pages[target]:
                missing.append((address, link))
    assert not missing


def test_no_page_uses_an_id_twice(pages: dict[str, str]) -> None:
    doubled = {
        address: twice
        for address, page in pages.items()
        if (twice := [name for name, times in Counter(IDS.findall(page)).items() if times > 1])
    }
    assert not doubled


def test_nothing_of_a_closed_item_but_number_and_title_is_anywhere(pages: dict[str, str]) -> None:
    telling = [address for address, page in pages.items() if SECRET.lower() in page.lower()]
    searched = [f"/soeg/?q={SECRET}", f"/soeg/atom.xml?q={quote(SECRET)}"]  # the reader's own word, said back
    assert sorted(telling) == searched
    assert "0 punkter" in re.sub(r"<[^>]+>", "", pages[searched[0]])
    assert "<entry>" not in pages[searched[1]]
    assert any("Lukket sag" in page for page in pages.values())
