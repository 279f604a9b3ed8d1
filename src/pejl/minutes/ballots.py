"""A vote while its sentences are being gathered: sides with names, parties and counts, each as the text states them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pejl.calendar.numbers import parse_number_word
from pejl.minutes.document import Lines, Outcome, PartyVotes, Tally, Vote
from pejl.minutes.outcome import outcome_of
from pejl.minutes.people import Named, is_party, read_parties, read_people
from pejl.minutes.statements import Statement

_COUNT = r"(?:\d{1,2}|[A-ZÆØÅÉa-zæøåé]{2,12})"
_SIDE_WORD = {
    "for": "for",
    "imod": "against",
    "mod": "against",
    "blankt": "abstain",
    "undlod": "abstain",
    "hverken": "abstain",
}
_IN_BRACKETS = r"(?:\s*\((?P<{name}>[^()]*(?:\([^()]*\)[^()]*)*)\))?"
_AGAINST_COUNT = re.compile(
    rf"\b(?:med\s+)?(?P<for>{_COUNT})\s+stemmer{_IN_BRACKETS.format(name='who_for')}\s+"
    rf"(?:for\s+(?:og\s+)?)?(?:mod|imod)\s+(?P<against>{_COUNT})\b(?:\s+stemmer)?{_IN_BRACKETS.format(name='who_against')}",
    re.IGNORECASE,
)
_COUNTED_SIDE = re.compile(
    rf"(?P<count>{_COUNT})\s+(?:stemmer?\s+|stemte\s+|medlem(?:mer)?\s+)?(?P<side>for|imod|blankt?|hverken|undlod)\b"
    rf"{_IN_BRACKETS.format(name='who')}",
    re.IGNORECASE,
)
_LEADING_COUNT = re.compile(
    rf"^(?P<count>{_COUNT})\s+(?:(?:medlem(?:mer)?|stemmer|udvalgsmedlem(?:mer)?)\s*[,:]?\s*|(?=\())(?P<who>.*)$",
    re.IGNORECASE,
)
_TRAILING_COUNT = re.compile(r"^(?P<who>.*\S)\s*\((?P<count>\d{1,3})\)$")
_LEAD_IN = re.compile(r"^(?:Et\s+(?:flertal|mindretal)\s+bestående\s+af|Medlemmerne\s+fra|Gruppen)\s+")


@dataclass
class Ballot:
    """A vote while its sentences are being gathered. `told` is an outcome said before the sides were."""

    on: str
    moved_by: str | None = None
    outcome: Outcome | None = None
    told: Outcome | None = None
    sides: dict[str, list[str]] = field(default_factory=lambda: {"for": [], "against": [], "abstain": []})
    parties: dict[str, list[str]] = field(default_factory=lambda: {"for": [], "against": [], "abstain": []})
    counts: dict[str, int | None] = field(default_factory=lambda: {"for": None, "against": None, "abstain": None})
    substitutes: list[str] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    @property
    def cast(self) -> bool:
        """Whether any side has been stated."""
        return (
            any(self.sides.values()) or any(self.parties.values()) or any(c is not None for c in self.counts.values())
        )

    def has(self, side: str) -> bool:
        """Whether names or parties of that side have been stated."""
        return bool(self.sides[side] or self.parties[side])

    def add(self, side: str, who: str) -> None:
        """Put the persons or parties that `who` lists on a side, with the count that stands before or after them."""
        who = unbracketed(who)
        if (counted := _TRAILING_COUNT.match(who)) or (counted := _LEADING_COUNT.match(who)):
            count = parse_count(counted["count"])
            if count is not None:
                self.counts[side], who = count, unbracketed(counted["who"])
        people: list[Named] = read_people(who)
        self.sides[side] += [person.name for person in people if person.name not in self.sides[side]]
        self.substitutes += [
            person.name for person in people if person.substitute and person.name not in self.substitutes
        ]
        if not people:
            parties = [party for party in read_parties(bare_list(who)) if is_party(party)]
            self.parties[side] += [party for party in parties if party not in self.parties[side]]

    def take_tally(self, text: str) -> None:
        """Take the counts that a sentence states ("med 5 stemmer for (A og V) og 2 imod"), and who stands beside."""
        if (against := _AGAINST_COUNT.search(text)) and (yes := parse_count(against["for"])) is not None:
            self.counts["for"], self.counts["against"] = yes, parse_count(against["against"])
            self.add("for", against["who_for"] or "")
            self.add("against", against["who_against"] or "")
            return
        if "stemme" not in text.lower() and "stemte" not in text.lower():
            return
        for found in _COUNTED_SIDE.finditer(text):
            if (count := parse_count(found["count"])) is not None:
                side = side_of(found["side"])
                self.counts[side] = count
                self.add(side, found["who"] or "")

    def as_vote(self, final: Outcome | None, by_clause: dict[int, Outcome]) -> Vote:
        """The vote, with the decision's outcome where it is on the recommendation and states none of its own."""
        outcome = self.outcome or self.told
        if outcome is None and self.on.startswith("recommendation"):
            clause = self.on.removeprefix("recommendation").strip()
            outcome = by_clause.get(int(clause), final) if clause else final
        if outcome is None and self.on == "proposal" and final and outcome_of(self.statements[0].text) is final:
            outcome = Outcome.ADOPTED  # what was proposed is what the body then did
        counts = Tally(**self.counts) if any(count is not None for count in self.counts.values()) else None
        return Vote(
            on=self.on,
            moved_by=self.moved_by,
            outcome=outcome or Outcome.NONE,
            **self.sides,
            substitutes=self.substitutes,
            stated=counts,
            parties=PartyVotes(**self.parties) if any(self.parties.values()) else None,
            text="\n".join(statement.text for statement in self.statements),
            lines=Lines(first=self.statements[0].line, last=max(s.line for s in self.statements)),
        )


def parse_count(printed: str) -> int | None:
    """A count in digits or words ("5", "Fem"), or None."""
    return int(printed) if printed.isdigit() else parse_number_word(printed)


def side_of(word: str) -> str:
    """The side that a word names: "imod" and "mod" are against, "blankt", "undlod" and "hverken" abstain."""
    first = word.lower().split()[0]
    return _SIDE_WORD.get(first.rstrip("e") if first.startswith("blanke") else first, "abstain")


def unbracketed(who: str) -> str:
    """A list without the brackets around the whole of it; those around a party letter stay."""
    bare = who.strip(" :.")
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def bare_list(who: str) -> str:
    """A list of parties without the words that lead up to it."""
    return _LEAD_IN.sub("", who.strip(" .():"))


def names_voters(who: str) -> bool:
    """Whether `who` names or counts those who voted."""
    who = unbracketed(who)
    counted = _LEADING_COUNT.match(who)
    if parse_count(who.strip()) is not None or (counted and parse_count(counted["count"]) is not None):
        return True
    return bool(read_people(who)) or bool(read_parties(bare_list(who)))
