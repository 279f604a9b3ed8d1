"""The guides tell of the site that there is: its pages under their addresses, its outcomes under their words."""

from __future__ import annotations

import re

from house.addresses import routes
from house.tree import DOCS
from pejl.web.page.labels import FATES, OUTCOMES


def test_every_page_is_explained_under_its_address() -> None:
    document = (DOCS / "web.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `(/[^`]*)` \|", document, re.MULTILINE))
    addresses = {f"/{address}" for address, _ in routes()}
    pages = {re.sub(r"<\w+:", "<", address) for address in addresses if not address.startswith("/api/")}
    assert explained == pages


def test_the_users_guide_explains_every_outcome_in_the_words_of_the_site() -> None:
    assert words_explained("| Udfald | Det betyder |") == list(OUTCOMES.values())


def test_the_users_guide_explains_every_fate_of_a_clause_in_the_words_of_the_site() -> None:
    explained = [word for row in words_explained("| Endte som | Det betyder |") for word in row.split(", ")]
    assert sorted(explained) == sorted(FATES.values())


def test_every_table_of_a_page_begins_with_its_head() -> None:
    """A row that an empty line parts from its table is shown as a line of text."""
    for page in DOCS.rglob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines()
        for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
            if line.startswith("|") and not before.startswith("|"):
                assert after and not set(after) - set("|-: "), f"{page.name}: {line}"


def words_explained(heading: str) -> list[str]:
    """The first column of the table under that heading in the guide to the record."""
    guide = (DOCS / "brugervejledning" / "referater.md").read_text(encoding="utf-8")
    _, _, table = guide.partition(f"{heading}\n")
    return re.findall(r"^\| (\w[^|]+) \|", table.partition("\n\n")[0], re.MULTILINE)
