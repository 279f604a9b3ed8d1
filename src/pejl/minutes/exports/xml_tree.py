"""The XML of an export as a tree: read without entities, document types, network or endless nesting.

Exports state one encoding and are written in another, and carry signs that XML forbids (the form feeds of a PDF's
pages). Both are put right before the tree is made, since a strict parser stops at either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pejl.minutes.sources.limits import megabytes
from pejl.minutes.sources.unreadable import Refusal, Words
from pejl.minutes.sources.web_page import page_text
from pejl.minutes.sources.xml_parts import child, local_name
from pejl.minutes.sources.zip_parts import LARGEST_PART

Element = etree._Element

_DAMAGED = Words(
    "the XML is damaged or ends too early: have it exported again",
    "XML'en er beskadiget eller slutter for tidligt: få den eksporteret igen",
)
_ENTITIES = Words(
    "it declares a document type or entities, which no export does",
    "den erklærer en dokumenttype eller entiteter, og det gør ingen eksport",
)
_TOO_LARGE = Words(
    f"it is larger than {megabytes(LARGEST_PART)}, or one of its texts than 10 MB, which is the limit",
    f"den fylder mere end {megabytes(LARGEST_PART)}, eller en af dens tekster mere end 10 MB, og det er grænsen",
)
_TOO_DEEP = Words(
    "its XML lies too deep within itself, which no export does",
    "dens XML ligger for dybt inde i sig selv, og det gør ingen eksport",
)
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]*\?>")
_FORBIDDEN_REFERENCE = re.compile(
    r"&#(?:x0{0,8}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF]|[dD][89a-fA-F][0-9a-fA-F]{2})|0{0,8}(?:[0-8]|1[124-9]|2[0-9]|3[01]));"
)
_FORBIDDEN_SIGN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")
_TRUE = frozenset({"true", "1", "ja", "yes", "sand"})


def parse_xml(data: bytes) -> Element:
    """The root of the XML that the bytes hold. A form feed becomes a line's end, any other forbidden sign a space."""
    if len(data) > LARGEST_PART:
        raise Refusal(_TOO_LARGE)
    text = _DECLARATION.sub("", page_text(data), count=1)
    if "&#" in text:
        text = _FORBIDDEN_REFERENCE.sub(lambda found: "\n" if _is_form_feed(found[0]) else " ", text)
    text = _FORBIDDEN_SIGN.sub(lambda sign: "\n" if sign[0] == "\f" else " ", text)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.strip().encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "<!ENTITY" in text or "<!DOCTYPE" in text:
            raise Refusal(_ENTITIES) from error
        said = str(error).lower()
        raise Refusal(_TOO_DEEP if "depth" in said else _TOO_LARGE if "huge" in said else _DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal(_ENTITIES)
    return root


def _is_form_feed(reference: str) -> bool:
    number = reference[2:-1]
    return (int(number[1:], 16) if number[0] in "xX" else int(number)) == 12


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children with the last of `names`, of the descendant that the names before it lead to."""
    *path, last = names
    within = child(element, *path) if path else element
    if within is not None:
        yield from (found for found in within if local_name(found) == last)


def text_of(element: Element | None, *names: str) -> str:
    """All text of the descendant that `names` lead to, without the space around it; empty where there is none."""
    found = child(element, *names) if names else element
    return "" if found is None else "".join(str(part) for part in found.itertext()).strip()


def attribute_of(element: Element | None, *names: str) -> str:
    """The value of the first of the named attributes that the element has, stripped; empty where it has none."""
    if element is None:
        return ""
    told = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    return next((told[name].strip() for name in names if name in told), "")


def says_yes(text: str) -> bool:
    """Whether a flag is set. One that is missing, or that says anything else, is not."""
    return text.strip().casefold() in _TRUE
