"""One part of a TOML file: what stands under its keys, as what it must be, or a sentence that says what to write."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence

from pejl.intake.faults import Refused
from pejl.intake.rows.headings import shown


class Words:
    """The keys of one part. `where` names the part in sentences; a key that is not `allowed` is refused at once."""

    def __init__(self, where: str, values: Mapping[str, object], allowed: Sequence[str]) -> None:
        self.where = where
        self.values = values
        for key in values:
            if key not in allowed:
                raise Refused(f"{where}: »{shown(key)}« betyder ikke noget her. {near(key, allowed)}")

    def text(self, key: str) -> str | None:
        """A text, without spaces at its ends; None where the key is not there."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise Refused(
                f'{self.where}: {key} skal være en tekst i anførselstegn. Skriv {key} = "…", eller slet linjen.'
            )
        return value if value == "\t" else value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a text alone is a list of one."""
        value = self.values.get(key, [])
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(each, str) and each.strip() for each in listed):
            raise Refused(f'{self.where}: {key} skal være en liste af tekster. Skriv {key} = ["…", "…"].')
        return tuple(each.strip() for each in listed)

    def number(self, key: str) -> int | None:
        """A whole number from 1 on; None where the key is not there."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise Refused(f"{self.where}: {key} skal være et linjenummer fra 1 og op, uden anførselstegn.")
        return value

    def mapping(self, key: str) -> Mapping[str, object]:
        """A part of its own; an empty one where the key is not there."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise Refused(f"{self.where}: {key} skal være et afsnit, [{key}], med en linje for hvert navn.")
        return value

    def one_of(self, key: str, allowed: Sequence[str]) -> str | None:
        """One of some words; None where the key is not there."""
        value = self.text(key) if self.values.get(key) != "\t" else "\t"
        if value is not None and value not in allowed:
            raise Refused(f'{self.where}: {key} = "{shown(value)}" betyder ikke noget. {near(value, allowed)}')
        return value


def near(word: str, allowed: Iterable[str]) -> str:
    """The right word that is nearest, and all of them."""
    words = list(allowed)
    folded = {each.casefold(): each for each in words}
    found = difflib.get_close_matches(word.casefold(), folded, 1, 0.6)
    guess = f"Mener du {_quoted(folded[found[0]])}? " if found else ""
    return f"{guess}Her kan stå {', '.join(_quoted(each) for each in words)}."


def _quoted(word: str) -> str:
    return "»\\t«" if word == "\t" else f"»{word}«"
