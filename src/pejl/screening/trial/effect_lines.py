"""What a trial that is over found, as lines of Danish Markdown, each number with its interval and its source."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.numbers import danish_number, danish_percent
from pejl.screening.training.run import Estimate
from pejl.screening.trial.analysis_shapes import Compared, Spread
from pejl.screening.trial.analysis_told import AnalysisTold, PartTold
from pejl.screening.trial.protocol import Protocol

_FEW = "for få til at fortælle"


def effect_lines(told: AnalysisTold, protocol: Protocol) -> Iterator[str]:
    """The main result first, then weeks, shares, sites and bands."""
    source = f"analysen af øjebliksbilledet {told.analysis.snapshot}, protokollens version {told.analysis.version}"
    yield _answer(told, protocol)
    yield ""
    yield f"Hazard-forhold (over 1 er hurtigere): {ratio_words(told.hazard_ratio)} (kilde: {source})."
    yield f"Med alder, tidligere sygemeldinger og risiko holdt lige: {ratio_words(told.adjusted)} (kilde: samme)."
    yield ""
    yield "| | Kontrol | Prøvet | Forskel (95 pct. interval) | Kilde |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for each in told.weeks:
        yield _row(f"Uger på sygedagpenge inden for {_weeks(each)} uger", each, shares=False)
    for each in told.still:
        yield _row(f"Stadig sygemeldt efter {_weeks(each)} uger", each, shares=True)
    for each in told.exits:
        yield _row(f"{each.exit}, inden {_weeks(each)} uger", each, shares=True)
    yield from _parts("Sted", told.sites, told.between_sites)
    yield from _parts("Risiko", told.bands, told.between_bands)
    for sentence in told.analysis.amendments:
        yield ""
        yield f"Ændret undervejs: {sentence}"


def harm_lines(told: AnalysisTold) -> Iterator[str]:
    """The harms, with the difference where it tells of enough."""
    yield ""
    yield "| Skade | Forskel, prøvet mindre kontrol | Over grænsen | Kilde |"
    yield "| --- | ---: | --- | --- |"
    for harm in told.harms:
        found = _FEW if harm.difference is None else share_difference(harm.difference.difference)
        yield f"| {harm.danish} | {found} | {'ja' if harm.crossed else 'nej'} | Analysen |"


def ratio_words(ratio: Estimate) -> str:
    """A ratio with its interval: "1,21 (1,04-1,41)"."""
    if ratio.value is None or ratio.low is None or ratio.high is None:
        return _FEW
    return f"{danish_number(ratio.value, 2)} ({danish_number(ratio.low, 2)}-{danish_number(ratio.high, 2)})"


def share_difference(difference: Estimate) -> str:
    """A difference of shares in percentage points, with its interval."""
    if difference.value is None or difference.low is None or difference.high is None:
        return _FEW
    value, low, high = (danish_number(100 * each, 1) for each in (difference.value, difference.low, difference.high))
    return f"{value} procentpoint ({low} til {high})"


def _answer(told: AnalysisTold, protocol: Protocol) -> str:
    if told.test is None:
        return "Der er for få til, at forsøget kan svare på sit spørgsmål."
    if told.analysis.margin is not None:
        margin = danish_number(told.analysis.margin)
        if told.analysis.not_worse:
            return f"Forsøget viser, at det ikke går ringere end marginen tillader (et hazard-forhold på {margin})."
        return f"Forsøget viser ikke, at marginen (et hazard-forhold på {margin}) er holdt."
    if told.test.crossed:
        return f"Forsøget viser en virkning på det primære udfald: {protocol.primary.outcome}."
    if told.test.z <= -told.test.bound:
        return "Forsøget viser, at det går langsommere i den arm, der blev prøvet."
    return "Forsøget viser ingen sikker forskel. Det er ikke det samme, som at der ingen er: se intervallet."


def _row(words: str, each: Compared, *, shares: bool) -> str:
    if shares:
        cells = [_percent(each.control), _percent(each.tried), share_difference(each.difference)]
    else:
        cells = [_number(each.control), _number(each.tried), _span(each.difference)]
    return f"| {words} | {' | '.join(cells)} | Analysen |"


def _weeks(each: Compared) -> str:
    return danish_number(each.weeks, 0)


def _percent(share: Estimate) -> str:
    return _FEW if share.value is None else danish_percent(100 * share.value, 1)


def _number(mean: Estimate) -> str:
    return _FEW if mean.value is None else danish_number(mean.value, 1)


def _span(difference: Estimate) -> str:
    if difference.value is None or difference.low is None or difference.high is None:
        return _FEW
    value, low, high = (danish_number(each, 1) for each in (difference.value, difference.low, difference.high))
    return f"{value} ({low} til {high})"


def _parts(head: str, parts: tuple[PartTold, ...], spread: Spread | None) -> Iterator[str]:
    yield ""
    yield f"| {head} | Hazard-forhold (95 pct. interval) | Kilde |"
    yield "| --- | ---: | --- |"
    for part in parts:
        yield f"| {part.danish} | {ratio_words(part.hazard_ratio)} | Analysen |"
    if spread is not None:
        yield ""
        yield (
            f"Så stor en forskel mellem dem giver tilfældet {danish_percent(100 * spread.p, 1)} af gangene, når der "
            "ingen er (kilde: analysen). Forsøget er ikke lagt an på at svare for hver del: forskelle her er noget at "
            "undersøge og ikke et svar."
        )
