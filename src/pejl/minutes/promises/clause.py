"""A clause of a sentence with what is named in it, found when first asked for; and what a promise in it looks like."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from pejl.minutes.document import Role
from pejl.minutes.promises.people import (
    Named,
    NamedBody,
    administration_in,
    bodies_in,
    speaker_in,
    stranger_in,
)
from pejl.minutes.promises.promise import By, PromiseKind, Window
from pejl.minutes.promises.segments import Opening, Segment
from pejl.minutes.promises.things import Thing, find_things
from pejl.minutes.promises.times import Time, find_times

_MODAL = re.compile(
    r"(?<![^\W_])(?:vil|skal|forventer\s+at|forventes\s+at|ventes\s+at|planlægger\s+at|planlægges\s+at|påtænker\s+at|agter\s+at"
    r"|foreslår\s+(?:derfor\s+)?at|anbefaler\s+at|beder\s+\w+\s+om\s+at|om\s+at)(?![^\W_])",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<![^\W_])(?:blev|er\s+blevet|har|havde|var|besluttede|drøftede|godkendte|behandlede|vedtog|fik|skulle|ville|tog|gav"
    r"|pegede|orienterede|forelagde|modtog|er\s+(?:nu\s+|også\s+|allerede\s+)?(?:forelagt|behandlet|præsenteret|orienteret"
    r"|vedlagt|gennemført|drøftet|afrapporteret)|foreslog|svarede|(?<!at\s)kunne|lovet|stillede|stillet)(?![^\W_])",
    re.IGNORECASE,
)
_THIS_MEETING = re.compile(
    r"(?<![^\W_])(?:her|hermed|nu|allerede|i\s+dag|(?:i|med|på|ved)\s+(?:denne|dette|nærværende)\s+\w+|herunder|nedenfor"
    r"|på\s+mødet(?!\s+(?:den\s|d\.|i\s|[0-9]))|under\s+punktet)(?![^\W_])",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"(?<![^\W_])(?:foreslog|ønskede|stillede|opfordrede|spurgte)(?![^\W_])", re.IGNORECASE)
_DENIED = re.compile(r"(?<![^\W_])(?:ikke|ingen|næppe|aldrig)(?![^\W_])", re.IGNORECASE)
_UNTIMED = re.compile(r"(?<![^\W_])(?:løbende|efter\s+behov|altid|typisk|normalt|som\s+regel)(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a sentence stands: whose minutes, of which day, in which part of the item, and who writes there.

    `committee` is what "udvalget" means in the minutes of a body that is none, such as a council.
    """

    body: str
    made_on: dt.date | None
    role: Role
    author: str
    committee: str = ""

    @property
    def decides(self) -> bool:
        """Whether the body itself speaks."""
        return self.role == Role.DECISION

    @property
    def default(self) -> tuple[By, str]:
        """Who promises where the words name nobody."""
        return (By.COMMITTEE, self.body) if self.decides else (By.ADMINISTRATION, self.author)


@dataclass(frozen=True, slots=True)
class Found:
    """A promise as its clause tells it; `start` and `end` are where `what` stands in the sentence.

    `returns`: it is the case itself that comes back, so that withdrawing or postponing it is no end of the promise.
    """

    by: By
    by_name: str
    to: str
    kind: PromiseKind
    start: int
    end: int
    window: Window
    returns: bool = False


class Clause:
    """A clause. Positions are those of its own text, which begins at `offset` of the sentence."""

    def __init__(self, sentence: str, all_segments: list[Segment], place: int, scene: Scene) -> None:
        self.sentence, self.segments, self.place, self.scene = sentence, all_segments, place, scene
        segment = all_segments[place]
        self.offset, self.opening = segment.start, segment.opening
        self.text = sentence[segment.start : segment.end]

    @cached_property
    def times(self) -> list[Time]:
        """The times that it names, in their order."""
        return find_times(self.text, self.scene.made_on)

    @cached_property
    def things(self) -> list[Thing]:
        """The nouns in it that name what may be promised."""
        return find_things(self.text)

    @cached_property
    def bodies(self) -> list[NamedBody]:
        """The bodies named in it, those in the genitive left out."""
        return [body for body in bodies_in(self.text) if not self._genitive(body)]

    @cached_property
    def administration(self) -> Named | None:
        """The first part of the administration named in it."""
        return administration_in(self.text)

    @cached_property
    def stranger(self) -> Named | None:
        """The first named in it for whom the municipality cannot promise."""
        return stranger_in(self.text)

    @cached_property
    def speaker(self) -> Named | None:
        """The mayor or chair who says this, here or in the words that lead to it."""
        return speaker_in(self.sentence[: self.offset + len(self.text)])

    @cached_property
    def promising(self) -> bool:
        """False where the clause tells of what has been, of this very meeting, of what may be or is not to be."""
        if self.opening in {Opening.WHEN, Opening.IF, Opening.ASKED} or self._on_condition or self._only_proposed:
            return False
        if _PAST.search(self.text) or _DENIED.search(self.text) or _THIS_MEETING.search(self.text):
            return False
        return not (self.times and all(time.past for time in self.times))

    @property
    def untimed(self) -> bool:
        """Whether it speaks of what goes on all the time."""
        return bool(_UNTIMED.search(self.text))

    @property
    def _on_condition(self) -> bool:
        beside = self.segments[max(0, self.place - 1) : self.place + 2]
        return any(segment.opening == Opening.IF for segment in beside)

    @property
    def _only_proposed(self) -> bool:
        """Whether it is what somebody proposed: "foreslog borgmesteren, at sagen genoptages"."""
        segment = self.segments[self.place - 1] if self.place and self.opening == Opening.THAT else None
        return segment is not None and bool(_PROPOSED.search(self.sentence[segment.start : segment.end]))

    def modal_before(self, position: int) -> bool:
        """Whether "vil", "skal", "forventer at" or the like stands before `position`."""
        return bool(_MODAL.search(self.text[:position]))

    def neighbour(self, step: int) -> Clause | None:
        """The clause before (-1) or after (1), or None."""
        place = self.place + step
        if not 0 <= place < len(self.segments):
            return None
        return Clause(self.sentence, self.segments, place, self.scene)

    def own(self, body: NamedBody) -> bool:
        """Whether the body is the one whose minutes these are."""
        if not body.generic:
            return not self.scene.body or body.key == NamedBody(0, 0, self.scene.body, False).key
        return "udvalg" in self.scene.body.casefold() or not self.scene.body or "råd" in body.name.casefold()

    def name_of(self, body: NamedBody | None) -> str:
        """The body's name; that of the minutes' own body where none is named."""
        if body is None or (body.generic and self.own(body)):
            return self.scene.body
        return self.scene.committee or body.name if body.generic else body.name

    def _genitive(self, body: NamedBody) -> bool:
        printed = self.text[body.start : body.end]
        return printed.endswith("s") and not body.name.endswith("s")
