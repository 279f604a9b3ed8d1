"""Votes in a decision, each tied to what was voted on: an amendment, a clause, the recommendation, a proposal.

Only the decision of this meeting is read: a vote that the case text quotes from another board is not a vote here.
A motion opens a vote, the sides follow, and a sentence with the motion's outcome closes it. Names are those the text
gives; counts without names are kept as counts, sides by party as parties, and nothing is added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pejl.minutes.ballots import Ballot, names_voters, parse_count, side_of
from pejl.minutes.clauses import leading_clauses, referred_clause
from pejl.minutes.document import Outcome, Vote
from pejl.minutes.outcome import outcome_of
from pejl.minutes.people import looks_like_name, read_person
from pejl.minutes.statements import Statement

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
    rf"^(?:Et\s+|Følgende\s+)?(?P<amendment>{_AMENDMENT})?(?(amendment)|{_PROPOSAL})\s*(?:\d+\s*)?"
    r"(?:stillet\s+af|fra|fremsat\s+af)\s+(?P<by>[^:(]{1,80}?(?:\s*\([^()]{1,24}\))?)"
    r"(?=\s+(?:om|til|blev|er|sættes|sattes|vedrørende|på)\b|:|(?<![A-ZÆØÅ])\.(?:\s|$)|$)",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r",?\s*\b(?:idet|mens|hvor|dog|hvorefter)\s+"
    r"|,?\s+og\s+(?=(?:[0-9]{1,2}|en|én|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti)\s(?:medlem(?:mer)?\s)?(?:stemte|undlod)\b)"
)
_MOST_PARTS = 20
_VOTE_VERB = re.compile(r"\b(?:stemte|stemmer|undlod|undlader)\b", re.IGNORECASE)
_ANOTHER_COUNT = re.compile(r"\b\d{1,2}\s+(?:stemte|stemmer?|undlod)\b", re.IGNORECASE)
_OWN_AMENDMENT = re.compile(
    r"^(?!For\b|Imod\b|Mod\b)(?P<by>[A-ZÆØÅ].{0,80}?)s?\s+(?:ændringsforslag|forslag)(?:et)?\s*:\s*(?=\S)"
)
_MAJORITY = re.compile(
    r"^Et\s+(?P<size>flertal|mindretal)\s*(?:bestående\s+af\s+|på\s+\w+\s+)?[(:,]?\s*(?P<who>[^()]*(?:\([^()]*\)[^()]*)*?)\)?,?\s+"
    r"(?:tiltrådte|godkendte|anbefalede|anbefaler|vedtog|kunne\s+(?P<cannot>ikke)?)\b",
    re.IGNORECASE,
)
_MOTION_NAMED = re.compile(rf"\b(?:(?P<amendment>{_AMENDMENT})|{_PROPOSAL})\b", re.IGNORECASE)
_TRAILING_TITLE = re.compile(r"^(?:(?:Udvalgs)?formanden?|Borgmesteren|Forvaltningen),?\s+(?=[A-ZÆØÅ])")

_STOOD = re.compile(
    r"^(?:Et\s+(?:flertal|mindretal)(?:\s+på\s+(?P<size>\w{1,6})(?:\s+medlemmer)?(?=[\s(:,]))?(?:\s+bestående\s+af)?[,:]?\s*)?"
    r"(?P<who>.+?)\s+(?:stemte|stemmer)\s+(?P<side>for|imod|mod|blankt|hverken)\b(?P<rest>.*)$",
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
_BRACKETED = re.compile(r"\((?P<who>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_RESULT_AHEAD = re.compile(
    r"\bmed\s+(?:følgende\s+)?stemmer(?:ne)?\s*:?$|\bstemmerne\s+fordelte\s+sig\b", re.IGNORECASE
)
_OBJECT_IN_REST = re.compile(
    rf"\b(?:(?P<recommendation>indstillingen?s?)|(?P<amendment>{_AMENDMENT})|(?P<proposal>{_PROPOSAL}))\b",
    re.IGNORECASE,
)
_TO_VOTE = re.compile(
    r"\b(?:sat|sættes|bragt|kom)\s+(?:herefter\s+)?til\s+afstemning|\bstemt\s+om\b|\bafstemning\s+om\b", re.IGNORECASE
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
    ballots: list[Ballot] = []
    used: set[Statement] = set()
    for statement in statements:
        if _take(statement, ballots):
            used.add(statement)
    kept = [ballot for ballot in ballots if ballot.cast or ballot.outcome or ballot.on.startswith("amendment")]
    return Reading([ballot.as_vote(final, by_clause) for ballot in kept], frozenset(used))


def _take(statement: Statement, ballots: list[Ballot]) -> bool:
    """Add what the statement tells to the ballots; False when it tells nothing of a vote."""
    text = statement.text
    if own := _OWN_AMENDMENT.match(text):
        _turn_to(own["by"], ballots)
        statement = Statement(text[own.end() :], statement.line)
        text = statement.text
    if motion := _motion(text):
        ballots.append(motion)
        motion.statements.append(statement)
        motion.take_tally(text)
        return True
    if _RESULT_AHEAD.search(text) and (told := outcome_of(text)):
        clauses = leading_clauses(text)[0]
        on = f"recommendation {clauses[0]}" if len(clauses) == 1 else _object_in(text, "recommendation")
        ballots.append(Ballot(on, told=told, statements=[statement]))
        return False
    if _take_side(statement, ballots):
        return True
    if _TO_VOTE.search(text):
        if (not ballots or ballots[-1].outcome is not None) and not outcome_of(text):
            ballots.append(Ballot(_object_in(text, "recommendation")))
        if ballots:
            ballots[-1].statements.append(statement)
        if ballots and (outcome := outcome_of(text)):
            ballots[-1].outcome = outcome
            ballots[-1].take_tally(text)
        return bool(ballots)
    return _take_result(statement, ballots)


def _turn_to(mover: str, ballots: list[Ballot]) -> None:
    """Make the vote on `mover`'s motion the one at hand, where several motions wait for theirs."""
    for ballot in ballots:
        if ballot.moved_by in {mover, f"{mover}s"} and ballot.outcome is None:
            ballots.remove(ballot)
            ballots.append(ballot)
            return


def _motion(text: str) -> Ballot | None:
    if "stemte" in text and not re.search(r"stillede|fremsatte", text):
        return None
    found = _MOTION_OF.match(text) or _MOTION_INVERTED.search(text) or _MOTION.match(text)
    if not found:
        return None
    parts = found.groupdict()
    mover = _mover(parts.get("by") or parts.get("mover") or "")
    amendment = bool(parts.get("amendment"))
    clause = referred_clause(text)
    on = "amendment" if amendment else "proposal"
    if amendment and clause:
        on = f"amendment to recommendation {clause}"
    return Ballot(on, moved_by=mover)


def _mover(printed: str) -> str | None:
    """Who moved: a person without the party's letter, a party as printed. What a motion is to is no part of it."""
    bare = re.sub(r"\s*\(til\b.*$", "", _TRAILING_TITLE.sub("", printed.strip(" ,")))
    person = read_person(bare)
    return person.name if person and looks_like_name(person.name) else bare or None


def _take_side(statement: Statement, ballots: list[Ballot]) -> bool:
    """Add the sides that a sentence tells; False where it tells none, or tells them only beside what it decides."""
    clauses, text = leading_clauses(statement.text)
    main, *others = _LINKING.split(text, maxsplit=_MOST_PARTS)
    told_beside = [part for part in others if _VOTE_VERB.search(part)]
    if not told_beside:
        return _take_one_side(Statement(text, statement.line), clauses, ballots)
    of_votes = bool(_VOTE_VERB.search(main)) and _take_one_side(Statement(main, statement.line), clauses, ballots)
    for part in told_beside:
        _take_one_side(Statement(part, statement.line), [], ballots)
    return of_votes


def _take_one_side(statement: Statement, clauses: list[int], ballots: list[Ballot]) -> bool:
    text = statement.text
    if (majority := _MAJORITY.match(text)) and names_voters(majority["who"]):
        side = "for" if majority["size"].lower() == "flertal" and not majority["cannot"] else "against"
        _ballot_for(statement, "indstillingen", clauses, ballots, side).add(side, majority["who"])
        return False
    labelled = _LABELLED.match(text)
    if labelled and (labelled["colon"] or labelled["count"] or "stemte" in text[: labelled.start("who")].lower()):
        side = side_of(labelled["side"])
        ballot = _ballot_for(statement, labelled["object"] or "", clauses, ballots, side)
        if labelled["count"]:
            ballot.counts[side] = int(labelled["count"])
        ballot.add(side, labelled["who"])
        return True
    stood, side = _STOOD.match(text), ""
    if stood:
        side = side_of(stood["side"])
    else:
        stood, side = _HELD_BACK.match(text), "abstain"
    several = stood and stood["who"].isdigit() and _ANOTHER_COUNT.search(stood["rest"] or "")
    if not stood or several or not names_voters(stood["who"]):
        return _take_counted(statement, clauses, ballots)
    ballot = _ballot_for(statement, stood["rest"] or "", clauses, ballots, side)
    ballot.add(side, f"{stood['who']} medlemmer" if stood["who"].isdigit() else stood["who"])
    if (size := stood.groupdict().get("size")) and (count := parse_count(size)) is not None:
        ballot.counts[side] = count
    if bracketed := _BRACKETED.search(stood["rest"] or ""):
        ballot.add(side, bracketed["who"])
    return True


def _take_counted(statement: Statement, clauses: list[int], ballots: list[Ballot]) -> bool:
    """A statement such as "Vedtaget med 5 stemmer for og 2 imod": the counts belong to the vote at hand."""
    tally = Ballot("recommendation")
    tally.take_tally(statement.text)
    if not tally.cast:
        return False
    ballot = _ballot_for(statement, statement.text, clauses, ballots, "for")
    ballot.take_tally(statement.text)
    if _MOTION_NAMED.search(statement.text) and (outcome := outcome_of(statement.text)):
        ballot.outcome = outcome
        return True
    return outcome_of(statement.text) is None


def _take_result(statement: Statement, ballots: list[Ballot]) -> bool:
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


def _ballot_for(statement: Statement, rest: str, clauses: list[int], ballots: list[Ballot], side: str) -> Ballot:
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
    repeated = current is not None and current.has(side) and side == "for"
    if current is not None and fits and not repeated:
        current.statements.append(statement)
        return current
    new = Ballot(on or "recommendation")
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
