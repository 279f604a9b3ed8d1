"""Budget, use and what is between them, told in one passage: three amounts that must fit each other.

They are read only where the words name all three, and where the surplus is told in the same breath as the use or in a
sentence that draws it from them ("Der er således tale om ..."): a passage goes easily over to another area.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind, full_stop
from pejl.minutes.checks.sums.changes import distance
from pejl.minutes.checks.sums.figures import Figure, Told, Unit, written
from pejl.minutes.checks.sums.said import finest, sum_flag

RULE = "sum-budget"

_LINK = r"(?:\s[^\W\d_]+){0,5}?\s(?:på|udgør|er|var|blev|til|(?:19|20)[0-9]{2})\s(?:på\s)?(?:i\salt\s)?\Z"
_BUDGET = re.compile(rf"\bbudget\w*(?:{_LINK}|\s\Z)", re.IGNORECASE)
_USED = re.compile(rf"(?<!mer)(?<!mindre)(?<!mer-\s)forbrug(?:et)?(?:{_LINK}|\s\Z)", re.IGNORECASE)
_SURPLUS = re.compile(rf"\b(?P<which>mer|mindre)forbrug(?:et)?(?:{_LINK}|\s\Z)", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s(?P<which>under|over|mindre\send|mere\send|lavere\send|højere\send)\s(?:det\s|end\s)?(?:[^\W\d_]+\s){0,2}budget",
    re.IGNORECASE,
)
_BUDGET_NEXT = re.compile(r"[^,.;:]*\sbudget(?:tet)?\s(?:der\ser\s)?på\s", re.IGNORECASE)
_WHICH_BUDGET = re.compile(r"\b(vedtag|korriger|oprindelig)", re.IGNORECASE)
_DRAWN = re.compile(
    r"(?:\A|[.]\s|\s)(?:Der\ser\s(?:således|dermed|derfor|altså)|Det\s(?:giver|er|svarer\stil)|Dermed|Hermed|Således|"
    r"Altså|Mindreforbruget|Merforbruget|Forskellen|Afvigelsen)\b"
)
_REACH = 90
_SPENT_LESS = ("mindre", "under", "lavere")


@dataclass
class _Seen:
    """What the passage has named so far, by place among its figures."""

    budgets: dict[str, int]
    used: int | None = None


def budgets(told: Told) -> Iterator[Flag]:
    """Flags of the passage's surpluses that do not fit its budget and use."""
    seen = _Seen({})
    for at, figure in enumerate(told.figures):
        if figure.unit is not Unit.KRONER:
            continue
        before, after = told.before(at)[-_REACH:], told.after(at)[:_REACH]
        if surplus := _SURPLUS.search(before) or _BESIDE.match(after):
            if (
                not seen.budgets
                and at + 1 < len(told.figures)
                and _BUDGET_NEXT.fullmatch(told.before(at + 1)[-_REACH:])
            ):
                seen.budgets[_which_budget(after)] = at + 1
            yield from _unless_they_fit(told, at, surplus["which"].casefold(), _which_budget(after), seen)
        elif _BUDGET.search(before):
            seen.budgets[_which_budget(before)] = at
        elif _USED.search(before):
            seen.used = at


def _which_budget(words: str) -> str:
    """Which of the budgets the words name; none of them is the only one."""
    found = _WHICH_BUDGET.findall(words)
    return found[-1].casefold() if found else ""


def _unless_they_fit(told: Told, at: int, which: str, budget_named: str, seen: _Seen) -> Iterator[Flag]:
    budget = seen.budgets.get(budget_named)
    if budget is None and len(seen.budgets) == 1 and (not budget_named or "" in seen.budgets):
        (budget,) = seen.budgets.values()
    if budget is None or seen.used is None:
        return
    latest = max(min(budget, at), seen.used)
    if told.sentence(latest) != told.sentence(at) and not _DRAWN.search(told.before(at)):
        return
    stated, planned, spent = told.figures[at], told.figures[budget], told.figures[seen.used]
    if stated.blurred or planned.blurred or spent.blurred:
        return
    outcome = distance(stated, planned, spent)
    if outcome.worth_a_look:
        computed = written(outcome.computed.value, finest([stated, planned, spent]))
        between = f"mellem budget ({planned.text}) og forbrug ({spent.text}) er der {computed}"
        sentence = f"{between}, men teksten siger {stated.text}"
        yield sum_flag(RULE, outcome, full_stop(sentence), Certainty.LIKELY, [told.passage.lines])
    elif _is_the_other_way(which, planned, spent):
        yield _turned(told, stated, which, planned, spent)


def _is_the_other_way(which: str, planned: Figure, spent: Figure) -> bool:
    surely = abs(planned.value - spent.value) > (planned.step + spent.step) / 2
    return surely and which.startswith(_SPENT_LESS) != (spent.value < planned.value)


def _turned(told: Told, stated: Figure, which: str, planned: Figure, spent: Figure) -> Flag:
    lies, called = ("under", "merforbrug") if spent.value < planned.value else ("over", "mindreforbrug")
    other = "mindreforbrug" if called == "merforbrug" else "merforbrug"
    return Flag(
        kind=FlagKind.SUM,
        rule=RULE,
        sentence=full_stop(
            f"{LEAD_IN}Forbruget ({spent.text}) ligger {lies} budgettet ({planned.text}), det er et {other}, "
            f"men teksten siger {called} om {stated.text}"
        ),
        stated=called,
        computed=other,
        certainty=Certainty.LIKELY,
        lines=[told.passage.lines],
    )
