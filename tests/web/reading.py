"""What the tests of the pages share: taking built documents in, and reading a page as plain text."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from django.test import Client

from pejl.minutes.document import Minutes
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.unreadable import Words
from pejl.record import services
from record.builders import as_file, reader

RECORD = "/referater/fjordby-kommune"
COMMITTEE = f"{RECORD}/beskaeftigelsesudvalg"


def reads_built() -> services.Installation:
    """The installation, with a reader of built documents."""
    refusal = Words("it is no document", "det er intet")
    return replace(services.installation(), read=reader(lambda name: Unreadable(name, refusal)))


def take_in(*documents: Minutes, municipality: str = "Fjordby Kommune", with_lines: bool = True) -> None:
    """Import the documents as files, by the services' own door. `with_lines`: see `builders.as_file`."""
    here = reads_built()
    for number, document in enumerate(documents, start=1):
        services.import_bytes(f"referat-{number}.txt", as_file(document, with_lines=with_lines), municipality, at=here)


def markup(address: str) -> str:
    """The page's HTML; the page must be there."""
    response = Client().get(address)
    assert response.status_code == 200, f"{address} answered {response.status_code}"
    return response.content.decode()


def main(address: str) -> str:
    """The HTML of what the page itself says, without its frame."""
    whole = markup(address)
    return whole[whole.index("<main") : whole.index("</main>")]


def words(fragment: str) -> str:
    """HTML as a reader reads it: no tags, single spaces, none before a sign that closes."""
    return re.sub(r" (?=[).,?])", "", " ".join(html.unescape(re.sub(r"<[^>]+>", " ", fragment)).split()))


def said(address: str) -> str:
    """What the page itself says, as plain text."""
    return words(main(address))


def link(address: str, text: str) -> str:
    """The address that the link with this text leads to, on the page at `address`."""
    found = re.search(rf'<a [^>]*href="([^"]*)"[^>]*>\s*{re.escape(html.escape(text))}', main(address))
    assert found, f"{address} has no link {text!r}"
    return html.unescape(found[1])
