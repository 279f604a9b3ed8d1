"""A status case for the committee, drafted from the trial's state as Markdown in Danish, in the order that such cases
have: what is recommended, the route, the case in short, what was done, what is known, and what it costs.

Every number has its source beside it. What the system cannot know (money, the case's number, what the meeting is to
decide besides) is a marked gap for the case writer. Before the trial is over no effect is told, and none can be worked
out from what is told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pejl.calendar.days import danish_day, month_name
from pejl.calendar.numbers import danish_count, danish_number
from pejl.calendar.rows import in_a_row
from pejl.register.small_counts import Count
from pejl.screening.trial.analysis_told import AnalysisTold
from pejl.screening.trial.changed import in_danish
from pejl.screening.trial.compares import Compares
from pejl.screening.trial.effect_lines import effect_lines, harm_lines
from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.told import Status

GAP = "[UDFYLDES: {}]"


def status_case(status: Status, on: dt.date, *, snapshot: str = "", analysis: AnalysisTold | None = None) -> str:
    """The draft as of a day. `snapshot` is the register's, for the numbers that it gave. `analysis` is told where the
    trial is over; an analysis of an earlier look is not a case for a committee, and nothing of it is told."""
    over = analysis if analysis is not None and analysis.effect else None
    parts = (
        _head(status, over is not None),
        _recommendation(status, over is not None),
        _route(),
        _summary(status, over is not None),
        _what_was_done(status),
        _enrolled(status, on, snapshot),
        _safety(status, over),
        _effect(status, over),
        _ahead(status, over is not None),
        _economy(),
        _attachments(status),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def count_words(count: Count) -> str:
    """A count in Danish: "ca. 120", "under 5", "0"."""
    if count.exact:
        return danish_number(count.least)
    return "under 5" if count.few else f"ca. {danish_number(count.nearest)}"


def _head(status: Status, over: bool) -> Iterator[str]:
    protocol = status.trial.protocol
    yield f"# {'Resultater af' if over else 'Status på'} forsøget »{protocol.title}«"
    yield ""
    yield f"Sagsnr.: {protocol.case_number or GAP.format('sagsnummer')}"


def _recommendation(status: Status, over: bool) -> Iterator[str]:
    yield "## Indstilling"
    yield ""
    yield f"{GAP.format('forvaltning')} indstiller,"
    yield ""
    if over:
        yield "1. at resultaterne af forsøget drøftes, og"
        yield f"2. at {GAP.format('om ordningen fortsætter, ændres eller ophører, og fra hvornår')}."
    elif status.trial.stopped:
        yield "1. at orienteringen om, at forsøget er stoppet, tages til efterretning, og"
        yield f"2. at {GAP.format('hvad der sker med de deltagende borgere og med redskabet')}."
    else:
        yield "1. at orienteringen om forsøgets gang tages til efterretning."


def _route() -> Iterator[str]:
    yield "## Kommende behandlingsforløb"
    yield ""
    yield GAP.format("udvalg og dato; udelades, hvis sagen slutter her")


def _summary(status: Status, over: bool) -> Iterator[str]:
    protocol = status.trial.protocol
    yield "## Resumé"
    yield ""
    sites = in_a_row(site.danish for site in protocol.sites)
    yield (
        f"Forsøget undersøger: {protocol.question} Det foregår i {sites} og trækker lod blandt sygemeldte med "
        f"arbejdsgiver. Der er indtil nu trukket lod for {count_words(status.drawn)} af "
        f"{danish_number(protocol.primary.persons)} planlagte borgere."
    )
    if not over:
        yield ""
        yield (
            "Virkningen kendes ikke endnu. Protokollen bestemmer, hvornår der må ses på den, og ingen ser på den før: "
            "ellers kan tilfældige udsving komme til at ligne et resultat."
        )


def _what_was_done(status: Status) -> Iterator[str]:
    protocol, first = status.trial.protocol, status.trial.versions[0]
    yield "## Sådan er forsøget lagt an"
    yield ""
    yield (
        f"Protokollen blev registreret {danish_day(first.at.date())} af {first.who}, før den første blev trukket. "
        f"Det primære udfald er: {protocol.primary.outcome}. {_aim(protocol)}"
    )
    yield ""
    for arm in protocol.arms:
        yield f"- **{'Kontrolarm' if arm.control else 'Den arm, der prøves'}**: {arm.danish}"
    yield ""
    yield (
        "Lodtrækningen sker, når borgeren kommer med. Ingen kan kende den næste arm på forhånd: den regnes ud af et "
        "hemmeligt tal, hvis fingeraftryk står i registreringen, så alle trækninger kan efterprøves, når tallet åbnes. "
        "Alle analyseres i den arm, de blev trukket til."
    )
    yield ""
    yield f"Godkendelser: {protocol.approval} Ansvarlig: {protocol.responsible}"
    for each in status.trial.amendments:
        yield ""
        yield (
            f"Ændring {danish_day(each.at.date())} (version {each.protocol.version}): "
            f"{in_a_row(in_danish(each.changed))}. Begrundelse: {each.why}"
        )


def _aim(protocol: Protocol) -> str:
    asked = protocol.primary
    ratio, ends = danish_number(asked.ratio), danish_count(asked.ends, "afslutning", "afslutninger")
    if asked.compares is Compares.IKKE_RINGERE:
        return f"Forsøget skal vise, at det ikke går langsommere end et hazard-forhold på {ratio}, og venter på {ends}."
    return (
        f"Forsøget venter på {ends}, så et hazard-forhold på {ratio} overses højst "
        f"{danish_number(100 * (1 - asked.power), 0)} ud af 100 gange."
    )


def _enrolled(status: Status, on: dt.date, snapshot: str) -> Iterator[str]:
    protocol = status.trial.protocol
    draws = f"Lodtrækningerne pr. {danish_day(on)}"
    yield "## Hvor langt er forsøget"
    yield ""
    yield "| | Antal | Kilde |"
    yield "| --- | ---: | --- |"
    yield f"| Planlagte borgere | {danish_number(protocol.primary.persons)} | {_source(status)} |"
    yield f"| Trukne borgere i alt | {count_words(status.drawn)} | {draws} |"
    for site in status.sites:
        yield f"| heraf {site.danish} | {count_words(site.drawn)} | {draws} |"
    if status.ends is not None:
        yield (
            f"| Afslutninger, begge arme under ét | {count_words(status.ends)} | "
            f"Registerets øjebliksbillede {snapshot or GAP.format('øjebliksbillede')} |"
        )
    yield f"| Afslutninger, forsøget venter på | {danish_number(protocol.primary.ends)} | {_source(status)} |"
    if status.months:
        year, month = status.months[-1][0].split("-")
        yield ""
        latest = f"{month_name(int(month))} {year}"
        yield f"Den seneste måned med lodtrækninger er {latest}. Antal er afrundet til nærmeste ti."


def _safety(status: Status, over: AnalysisTold | None) -> Iterator[str]:
    yield "## Borgernes sikkerhed"
    yield ""
    yield f"Skader, der følges: {in_a_row(harm.danish.lower() for harm in status.trial.protocol.harms)}."
    yield f"Klager over forløb i forsøget: {count_words(status.complaints)} (kilde: forsøgets handlinger)."
    yield ""
    yield status.trial.protocol.stop_rule.strip()
    if status.trial.stopped:
        yield ""
        yield f"Forsøget blev stoppet {danish_day(status.trial.stopped.at.date())}: {status.trial.stopped.why}"
    yield ""
    if not status.looks:
        yield "Der er endnu ikke holdt noget planlagt kig."
    for look in status.looks:
        yield f"- Kig {look.number}, {danish_day(look.day)}: {look.says.danish} (kilde: kiggets handling)"
    if over is not None:
        yield from harm_lines(over)


def _effect(status: Status, over: AnalysisTold | None) -> Iterator[str]:
    yield "## Virkningen"
    yield ""
    if over is None:
        protocol = status.trial.protocol
        waits = f"{danish_number(status.next_look)} afslutninger" if status.next_look else "opfølgningens slutning"
        yield (
            f"Virkningen kan ikke fortælles endnu. Det næste kig venter på {waits}; forsøget er fulgt til ende "
            f"{danish_day(protocol.ends)}. Et kig før slutningen fortæller kun, om forsøget skal fortsætte."
        )
        return
    yield from effect_lines(over, status.trial.protocol)


def _ahead(status: Status, over: bool) -> Iterator[str]:
    protocol = status.trial.protocol
    yield "## Det videre forløb"
    yield ""
    if over:
        yield GAP.format("hvad der sker med redskabet og med de deltagende steder")
        return
    yield f"- Der trækkes lod til og med {danish_day(protocol.enrols_until)}."
    yield f"- De trukne følges til og med {danish_day(protocol.ends)}, hvorefter udvalget får resultaterne."
    yield f"- Modellen {protocol.model.id} er frosset i hele forsøget; en anden kræver en ændring af protokollen."


def _economy() -> Iterator[str]:
    yield "## Økonomiske konsekvenser"
    yield ""
    yield GAP.format("tilskud, medfinansiering og forbrug pr. år, med bevilling og ramme")
    yield ""
    yield GAP.format("om sagen kræver en tillægsbevilling, og hvordan den finansieres")


def _attachments(status: Status) -> Iterator[str]:
    yield "## Bilag"
    yield ""
    version = status.trial.versions[-1]
    yield f"1. Protokol, version {version.protocol.version} (SHA-256 {version.sha256})"
    yield f"2. {GAP.format('dataetisk vurdering og konsekvensanalyse')}"


def _source(status: Status) -> str:
    version = status.trial.versions[-1]
    return f"Protokol, version {version.protocol.version}, registreret {danish_day(version.at.date())}"
