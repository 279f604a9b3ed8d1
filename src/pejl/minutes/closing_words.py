"""The words by which printed minutes say that something is not public, and what they say it of.

They are pieces of regular expressions, without regard to case, for those who know where such words count: in a title,
over a group of items, on a line of their own.
"""

from __future__ import annotations

NOT_PUBLIC = r"ikke[ -]?offentlig"
ONE = rf"(?:lukket|fortroligt?|{NOT_PUBLIC}t?(?: tilgængeligt?)?)"
MANY = rf"(?:lukkede|fortrolige|{NOT_PUBLIC}e)"
ITEM = r"(?:(?:tillægs)?(?:dagsordens?)?punkt|pkt\.?|sag)"
ITEMS = r"(?:(?:tillægs)?(?:dagsordens?)?punkter|pkt\.?|sager)"
WHOLE = r"(?:(?:tillægs)?(?:dagsorden|referat)|(?:beslutnings)?protokol|møde(?:del)?|del)"
BUSINESS = r"(?:(?:orienterings|beslutnings|drøftelses)sag|orientering|meddelelse|drøftelse|eventuelt|evt\.?)"
BUSINESSES = r"(?:orienteringer|meddelelser|drøftelser)"
FILE = r"(?:bilag|dokument(?:er)?|fil(?:er)?|notat)"
BEHIND_DOORS = r"(?:(?:for|bag) )?lukkede døre"

CLOSED = (
    rf"(?:{ONE}(?: (?:{ITEM}|{WHOLE}|{BUSINESS}|behandling|dør))?"
    rf"|{MANY} (?:{ITEMS}|{WHOLE}|{BUSINESSES})|{BEHIND_DOORS})"
)
"""Words that say nothing else: "Lukket", "Lukket punkt", "Fortrolige sager", "For lukkede døre"."""

_TREATED = r"(?:er|var|blev|bliver|behandles|behandledes|holdes|(?:er|blev|bliver) (?:behandlet|drøftet|holdt))"
STATED = (
    rf"(?:(?:dette |denne |det )?(?:dagsordens)?(?:punkt(?:et)?|sag(?:en)?|møde(?:t)?) {_TREATED}|behandles|behandlet) "
    rf"(?:(?:som|på|i|et|en|den|det) ){{0,2}}(?:{CLOSED}|lukkede (?:{WHOLE}|{ITEM}))(?: for offentligheden)?"
)
"""A sentence that says so of the item that it stands under: "Punktet behandles for lukkede døre"."""
