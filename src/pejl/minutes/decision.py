"""A decision as data: its outcome, the outcome of each clause, the votes, who was absent, what was entered beside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.minutes.absence import absence_label, absent_in_sentence, speaks_of_absence
from pejl.minutes.clauses import leading_clauses, mentioned_clauses
from pejl.minutes.document import ClauseOutcome, Decision, Lines, Outcome, Remark, Vote
from pejl.minutes.lines import Line
from pejl.minutes.outcome import outcome_of, recipient_of
from pejl.minutes.people import Named, is_people_only
from pejl.minutes.statements import Statement, statements
from pejl.minutes.votes import read_votes

_RESERVATION = re.compile(r"^(?P<by>.{1,200}?)\s+(?:tog|tager|tages)\s+(?:et\s+)?forbehold\b", re.IGNORECASE)
_ENTRY = re.compile(
    r"^(?P<by>.{1,200}?)\s+(?:afgav|ønskede|begærede|bad\s+om)\b.{0,60}\b(?:protokol|ført|tilført)", re.IGNORECASE
)
_ENTRY_HEAD = re.compile(
    r"^(?:Protokol\w*|Bemærkning\w*\s+til\s+protokollen)\b(?:\s+fra\s+(?P<by>[^:]+))?", re.IGNORECASE
)
_MINORITY = re.compile(
    r"^(?:(?P<by>.{1,200}?)\s+(?:afgav|afgiver|ønskede|ønsker|vil|fremsatte|har|begærede)\b.{0,120}?)?\bmindretalsudtalelse\b",
    re.IGNORECASE,
)
_REMARK_WORD = re.compile(r"forbehold|protokol|\b(?:til)?ført\b|bemærkning|mindretalsudtalelse", re.IGNORECASE)
_OTHER_ITEM = re.compile(
    r"^(?:Dagsordenens\s+)?(?:Pkt\.?|Punkt|Sag(?:\s*nr\.?)?)\s*(?P<number>\d{1,4})\s+(?:er|blev|udgår|udgik|tages|trækkes|udsættes)",
    re.IGNORECASE,
)
_OTHER_ITEM_INSIDE = re.compile(
    r"\b(?:pkt\.?|punkt|sag\s*nr\.?)\s*(?P<number>\d{1,4})\s+"
    r"(?:(?:er|blev|bliver)\s+(?:taget|trukket|udsat|udgået)|udgår|udgik|udsættes|trækkes|tages\s+af)",
    re.IGNORECASE,
)
_LINK = re.compile(r",\s+(?:idet|og|men|dog|mens)\s+")


@dataclass(frozen=True)
class DecisionReading:
    """What a decision block told: the decision, its votes, who was absent, and what it says of other items."""

    decision: Decision
    votes: list[Vote]
    absent: list[Named]
    substitutes: list[Named]
    other_items: dict[int, tuple[Outcome, Statement]]


def read_decision(lines: list[Line], own_number: int | None) -> DecisionReading | None:
    """The decision that the lines of one decision block hold; None when the block is empty."""
    said = list(statements(lines))
    if not said:
        return None
    absent, said_of_business = _without_absence(said)
    others = _of_other_items(said_of_business, own_number)
    business = [s for s in said_of_business if not _is_of_other(s, own_number)]
    votes_used = read_votes(business, None, {}).used
    judged = [s for s in business if s not in votes_used] or business
    clauses = _clause_outcomes(judged)
    outcome = _overall(judged, clauses, business)
    votes = read_votes(business, outcome, {clause.number: clause.outcome for clause in clauses}).votes
    sent_to = next((to for s in business if (to := recipient_of(s.text))), None)
    decision = Decision(
        text="\n".join(line.text for line in lines if not line.blank),
        outcome=outcome,
        clauses=clauses,
        sent_to=sent_to,
        remarks=[remark for s in business if (remark := _remark(s))],
        lines=Lines(first=said[0].line, last=said[-1].line),
    )
    return DecisionReading(decision, votes, absent, _substitutes(said), others)


def _without_absence(said: list[Statement]) -> tuple[list[Named], list[Statement]]:
    absent: list[Named] = []
    rest: list[Statement] = []
    in_list = False
    for statement in said:
        label = absence_label(statement.text)
        if label is not None:
            absent += absent_in_sentence(statement.text)
            in_list = not label
        elif in_list and is_people_only(statement.text):
            absent += absent_in_sentence(f"Fraværende: {statement.text}")
        elif speaks_of_absence(statement.text):
            absent += absent_in_sentence(statement.text)
            in_list = False
        else:
            rest.append(statement)
            in_list = False
    return _each_once(absent), rest


def _each_once(people: list[Named]) -> list[Named]:
    return list({person.name: person for person in people}.values())


_SUBSTITUTED = re.compile(
    r"(?P<who>(?:[A-ZÆØÅ][\wæøåÆØÅ'.-]+\s+){1,5}(?:\([^()]{1,20}\)\s+)?)(?:er|var|blev|deltog|mødte|indkaldes|indkaldt|som)\b[^.]*?\bstedfortræder"
)


def _substitutes(said: list[Statement]) -> list[Named]:
    from_text: list[Named] = []
    for statement in said:
        if "stedfortræder" not in statement.text:
            continue
        for found in _SUBSTITUTED.finditer(statement.text):
            people = absent_in_sentence(f"Fraværende: {found['who'].strip()}")
            from_text += [Named(person.name, person.party, substitute=True) for person in people]
    return _each_once(from_text)


def _is_of_other(statement: Statement, own_number: int | None) -> bool:
    found = _OTHER_ITEM.match(statement.text)
    if found is None or own_number is None or int(found["number"]) == own_number:
        return False
    return outcome_of(statement.text) is not None


def _of_other_items(said: list[Statement], own_number: int | None) -> dict[int, tuple[Outcome, Statement]]:
    told: dict[int, tuple[Outcome, Statement]] = {}
    for statement in said:
        for found in _OTHER_ITEM_INSIDE.finditer(statement.text):
            outcome = outcome_of(statement.text[found.start() :])
            if outcome in {Outcome.WITHDRAWN, Outcome.POSTPONED} and int(found["number"]) != own_number:
                told[int(found["number"])] = (outcome, statement)
    return told


def _clause_outcomes(judged: list[Statement]) -> list[ClauseOutcome]:
    """One outcome per clause that the decision speaks of apart; "Ad 1" on a line of its own takes
    the sentence after it.
    """
    outcomes: dict[int, ClauseOutcome] = {}
    waiting: list[int] = []
    for statement in judged:
        numbers, rest = leading_clauses(statement.text)
        if not numbers and (outcome_of(statement.text) and (numbers := mentioned_clauses(statement.text))):
            rest = statement.text
        numbers = numbers or waiting
        outcome = outcome_of(rest)
        waiting = numbers if numbers and outcome is None else []
        if outcome:
            for number in numbers:
                outcomes.setdefault(
                    number,
                    ClauseOutcome(
                        number=number, outcome=outcome, text=rest.strip() or statement.text, line=statement.line
                    ),
                )
    return [outcomes[number] for number in sorted(outcomes)]


def _overall(judged: list[Statement], clauses: list[ClauseOutcome], business: list[Statement]) -> Outcome:
    """The first outcome said of the item as a whole; with clauses apart, that of the first clause."""
    for statement in judged:
        if leading_clauses(statement.text)[0] or mentioned_clauses(statement.text):
            continue
        if (outcome := _decided_in(statement)) and not (clauses and outcome is Outcome.FOR_INFORMATION):
            best = _best_after(judged, statement, outcome)
            return clauses[0].outcome if clauses and statement.line > clauses[0].line else best
    if clauses:
        return clauses[0].outcome
    return next((outcome for statement in business if (outcome := _decided_in(statement))), Outcome.NONE)


def _decided_in(statement: Statement) -> Outcome | None:
    """The outcome that a sentence expresses, but for what it enters beside ("Godkendt, idet X tog forbehold")."""
    if not _remark(statement):
        return outcome_of(statement.text)
    main, link, _ = _LINK.sub("\0", statement.text, count=1).partition("\0")
    return outcome_of(main) if link else None


_WEAKER = {Outcome.FOR_INFORMATION, Outcome.DISCUSSED}


def _best_after(judged: list[Statement], first: Statement, outcome: Outcome) -> Outcome:
    """What was told or talked about yields to what was decided after it ("Hun orienterede. Til efterretning.")."""
    if outcome not in _WEAKER:
        return outcome
    for statement in judged[judged.index(first) + 1 :]:
        later = outcome_of(statement.text)
        if later and later not in _WEAKER and not _remark(statement) and len(statement.text) < 120:
            return later
    return outcome


def _remark(statement: Statement) -> Remark | None:
    text = statement.text
    if not _REMARK_WORD.search(text):
        return None
    if found := _ENTRY.match(text) or _ENTRY_HEAD.match(text):
        return Remark(kind="entry", by=_mover(found["by"]), text=text, line=statement.line)
    if found := _RESERVATION.match(text):
        return Remark(kind="reservation", by=_mover(found["by"]), text=text, line=statement.line)
    if found := _MINORITY.match(text):
        return Remark(kind="minority_statement", by=_mover(found["by"]), text=text, line=statement.line)
    return None


def _mover(printed: str | None) -> str | None:
    """Who speaks, without what else the sentence says of them ("Anne Prøve (Ø) stemte imod og")."""
    if printed is None:
        return None
    return re.sub(r"\s+(?:stemte|undlod)\b.*$", "", _LINK.split(printed)[-1]).strip()
