"""XML from outside, read without its means of harm: no entities, no document type, no network, no endless nesting."""

from __future__ import annotations

from lxml import etree

from pejl.minutes.sources.unreadable import Refusal, Words

_DAMAGED = Words("the Word file is damaged", "Word-filen er beskadiget")
_ENTITIES = Words(
    "it declares entities, which a Word file never does",
    "den erklærer entiteter, og det gør en Word-fil aldrig",
)


def parse_part(part: str, data: bytes) -> etree._Element:
    """The root element of a part of a Word file."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    place = Words(part, part)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = _ENTITIES if b"<!ENTITY" in data else _DAMAGED
        raise Refusal(reason, place) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal(_ENTITIES, place)
    return root


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace: Word has two namespaces with the same names."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child named so, then its first child named so, and so on; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = next((found for found in element if local_name(found) == name), None)
    return element


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute's value in whichever namespace; None where element or attribute is missing."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def value(element: etree._Element | None, *names: str) -> str | None:
    """The `val` attribute of a descendant reached by `names`: where WordprocessingML keeps its settings."""
    return attribute(child(element, *names), "val")


def number(text: str | None) -> int | None:
    """A whole number of moderate size as XML writes it; None where the text is no such number."""
    if text is None or len(text) > 9:
        return None
    try:
        return int(text)
    except ValueError:
        return None
