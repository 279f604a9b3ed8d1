"""A small record of the invented Fjordby Kommune, and the ways in which the tests bring it into an index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from pejl.record.search import IndexedItem, Query, Result, SearchIndex

BODIES = {"bu": "Beskæftigelsesudvalget", "oeu": "Økonomiudvalget", "by": "Byrådet"}


def item(
    name: str,
    title: str,
    *paragraphs: str,
    body: str = "bu",
    date: dt.date | None = dt.date(2025, 9, 8),
    outcome: str = "adopted",
    subject: str | None = None,
    case_number: str | None = None,
    document: str | None = None,
) -> IndexedItem:
    """An item under the key `name`, in a document of its own unless one is named."""
    return IndexedItem(
        key=name,
        document=document or f"document of {name}",
        municipality="fjordby",
        body=BODIES[body],
        body_slug=body,
        title=title,
        date=date,
        outcome=outcome,
        subject=subject,
        case_number=case_number,
        paragraphs=tuple((f"l{10 * (number + 1)}", text) for number, text in enumerate(paragraphs)),
    )


RECORD = (
    item(
        "budget",
        "Budgetopfølgning pr. 31. august",
        "Udgifterne til kontanthjælpsmodtagere ventes at blive 1,2 mio. kr. lavere end budgetteret.",
        "Til gengæld stiger udgifterne til sygedagpenge med 5.194.370 kr.",
        subject="00.30.14",
        case_number="25-11-00.30.14-S55",
    ),
    item(
        "reform",
        "Orientering om kontanthjælpsreformen",
        "Reformen træder i kraft den 1. juli 2025. Modtagere af kontanthjælp får brev i god tid.",
        "Jobcentret holder tre informationsmøder for borgerne.",
        outcome="for_information",
        subject="15.20.00",
    ),
    item(
        "samtaler",
        "Rettidige samtaler i jobcenteret",
        "Andelen af rettidige samtaler er steget fra 82 til 91 procent.",
        "Jobcenterchefen fremlægger en handleplan for de ledige, der venter længst.",
        date=dt.date(2025, 12, 3),
        subject="15.00.30",
        case_number="24-26-15.00.00-A00",
    ),
    item(
        "skole",
        "Samarbejde med skolerne om unge uden uddannelse",
        "Ungdomsuddannelserne og kommunens uddannelsesvejledere mødes hver måned.",
        date=dt.date(2024, 5, 29),
        subject="15.17.22",
    ),
    item(
        "ips",
        "IPS-indsatsen for borgere med psykiske lidelser",
        "Et fast IPS-forløb varer op til to år. Regler og metode er beskrevet i bilaget.",
        "Fyrre deltagere kom i ordinære timer eller i løntilskud.",
        date=dt.date(2025, 3, 12),
        outcome="for_information",
        subject="15.00.30",
    ),
    item(
        "aabenraa",
        "Besøg fra Aabenraa",
        "Et udvalg fra Aabenraa kommer på besøg den 03.12.2025 for at høre om fjordbåden.",
        date=dt.date(2025, 10, 1),
        outcome="noted",
    ),
    item(
        "salg",
        "Udsalg af inventar",
        "Salaten blev serveret ved mødet, og kontorstolene blev sat på udsalg.",
        body="oeu",
        outcome="approved",
        subject="82.07.00",
    ),
    item(
        "festsal",
        "Leje af festsalen",
        "Byrådets festsal lejes ud til foreninger. En sal mere kan lejes i weekenden.",
        body="by",
        date=dt.date(2024, 2, 5),
        outcome="approved",
        subject="82.07.00",
    ),
    item(
        "virksomhed",
        "Virksomhedspraktik og nytteindsats",
        "Flere virksomheder tilbyder virksomhedspraktik. Praktikken kan vare fire uger.",
        "Nytteindsatsen afvikles hos Park og Vej.",
        date=dt.date(2024, 11, 6),
        outcome="recommended",
        subject="15.20.13",
    ),
    item(
        "klager",
        "Klager og afgørelser i Ankestyrelsen",
        "Ankestyrelsen stadfæstede ni afgørelser, ændrede to og hjemviste én.",
        "Kommunen svarer på klagerne inden fristen. Engangsydelser giver flest klager.",
        body="oeu",
        date=dt.date(2025, 6, 4),
        outcome="noted",
        subject="15.00.30",
    ),
    item(
        "borgmester",
        "Valg af medlem til bestyrelsen",
        "Viceborgmesteren foreslår et nyt medlem. Medlemmerne vælges for fire år. Den faste ydelse er uændret.",
        body="by",
        date=dt.date(2025, 1, 15),
        subject="00.22.02",
    ),
    item(
        "udskudt",
        "Midler til mentorer",
        "Sagen om midlerne udsættes, til ministeren har svaret. Ministre svarer sjældent straks.",
        date=dt.date(2025, 2, 12),
        outcome="postponed",
        subject="15.20.00",
    ),
    item("tom", "Meddelelser", date=None, outcome="none"),
)


def build(folder: Path, items: Iterable[IndexedItem] = RECORD) -> SearchIndex:
    """A published index of the items, written in one session."""
    with SearchIndex.build_beside(folder) as new:
        write(new, items)
    return SearchIndex.open(folder)


def write(index: SearchIndex, items: Iterable[IndexedItem]) -> None:
    """One session that brings in the items, document by document."""
    documents: dict[str, list[IndexedItem]] = {}
    for one in items:
        documents.setdefault(one.document, []).append(one)
    with index.writing() as session:
        for sha256, held in documents.items():
            session.replace_document(sha256, held)


def keys(result: Result) -> list[str]:
    """The keys of the hits, in order."""
    return [hit.key for hit in result.hits]


def found(index: SearchIndex, text: str, **filters: str | int) -> set[str]:
    """The keys of everything that a text finds."""
    result = index.search(Query(text, per_page=100, **filters))  # type: ignore[arg-type]
    assert len(result.hits) == result.total
    return set(keys(result))


def marked(result: Result) -> list[str]:
    """What is marked in the titles and snippets of the hits, in order."""
    return [segment.text for hit in result.hits for segment in (*hit.title_segments, *hit.snippet) if segment.marked]


def everything(index: SearchIndex, texts: Sequence[str]) -> list[object]:
    """All that a search answers to each text, but for how long it took."""
    results = [index.search(Query(text, per_page=100)) for text in texts]
    return [(result.total, result.hits, result.facets, result.suggestion) for result in results]
