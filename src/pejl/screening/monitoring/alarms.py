"""What is found when a model in use is looked at: one finding for each thing, with its level and a Danish sentence.

Counts of fewer than five persons are told as such, and nothing is concluded from few. All other counts are told to the
nearest ten, and shares and ratios roughly: two looks, or a group beside everyone, would else give one person away by
their difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pejl.calendar.numbers import danish_count, danish_number, danish_percent
from pejl.register.intervals import wilson
from pejl.register.small_counts import FEW, rounded
from pejl.screening.fairness.attributes import AGE, FAMILY_FORM, SEX, value_word
from pejl.screening.measures.stability import Stability
from pejl.screening.monitoring.agreement import Agreement
from pejl.screening.monitoring.limits import Level, Limits
from pejl.screening.monitoring.matured import FEWEST, Calibration, Matured, calibration

EXACT_FROM = 1000
"""Of fewer, shares are told to the nearest five in a hundred and ratios to a tenth."""
ROUGHLY = 5


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: `about` which kind of thing, `subject` which one, how it stands, and a sentence
    that says what was seen."""

    about: str
    subject: str
    level: Level
    sentence: str


def of_drift(drift: Mapping[str, Stability], danish: Mapping[str, str], limits: Limits) -> Iterator[Finding]:
    """Whether those who come now are like those that the model was trained on, feature by feature."""
    enough = {name: found for name, found in drift.items() if found.of >= FEWEST}
    if not enough:
        yield Finding("drift", "alle", Level.GOOD, _too_few("vurderet det seneste halve år"))
    for name, found in sorted(enough.items(), key=lambda each: -each[1].index):
        look, alarm = (max(limit, found.by_chance) for limit in (limits.drift_look, limits.drift_alarm))
        level = Level.ALARM if found.index > alarm else Level.LOOK if found.index > look else Level.GOOD
        said = "som da modellen blev lært op" if level is Level.GOOD else "anderledes, end da modellen blev lært op"
        sentence = (
            f"{danish.get(name, name)} ligger {said}: stabilitetsindeks {danish_number(found.index, 2)} mod højst "
            f"{danish_number(look, 2)}, af {_persons(found.of)}."
        )
        yield Finding("drift", name, level, sentence)


def of_calibration(matured: Sequence[Matured], limits: Limits) -> Iterator[Finding]:
    """Whether chances and outcomes agree: cleanly among those whose advice was withheld, and upwards among all."""
    hidden = calibration([each for each in matured if each.withheld])
    if hidden is None:
        yield Finding("kalibrering", "tilbageholdt", Level.GOOD, _too_few("hvor rådet var holdt tilbage"))
    else:
        level = _ratio_level(max(hidden.low - 1, 1 - hidden.high), hidden.surprise, limits)
        yield Finding("kalibrering", "tilbageholdt", level, _agree(hidden, "hvor rådet var holdt tilbage"))
    everyone = calibration(matured)
    if everyone is None:
        yield Finding("kalibrering", "alle", Level.GOOD, _too_few("i alt"))
    else:
        level = _ratio_level(everyone.low - 1, everyone.rising, limits)
        yield Finding("kalibrering", "alle", level, _agree(everyone, "blandt alle, også dem der fik hjælp"))


def of_groups(matured: Sequence[Matured], limits: Limits) -> Iterator[Finding]:
    """The same by sex, age and family, among those whose advice was withheld: does the model misjudge a group?"""
    hidden = [each for each in matured if each.withheld]
    for attribute, values in (
        (SEX, [each.sex for each in hidden]),
        (AGE, [each.age for each in hidden]),
        (FAMILY_FORM, [each.family for each in hidden]),
    ):
        for value in sorted({each for each in values if each is not None}):
            group = calibration([each for each, its in zip(hidden, values, strict=True) if its == value])
            if group is None:
                continue
            off = max(group.low - 1, 1 - group.high)
            level = Level.ALARM if off > limits.group_alarm else Level.LOOK if off > 0 else Level.GOOD
            among = f"for gruppen »{value_word(attribute, value)}«"
            yield Finding("gruppe", f"{attribute}:{value}", level, _agree(group, among))


def of_released(matured: Sequence[Matured], limits: Limits) -> Finding:
    """Whether those who were left in peace were right to be."""
    released = [each for each in matured if each.released]
    long = sum(each.still for each in released)
    share = wilson(long, len(released))
    if share is None or len(released) < FEWEST:
        return Finding("slip", "alle", Level.GOOD, _too_few("af dem, der blev sluppet"))
    level = Level.GOOD
    if share.share > limits.released_long:
        level = Level.SUSPEND if share.least > limits.released_long else Level.LOOK
    sentence = (
        f"Af {_persons(len(released))}, der blev sluppet, var {_part(long, len(released))} stadig syge, da tiden "
        f"var gået. Højst {danish_percent(100 * limits.released_long, 0)} er tilladt."
    )
    return Finding("slip", "alle", level, sentence)


def of_agreement(agreements: Sequence[Agreement], danish: Mapping[str, str], limits: Limits) -> Iterator[Finding]:
    """Whether people decide, or the advice does."""
    for each in agreements:
        share, subject = each.share, f"{each.kind}:{each.team}" if each.team else each.kind
        if share is None or each.shown < FEWEST:
            continue
        level = Level.GOOD
        if share.most < limits.agree_least or share.least > limits.agree_most:
            level = Level.LOOK
        if each.quick is not None and each.quick > limits.quick:
            level = Level.LOOK
        if each.difference and each.difference.least > 0 and each.difference.share > limits.leaning:
            level = Level.ALARM
        yield Finding("enighed", subject, level, _agreed(each, danish.get(each.kind, each.kind)))


def of_abstention(assessed: int, abstained: int, limits: Limits) -> Finding:
    """Whether the model can say anything about those who come."""
    share = wilson(abstained, assessed)
    if share is None or assessed < FEWEST:
        return Finding("ingen_score", "alle", Level.GOOD, _too_few("vurderet"))
    level = Level.ALARM if share.least > limits.abstained else Level.GOOD
    sentence = f"Af {_persons(assessed)} fik {_part(abstained, assessed)} ingen chance regnet ud."
    return Finding("ingen_score", "alle", level, sentence)


def of_data(days: int, limits: Limits) -> Finding:
    """Whether the register's data are new enough to judge anybody by."""
    level = Level.SUSPEND if days > limits.days_without_data else Level.GOOD
    sentence = f"Den nyeste leverance til registeret er {danish_count(days, 'dag', 'dage')} gammel."
    return Finding("data", "register", level, sentence)


def of_log(fault: str) -> Finding:
    """Whether the log of assessments is whole; `fault` says what is wrong with it, or "" ."""
    sentence = fault or "Loggen over vurderinger er hel."
    return Finding("log", "kaede", Level.SUSPEND if fault else Level.GOOD, sentence)


def worst(findings: Sequence[Finding]) -> Level:
    """The gravest level among findings."""
    return max((each.level for each in findings), default=Level.GOOD)


def _ratio_level(off: float, surprise: float, limits: Limits) -> Level:
    if off > limits.ratio_suspend:
        return Level.SUSPEND
    if off > limits.ratio_alarm or surprise > limits.surprise_alarm:
        return Level.ALARM
    return Level.LOOK if off > 0 else Level.GOOD


def _agree(found: Calibration, among: str) -> str:
    decimals = 1 if found.of < EXACT_FROM else 2
    slope = f", hældning {danish_number(found.slope, decimals)}" if found.slope is not None else ""
    if _few(found.observed, found.of):
        few = "færre end fem" if found.observed < FEW else "alle på nær færre end fem"
        return f"Der var ventet {_nearly(found.expected)} lange forløb {among}; det blev til {few}."
    return (
        f"Der var ventet {_nearly(found.expected)} lange forløb af {_persons(found.of)} {among}; det blev til "
        f"{danish_number(found.ratio, decimals)} gange så mange ({danish_number(found.low, decimals)} til "
        f"{danish_number(found.high, decimals)}){slope}."
    )


def _agreed(each: Agreement, danish: str) -> str:
    told = f"{danish}{f' i {each.team}' if each.team else ''}: "
    told += f"af {_nearly(each.shown)} råd blev {_part(each.shown_agree, each.shown)} fulgt"
    hidden_few = _few(each.shown_agree, each.shown) or _few(each.withheld_agree, each.withheld)
    if each.difference and not hidden_few:
        told += (
            f"; enigheden er {danish_number(100 * each.difference.share, 0)} procentpoint større, når rådet vises "
            f"({danish_number(100 * each.difference.least, 0)} til {danish_number(100 * each.difference.most, 0)})"
        )
    if each.quick is not None:
        told += f"; {danish_percent(100 * each.quick, 0)} blev afgjort på under ti sekunder"
    return f"{told}."


def _few(part: int, of: int) -> bool:
    """Whether a part, or the rest, is of so few that it is not told."""
    return 0 < part < FEW or 0 < of - part < FEW


def _part(part: int, of: int) -> str:
    """A part as it may be told: a share with its interval, or that it is of few."""
    if 0 < part < FEW:
        return "færre end fem"
    if 0 < of - part < FEW:
        return "alle på nær færre end fem"
    share = wilson(part, of)
    if share is None:
        return "ingen"
    return f"{_percent(share.share, of)} ({_percent(share.least, of)} til {_percent(share.most, of)})"


def _percent(share: float, of: int) -> str:
    """A share as roughly as it must be told: with its interval, whole percents of few give both of its counts away."""
    step = ROUGHLY if of < EXACT_FROM else 1
    return danish_percent(round(100 * share / step) * step)


def _persons(number: int) -> str:
    return f"{_nearly(number)} forløb"


def _nearly(number: float) -> str:
    """A count as it may be told beside others: to the nearest ten, and that it is of few."""
    count = rounded(round(number))
    if count.exact:
        return "ingen"
    return "færre end fem" if count.few else f"omkring {danish_number(count.nearest)}"


def _too_few(among: str) -> str:
    return f"Der er under {FEWEST} forløb {among}: det er for få til at slutte noget af."
