"""The rooms of the site and their Danish words, in the order of the menu. Only rooms that exist stand here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """An entry of the menu. `start` is the first part of the addresses that belong to the room."""

    word: str
    view: str
    starts: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Whether the page at `path` lies in this room."""
        if path == "/":
            return "/" in self.starts
        return any(start != "/" and path.startswith(start) for start in self.starts)


ROOMS = (
    Room("Forside", "front", ("/",)),
    Room("Referater", "bodies", ("/referater/", "/sager/", "/medlemmer/")),
    Room("Løfter", "promises", ("/loefter/",)),
    Room("Bevillinger", "money", ("/bevillinger/",)),
    Room("Søg", "search", ("/soeg/",)),
    Room("Arbejdslister", "casework", ("/arbejdslister/",)),
    Room("Screening", "screening", ("/screening/",)),
    Room("Lov", "law", ("/lov/",)),
    Room("Register", "register", ("/register/",)),
    Room("Om Pejl", "about", ("/om/",)),
)
