"""Votes in a decision, each tied to what was voted on: an amendment, a clause, the recommendation, a proposal.

Only the decision of this meeting is read: a vote that the case text quotes from another board is not a vote here.
A motion opens a vote, the sides follow, and a sentence with the motion's outcome closes it. Names are those the text
gives; counts without names are kept as counts, sides by party as parties, and nothing is added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pejl.calendar.numbers import parse_number_word
from pejl.minutes.clauses import leading_clauses, referred_clause
from pejl.minutes.document import Lines, Outcome, PartyVotes, Tally, Vote
from pejl.minutes.outcome import outcome_of
from pejl.minutes.people import Named, is_party, read_parties, read_people
from pejl.minutes.statements import Statement

_COUNT = r"(?:\d{1,2}|[A-ZÆØÅÉa-zæøåé]{2,12})"
_AMENDMENT = r"(?:under)?ændringsforslag(?:et|ene)?"
_PROPOSAL = r"(?:mod|mindretals|alternativt?\s+|hoved)?forslag(?:et|ene)?"
_MOTION = re.compile(
    rf"^(?P<by>.{{1,160}}?)\s+(?:stillede|stiller|fremsatte|fremsætter|foreslog|foreslår|fremlagde|ønskede)\b"
    rf"(?P<what>.{{0,60}}?\b(?P<amendment>{_AMENDMENT})|.{{0,60}}?\b{_PROPOSAL}|,?\s+at\b)",
    re.IGNORECASE,
)
_MOTION_INVERTED = re.compile(
    r"\b[Ff]oresl(?:og|år)\s+(?P<by>(?!at\b)[^,.]{2,60}?),?\s+at\b|\b(?:[Ss]tillede|[Ff]remsatte)\s+(?P<mover>[A-ZÆØÅ][^,.:]{1,80}?)\s+"
    rf"(?:følgende\s+)?(?P<amendment>{_AMENDMENT})"
)
_MOTION_OF = re.compile(
    rf"^(?P<amendment>{_AMENDMENT})?(?(amendment)|{_PROPOSAL})\s*(?:\d+\s*)?(?:stillet\s+af|fra|fremsat\s+af)\s+"
    r"(?P<by>[^:.]+?)(?=\s+(?:om|til|blev|er|sættes|sattes|vedrørende|på)\b|[:.]|$)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:idet|mens|hvor|dog|hvorefter)\s+(?P<voters>.+\b(?:stemte|stemmer|undlod|undlader)\b.*)$"
)
_MAJORITY = re.compile(
    r"^Et\s+(?P<size>flertal|mindretal)\s*(?:bestående\s+af\s+|på\s+\w+\s+)?[(:,]?\s*(?P<who>[^()]*(?:\([^()]*\)[^()]*)*?)\)?,?\s+"
    r"(?:tiltrådte|godkendte|anbefalede|anbefaler|vedtog|kunne\s+(?P<cannot>ikke)?)\b",
    re.IGNORECASE,
)
_MOTION_NAMED = re.compile(rf"\b(?:(?P<amendment>{_AMENDMENT})|{_PROPOSAL})\b", re.IGNORECASE)
_TRAILING_TITLE = re.compile(r"^(?:(?:Udvalgs)?formanden?|Borgmesteren|Forvaltningen),?\s+(?=[A-ZÆØÅ])")

_SIDE_WORD = {
    "for": "for",
    "imod": "against",
    "mod": "against",
    "blankt": "abstain",
    "undlod": "abstain",
    "hverken": "abstain",
}
_STOOD = re.compile(
    r"^(?:Et\s+(?:flertal|mindretal)(?:\s+bestående\s+af)?,?\s*)?(?P<who>.+?)\s+(?:stemte|stemmer)\s+"
    r"(?P<side>for|imod|mod|blankt|hverken)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_HELD_BACK = re.compile(
    r"^(?P<who>.+?)\s+(?:undlod|undlader|undlod\s+herefter|afstod(?:\s+fra)?)\s+(?:at\s+(?:stemme|deltage\s+i\s+afstemningen)|afstemning\w*)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"^(?P<side>For|Imod|Mod|Hverken\s+for\s+eller\s+imod|Undlod(?:\s+at\s+stemme)?|Undlader|Blankt?|Blanke)"
    rf"(?P<object>\s+(?:forslaget|{_AMENDMENT}|indstillingen|Ad\.?\s*\d+))?(?:\s+stemte|\s+stemmer)?\s*(?P<colon>:)?\s*(?P<count>\d{{1,3}})?\s*(?P<who>.*)$",
    re.IGNORECASE,
)
_COUNTED_SIDES = re.compile(
    rf"(?P<count>{_COUNT})\s+(?:stemmer?|medlemmer|stemte|blanke)\s*(?P<side>for|imod|mod|blankt?|undlod|hverken)?",
    re.IGNORECASE,
)
_AGAINST_COUNT = re.compile(
    rf"\b(?:med\s+)?(?P<for>{_COUNT})\s+stemmer\s+(?:for\s+(?:og\s+)?)?(?:mod|imod)\s+(?P<against>{_COUNT})\b",
    re.IGNORECASE,
)
_LEADING_COUNT = re.compile(
    rf"^(?P<count>{_COUNT})\s+(?:medlem(?:mer)?|stemmer|udvalgsmedlem(?:mer)?)\s*[,:]?\s*(?P<who>.*)$", re.IGNORECASE
)
_OBJECT_IN_REST = re.compile(
    rf"\b(?:(?P<recommendation>indstillingen?s?)|(?P<amendment>{_AMENDMENT})|(?P<proposal>{_PROPOSAL}))\b",
    re.IGNORECASE,
)
_TO_VOTE = re.compile(
    r"\b(?:sat|sættes|bragt|kom)\s+(?:herefter\s+)?til\s+afstemning|\bstemt\s+om\b|\bafstemning\s+om\b", re.IGNORECASE
)


@dataclass
class _Ballot:
    """A vote while its sentences are being gathered."""

    on: str
    moved_by: str | None = None
    outcome: Outcome | None = None
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


@dataclass(frozen=True)
class Reading:
    """The votes of a decision and the statements that speak of nothing but them."""

    votes: list[Vote]
    used: frozenset[Statement]


def read_votes(statements: Iterable[Statement], final: Outcome | None, by_clause: dict[int, Outcome]) -> Reading:
    """The votes that a decision's sentences tell of.

    `final` is the outcome of the decision as a whole and `by_clause` that of single clauses: a vote on the
    recommendation that states no result of its own has them.
    """
    ballots: list[_Ballot] = []
    used: set[Statement] = set()
    for statement in statements:
        if _take(statement, ballots):
            used.add(statement)
    kept = [ballot for ballot in ballots if ballot.cast or ballot.outcome or ballot.on.startswith("amendment")]
    return Reading([_vote(ballot, final, by_clause) for ballot in kept], frozenset(used))


def _take(statement: Statement, ballots: list[_Ballot]) -> bool:
    """Add what the statement tells to the ballots; False when it tells nothing of a vote."""
    text = statement.text
    if motion := _motion(text):
        ballots.append(motion)
        motion.statements.append(statement)
        _take_tally(text, motion)
        return True
    if _take_side(statement, ballots):
        return True
    if _TO_VOTE.search(text):
        if (not ballots or ballots[-1].outcome is not None) and not outcome_of(text):
            ballots.append(_Ballot(_object_in(text, "recommendation")))
        if ballots:
            ballots[-1].statements.append(statement)
        if ballots and (outcome := outcome_of(text)):
            ballots[-1].outcome = outcome
            _take_tally(text, ballots[-1])
        return bool(ballots)
    return _take_result(statement, ballots)


def _motion(text: str) -> _Ballot | None:
    if "stemte" in text and not re.search(r"stillede|fremsatte", text):
        return None
    found = _MOTION_OF.match(text) or _MOTION_INVERTED.search(text) or _MOTION.match(text)
    if not found:
        return None
    parts = found.groupdict()
    mover = _TRAILING_TITLE.sub("", (parts.get("by") or parts.get("mover") or "").strip(" ,")) or None
    amendment = bool(parts.get("amendment"))
    clause = referred_clause(text)
    on = "amendment" if amendment else "proposal"
    if amendment and clause:
        on = f"amendment to recommendation {clause}"
    return _Ballot(on, moved_by=mover)


def _take_side(statement: Statement, ballots: list[_Ballot]) -> bool:
    clauses, text = leading_clauses(statement.text)
    if subordinate := _SUBORDINATE.search(text):
        _take_side(Statement(subordinate["voters"], statement.line), ballots)
        return False
    if (majority := _MAJORITY.match(text)) and _names_voters(majority["who"]):
        side = "for" if majority["size"].lower() == "flertal" and not majority["cannot"] else "against"
        _add_voters(_ballot_for(statement, "indstillingen", clauses, ballots, side), side, majority["who"])
        return False
    labelled = _LABELLED.match(text)
    if labelled and (labelled["colon"] or labelled["count"] or "stemte" in text[: labelled.start("who")].lower()):
        side = _side(labelled["side"])
        ballot = _ballot_for(statement, labelled["object"] or "", clauses, ballots, side)
        if labelled["count"]:
            ballot.counts[side] = int(labelled["count"])
        _add_voters(ballot, side, _unbracketed(labelled["who"]))
        return True
    stood, side = _STOOD.match(text), ""
    if stood:
        side = _side(stood["side"])
    else:
        stood, side = _HELD_BACK.match(text), "abstain"
    if not stood or not _names_voters(stood["who"]):
        return _take_counted(statement, clauses, ballots)
    ballot = _ballot_for(statement, stood["rest"] or "", clauses, ballots, side)
    who = _unbracketed(stood["who"])
    if (counted := _LEADING_COUNT.match(who)) and (count := parse_count(counted["count"])) is not None:
        ballot.counts[side] = count
        who = _unbracketed(counted["who"])
    _add_voters(ballot, side, who)
    return True


def _take_counted(statement: Statement, clauses: list[int], ballots: list[_Ballot]) -> bool:
    """A statement such as "Vedtaget med 5 stemmer for og 2 imod": the counts belong to the vote at hand."""
    tally = _Ballot("recommendation")
    _take_tally(statement.text, tally)
    if not tally.cast:
        return False
    ballot = _ballot_for(statement, statement.text, clauses, ballots, "for")
    ballot.counts.update({side: count for side, count in tally.counts.items() if count is not None})
    if _MOTION_NAMED.search(statement.text) and (outcome := outcome_of(statement.text)):
        ballot.outcome = outcome
        return True
    return outcome_of(statement.text) is None


def _take_result(statement: Statement, ballots: list[_Ballot]) -> bool:
    """A sentence that gives a motion's outcome ("Ændringsforslag forkastet") closes the vote on it."""
    named = _MOTION_NAMED.search(statement.text)
    outcome = outcome_of(statement.text)
    if not (named and outcome and ballots):
        return False
    ballot = next((b for b in reversed(ballots) if b.outcome is None and b.on != "recommendation"), None)
    if ballot is None:
        return False
    ballot.outcome = outcome
    ballot.statements.append(statement)
    return True


def _ballot_for(statement: Statement, rest: str, clauses: list[int], ballots: list[_Ballot], side: str) -> _Ballot:
    """The vote that a side belongs to: the one named, the open one, or a new one on the recommendation."""
    current = ballots[-1] if ballots else None
    on = _object_in(rest, "")
    clause = clauses[0] if len(clauses) == 1 else referred_clause(statement.text)
    if on == "recommendation" or (not on and clause):
        on = f"recommendation {clause}" if clause else "recommendation"
    if (
        current
        and current.on.startswith("amendment")
        and clause
        and current.on.endswith(f" {clause}")
        and current.outcome is None
    ):
        on = current.on
    fits = (
        current is not None
        and current.outcome is None
        and (
            not on
            or current.on == on
            or (on == "amendment" and current.on.startswith("amendment"))
            or (on == "proposal" and current.on != "recommendation" and not current.on.startswith("recommendation "))
        )
    )
    repeated = current is not None and (current.sides[side] or current.parties[side]) and side == "for"
    if current is not None and fits and not repeated:
        current.statements.append(statement)
        return current
    new = _Ballot(on or "recommendation")
    new.statements.append(statement)
    ballots.append(new)
    return new


def _object_in(text: str, default: str) -> str:
    found = _OBJECT_IN_REST.search(text)
    if not found:
        return default
    if found["recommendation"]:
        return "recommendation"
    return "amendment" if found["amendment"] else "proposal"


def _unbracketed(who: str) -> str:
    """A list without the brackets around the whole of it; those around a party letter stay."""
    bare = who.strip(" :.")
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def _names_voters(who: str) -> bool:
    counted = _LEADING_COUNT.match(who)
    if counted and parse_count(counted["count"]) is not None:
        return True
    return bool(read_people(who)) or bool(read_parties(_bare(who)))


def _add_voters(ballot: _Ballot, side: str, who: str) -> None:
    people: list[Named] = read_people(who)
    ballot.sides[side] += [person.name for person in people if person.name not in ballot.sides[side]]
    ballot.substitutes += [
        person.name for person in people if person.substitute and person.name not in ballot.substitutes
    ]
    if not people:
        ballot.parties[side] += [party for party in read_parties(_bare(who)) if is_party(party)]


def _bare(who: str) -> str:
    return re.sub(
        r"^(?:Et\s+(?:flertal|mindretal)\s+bestående\s+af|Medlemmerne\s+fra|Gruppen)\s+", "", who.strip(" .():")
    )


def _take_tally(text: str, ballot: _Ballot) -> None:
    if (against := _AGAINST_COUNT.search(text)) and (yes := parse_count(against["for"])) is not None:
        ballot.counts["for"], ballot.counts["against"] = yes, parse_count(against["against"])
        return
    for found in re.finditer(
        rf"(?P<count>{_COUNT})\s+(?:stemmer\s+|stemte\s+|medlemmer\s+)?(?P<side>for|imod|blankt?|hverken|undlod)\b",
        text,
        re.IGNORECASE,
    ):
        if "stemme" in text.lower() and (count := parse_count(found["count"])) is not None:
            ballot.counts[_side(found["side"])] = count


def parse_count(printed: str) -> int | None:
    """A count in digits or words ("5", "Fem"), or None."""
    return int(printed) if printed.isdigit() else parse_number_word(printed)


def _side(word: str) -> str:
    return _SIDE_WORD.get(
        word.lower().split()[0].rstrip("e") if word.lower().startswith("blanke") else word.lower().split()[0], "abstain"
    )


def _vote(ballot: _Ballot, final: Outcome | None, by_clause: dict[int, Outcome]) -> Vote:
    outcome = ballot.outcome
    if outcome is None and ballot.on.startswith("recommendation"):
        clause = ballot.on.removeprefix("recommendation").strip()
        outcome = by_clause.get(int(clause), final) if clause else final
    if outcome is None and ballot.on == "proposal" and final and outcome_of(ballot.statements[0].text) is final:
        outcome = Outcome.ADOPTED  # what was proposed is what the body then did
    counts = Tally(**ballot.counts) if any(count is not None for count in ballot.counts.values()) else None
    return Vote(
        on=ballot.on,
        moved_by=ballot.moved_by,
        outcome=outcome or Outcome.NONE,
        **ballot.sides,
        substitutes=ballot.substitutes,
        stated=counts,
        parties=PartyVotes(**ballot.parties) if any(ballot.parties.values()) else None,
        text="\n".join(statement.text for statement in ballot.statements),
        lines=Lines(first=ballot.statements[0].line, last=max(s.line for s in ballot.statements)),
    )
