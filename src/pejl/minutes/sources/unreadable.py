"""Why a file cannot be read, as one sentence for the person who has the file, in English and in Danish."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The same words in both languages."""

    english: str
    danish: str


WHOLE_FILE = Words("the whole file", "hele filen")


class Refusal(Exception):
    """What a reader of one kind of file says when it gives up. It does not know the file's name; the door adds that."""

    def __init__(self, reason: Words, place: Words = WHOLE_FILE) -> None:
        super().__init__(reason.english)
        self.reason = reason
        self.place = place


class Unreadable(Exception):
    """A file that cannot be read: which, where in it, and why.

    `str()` is one English sentence and `danish` the same sentence in Danish; `name`, `place` and `reason` are its parts
    in English. `where_and_why` is place and reason without the name, in both languages.
    """

    def __init__(self, name: str, reason: Words, place: Words = WHOLE_FILE) -> None:
        self.name = name
        self.place = place.english
        self.reason = reason.english
        self.where_and_why = Words(
            f"{place.english}: {reason.english}" if place != WHOLE_FILE else reason.english,
            f"{place.danish}: {reason.danish}" if place != WHOLE_FILE else reason.danish,
        )
        self.danish = f"Kan ikke læse {printable(name)} ({place.danish}): {reason.danish}."
        super().__init__(f"Cannot read {printable(name)} ({place.english}): {reason.english}.")


def printable(name: str) -> str:
    """A file's name as it can stand in a sentence: on one line, and without what a terminal would act upon."""
    return "".join(sign if sign.isprintable() else "�" for sign in name)
