"""The guides tell of the site that there is: its pages under their addresses, its outcomes under their words."""

from __future__ import annotations

import re

from house.addresses import routes
from house.tree import DOCS
from pejl.web.page.labels import OUTCOMES


def test_every_page_is_explained_under_its_address() -> None:
    document = (DOCS / "web.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `(/[^`]*)` \|", document, re.MULTILINE))
    addresses = {f"/{address}" for address, _ in routes()}
    pages = {re.sub(r"<\w+:", "<", address) for address in addresses if not address.startswith("/api/")}
    assert explained == pages


def test_the_users_guide_explains_every_outcome_in_the_words_of_the_site() -> None:
    guide = (DOCS / "brugervejledning" / "referater.md").read_text(encoding="utf-8")
    _, _, table = guide.partition("| Udfald | Det betyder |\n")
    assert re.findall(r"^\| (\w[^|]+) \|", table, re.MULTILINE) == list(OUTCOMES.values())
