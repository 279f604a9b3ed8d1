"""SBSYS, first variant: a `Dagsorden` in XML with Danish attributes, its words there or in `dagsorden.html` beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from pejl.minutes.document import Kind
from pejl.minutes.exports.exported import ExportedField, ExportedFile, ExportedItem, ExportedMeeting
from pejl.minutes.exports.files import file_name
from pejl.minutes.exports.moments import moment
from pejl.minutes.exports.stretches import stretches
from pejl.minutes.exports.texts import html_lines, one_line
from pejl.minutes.exports.xml_tree import Element, attribute_of, children, says_yes, text_of
from pejl.minutes.sources.web_page import read_web_page
from pejl.minutes.sources.xml_parts import child, local_name

SYSTEM = "sbsys-dagsorden"
PAGE = "dagsorden.html"

_MARKUP = frozenset({"p", "div", "span", "table", "ul", "ol", "li", "br", "b", "i", "strong", "em", "h1", "h2", "h3"})
_LEFT_OUT = (
    "Teksten til dette punkt er ikke taget med: "
    "i dagsorden.html kan den ikke skilles fra det lukkede punkt, der følger."
)


def knows(root: Element) -> bool:
    """Whether the XML is an agenda of this variant."""
    return local_name(root) == "Dagsorden" and (child(root, "Møde") is not None or bool(list(_points(root))))


def read(root: Element, beside: Callable[[str], bytes | None]) -> ExportedMeeting:
    """The meeting that the agenda holds; `beside` gives the file of that name that came with it."""
    meeting = child(root, "Møde")
    start = moment(attribute_of(meeting, "Mødedato"), attribute_of(meeting, "Mødetid"))
    end = moment(attribute_of(meeting, "Mødeslutdato"), attribute_of(meeting, "Mødesluttid"))
    shut = bool(attribute_of(root, "Åben")) and not says_yes(attribute_of(root, "Åben"))
    items = tuple(_item(point, shut) for point in _points(root))
    if any(item.open and not any(field.lines for field in item.fields) for item in items) and (page := beside(PAGE)):
        items = _with_words(items, read_web_page(page))
    named = attribute_of(root, "Dagsordentype").casefold()
    return ExportedMeeting(
        system=SYSTEM,
        kind=(Kind.MINUTES if "referat" in named else Kind.AGENDA) if named else None,
        body=one_line(attribute_of(meeting, "Udvalg")) or None,
        date=start.day,
        time=start.time,
        end_time=end.time if end.day in (None, start.day) else None,
        place=one_line(attribute_of(meeting, "Mødested")) or None,
        items=items,
    )


def _points(root: Element) -> Iterator[Element]:
    yield from children(root, "Dagsordenpunkter", "Dagsordenpunkt")
    yield from children(root, "Dagsordenpunkt")


def _item(point: Element, shut: bool) -> ExportedItem:
    files = [*children(point, "Bilagsliste", "Bilag"), *children(point, "Bilag")]
    return ExportedItem(
        label=attribute_of(point, "Nummer", "Punktnummer") or None,
        title=one_line(text_of(point, "Overskrift")) or None,
        open=says_yes(attribute_of(point, "Åbent", "Åben")) and not shut,
        case_number=attribute_of(point, "Sagsnummer", "Sagsnr") or text_of(point, "Sagsnummer") or None,
        fields=tuple(_fields(child(point, "Indhold"))),
        files=tuple(_file(file) for file in files),
    )


def _fields(content: Element | None) -> Iterator[ExportedField]:
    """The texts: one for each element named for what it is ("Sagsfremstilling"), else all of it as one."""
    if content is None:
        return
    parts = [part for part in content if local_name(part)]
    if not parts or any(local_name(part).casefold() in _MARKUP for part in parts):
        if lines := html_lines(_inner(content)):
            yield ExportedField(None, lines)
        return
    for part in parts:
        label = local_name(part).replace("_", " ").strip()
        yield ExportedField(one_line(attribute_of(part, "Navn", "Overskrift")) or label, html_lines(_inner(part)))


def _inner(element: Element) -> str:
    """What stands in the element: HTML that is written as text, or as elements."""
    if len(element) == 0:
        return text_of(element)
    inside = (etree.tostring(part, encoding="unicode", with_tail=True) for part in element)
    return (element.text or "") + "".join(inside)


def _file(file: Element) -> ExportedFile:
    name = file_name(attribute_of(file, "BilagUrl"))
    return ExportedFile(
        title=one_line(attribute_of(file, "Navn")) or name,
        number=attribute_of(file, "Nummer") or None,
        open=says_yes(attribute_of(file, "MaaPubliceres")),
    )


def _with_words(items: tuple[ExportedItem, ...], lines: list[str]) -> tuple[ExportedItem, ...]:
    """The items with their words from the page, where the XML itself has none for them."""
    cut = stretches(lines, items)
    told: list[ExportedItem] = []
    for place, item in enumerate(items):
        if any(field.lines for field in item.fields):
            told.append(item)
        elif place in cut.doubtful:
            told.append(replace(item, unread=(_LEFT_OUT,)))
        else:
            told.append(replace(item, pages=cut.by_item.get(place, ())))
    return tuple(told)
