"""What the label of a row or a column says of its figures: parts, totals, parts of parts, differences, or neither."""

from __future__ import annotations

import re
from enum import StrEnum


class LineRole(StrEnum):
    """What a line of a table is to the lines beside it.

    `TOTAL` says by itself that it is a sum ("I alt"), `WEAK_TOTAL` may ("Samlet budget"). `DETAIL` is part of a line
    above it ("heraf"). `DIFFERENCE` lies between two other lines. `APART` cannot be added: shares, means, prices.
    """

    PART = "part"
    TOTAL = "total"
    WEAK_TOTAL = "weak_total"
    DETAIL = "detail"
    DIFFERENCE = "difference"
    APART = "apart"


_TOTAL = re.compile(
    r"\b(?:i\salt|ialt)\b|^(?:total(?:en|t|er)?|sum|summa|samlet|tilsammen|hovedtotal|delsum|subtotal|mellemsum)$",
    re.IGNORECASE,
)
_WEAK_TOTAL = re.compile(
    r"^(?:alle|samle(?:t|de)\s.+|total(?:e|t|er)?\s.+|sum\s.+|(?:delsum|subtotal|mellemsum|hovedtotal)\b.*|.+\stotal(?:t|er)?)$",
    re.IGNORECASE,
)
_DETAIL = re.compile(r"^\W{0,3}(?:heraf|hvoraf|deraf|herunder|inkl\.?|inklusive|af\s(?:disse|dem|de))\b", re.IGNORECASE)
_SINCE = r"(?:,?\s(?:fra|siden|i\sforhold|ift|mellem|mod|i\sprocent|[0-9]).*|\s\(.*\))?"
_DIFFERENCE = re.compile(
    r"afvigelse|forskel|\bdifferen|\bdiff\.?$|(?:mer|mindre)forbrug|\bmer-?\s?/\s?mindre|restbudget|uforbrugt|"
    r"\b(?:mer|mindre)(?:udgift|indtægt)(?:er)?\b|"
    rf"^(?:ændring(?:er)?|udvikling|stigning|fald|vækst|rest|resterende|balance|saldo|netto|resultat){_SINCE}$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"%|\bpct\b|procent|\bandel|\bgennemsnit|\bgns\b|\bsnit\b|\bmedian|\bindeks|\bindex|\brate\b|\bscore|"
    r"\bpr\.?\s(?![0-9])|\bnr\b|\bkonto\b|\bårstal\b|^år$|^uge$|\bhele\slandet\b",
    re.IGNORECASE,
)

_MONEY = re.compile(
    r"\bkr\b|kroner|budget|forbrug|bevilling|udgift|indtægt|regnskab|midler|\bløn|finansiering|tilskud|refusion|beløb|"
    r"økonomi|omkostning|\bpulje|besparelse|driftsramme|serviceramme|anlæg",
    re.IGNORECASE,
)
_ROUNDED_COUNT = re.compile(
    r"%|\bpct\b|procent|helårs|fuldtids|årsværk|gennemsnit|\bgns\b|\bca\b|afrund|\btimer\b|\b1\.?000\b|tusind",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"borger|person|\bunge|ledig|deltager|elev|kursist|medlem|modtager|virksomhed|familie|børn|medarbejder|sygemeldt",
    re.IGNORECASE,
)
_INCOME = re.compile(
    r"indtægt|refusion|tilskud|finansiering|brugerbetaling|takstbetaling|salg\b|besparelse", re.IGNORECASE
)
_COST = re.compile(r"udgift|omkostning|forbrug|\bløn|aktivitet|drift", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

_LONGEST = 200


def line_role(label: str) -> LineRole:
    """What the label makes of its line; a line without a label is a part like its neighbours."""
    told = label.strip()[:_LONGEST].rstrip(":. ")
    if _DETAIL.search(told):
        return LineRole.DETAIL
    if _TOTAL.search(told):
        return LineRole.TOTAL
    if _APART.search(told):
        return LineRole.APART
    if _DIFFERENCE.search(told):
        return LineRole.DIFFERENCE
    return LineRole.WEAK_TOTAL if _WEAK_TOTAL.search(told) else LineRole.PART


def speaks_of_money(label: str) -> bool:
    """Whether the label names something that is counted in money."""
    return bool(_MONEY.search(label[:_LONGEST]))


def speaks_of_rounded_counts(label: str) -> bool:
    """Whether what is counted is itself rounded: full-time persons, hours, thousands."""
    return bool(_ROUNDED_COUNT.search(label[:_LONGEST]))


def speaks_of_persons(label: str) -> bool:
    """Whether the label counts people or firms, one of which may stand in several rows."""
    return bool(_PERSONS.search(label[:_LONGEST]))


def is_income(label: str) -> bool:
    """Whether the label is about money that comes in."""
    return bool(_INCOME.search(label[:_LONGEST]))


def is_cost(label: str) -> bool:
    """Whether the label is about money that goes out, and not about income."""
    return bool(_COST.search(label[:_LONGEST])) and not is_income(label)


def years_of(text: str) -> frozenset[int]:
    """The years that a label or a sentence names."""
    return frozenset(int(match.group()) for match in _YEAR.finditer(text))


def year_of(label: str) -> int | None:
    """The one year that the label names."""
    years = years_of(label[:_LONGEST])
    return next(iter(years)) if len(years) == 1 else None
