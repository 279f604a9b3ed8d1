"""Families of layouts: one small description each, over one shared grammar of lines.

A description says by what signs the layout is known, where an item begins and where its title stands, and which
labels it has of its own. It names no place, no person and no document. The descriptions lie in `families/`, one file
each; the family whose reading explains most of the text is chosen, and `general` stands in when none of them is
known.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from pejl.minutes.document import Role
from pejl.minutes.labels import Labels

How = Literal["line", "label", "titled", "page"]
TitleAt = Literal["here", "after", "before", "none"]


@dataclass(frozen=True)
class Family:
    """How one layout marks its items.

    how: "line" - a line that matches `start` begins an item; "label" - a label of `opens` begins one when a decision
    has been passed; "titled" - an unlabelled line directly before a label of `opens` does; "page" - the text is one
    item. sure: a start line needs no evidence around it, since nothing else looks like it.
    """

    name: str
    about: str
    signs: tuple[re.Pattern[str], ...]
    how: How
    start: tuple[re.Pattern[str], ...]
    title: TitleAt
    sure: bool
    opens: frozenset[str]
    labels: Labels
    furniture: tuple[re.Pattern[str], ...]

    def fits(self, text: str) -> bool:
        """Whether every sign of the layout is somewhere in the text (lines without markup, joined by newlines)."""
        return all(sign.search(text) for sign in self.signs)


@cache
def families() -> tuple[Family, ...]:
    """All declared families, the most particular first; `general` descriptions come last."""
    folder = resources.files("pejl.minutes") / "families"
    read = [
        _family(file.name, tomllib.loads(file.read_text("utf-8")))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(read, key=lambda family: (-len(family.signs), family.name)))


def _family(file: str, told: dict[str, Any]) -> Family:
    items = told["items"]
    return Family(
        name=file.removesuffix(".toml"),
        about=told["about"],
        signs=tuple(re.compile(sign, re.MULTILINE) for sign in told.get("signs", [])),
        how=items["how"],
        start=tuple(re.compile(start) for start in items.get("start", [])),
        title=items.get("title", "here"),
        sure=items.get("sure", False),
        opens=frozenset(label.casefold() for label in items.get("opens", [])),
        labels=Labels({label.casefold(): Role(role) for label, role in told.get("labels", {}).items()}),
        furniture=tuple(re.compile(line) for line in told.get("furniture", [])),
    )
