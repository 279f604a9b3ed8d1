"""What of a document may be public: everything but what stands under closed items, and no personal number.

A closed item keeps its number, its title as published, its case number, its openness and its place in the source. The
table of contents stays, since it is published; whatever else lies within a closed item's lines goes. A number that
passes as a CPR number is hidden wherever it stands, in text that is published like everywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pejl.calendar.personal_numbers import find_personal_numbers, masked, masked_lines, masked_name
from pejl.minutes.closed_elsewhere import closed_elsewhere, entries_with_groups, whole_is_closed
from pejl.minutes.document import Item, Member, Minutes, Part, Role, Section, SourceLine, Table
from pejl.minutes.lines import without_markup
from pejl.minutes.openness import closed_title, closes_case, closes_group, is_closing_mark
from pejl.minutes.texts import texts_of, with_texts


def public_version(minutes: Minutes) -> Minutes:
    """The document without what closed items hold, its personal numbers hidden. Any other comes back equal."""
    return without_personal_numbers(_open_parts(minutes))


def without_personal_numbers(minutes: Minutes) -> Minutes:
    """The document with every number that passes as a personal number hidden; the very same where there is none.

    Lines that stand by themselves are looked at together too, since a number may be cut by the end of a line. A case
    number that holds one is left out: masked, the cases of two persons would look like one case.
    """
    lines = {name: _masked_together(getattr(minutes, name)) for name in ("head", "furniture", "unread")}
    items = [_item_without(item) for item in minutes.items]
    name = masked_name(minutes.source.name)
    source = minutes.source if name == minutes.source.name else minutes.source.model_copy(update={"name": name})
    parts = (*lines.items(), ("items", items), ("source", source))
    changed = {name: new for name, new in parts if new != getattr(minutes, name)}
    return with_texts(minutes.model_copy(update=changed) if changed else minutes, masked)


def public_lines(lines: Sequence[str]) -> list[str]:
    """Source lines with every personal number hidden, those included that markup cuts. As many lines as before."""
    return [_masked_under_markup(line) for line in masked_lines(lines)]


def _masked_under_markup(line: str) -> str:
    bare = without_markup(line) if any(sign in line for sign in "<&*_") else line
    return masked(bare) if find_personal_numbers(bare) else line


def _item_without(item: Item) -> Item:
    number, heading = item.case_number, _masked_together(item.heading)
    personal = number and any(find_personal_numbers(text) for text, _ in texts_of(number))
    changed = {"case_number": None} if personal else {}
    return item.model_copy(update={**changed, "heading": heading}) if changed or heading != item.heading else item


def _masked_together(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines with what is hidden in each, or across the end of one."""
    texts = [line.text for line in lines]
    hidden = masked_lines(texts)
    if hidden == texts:
        return lines
    return [line.model_copy(update={"text": text}) for line, text in zip(lines, hidden, strict=True)]


def _open_parts(minutes: Minutes) -> Minutes:
    if not minutes.items:
        return _without_items(minutes)
    minutes = _with_all_closed(minutes)
    closed = [item for item in minutes.items if item.closed]
    if not closed and not any(each.closed for item in minutes.items for each in item.attachments):
        return minutes
    hidden = {line for item in closed for line in range(item.lines.first, item.lines.last + 1)}
    items = [
        _stub(item) if item.closed else _without_words_of_others(_without_closed_files(item), hidden)
        for item in minutes.items
    ]
    return minutes.model_copy(
        update={
            "items": items,
            "members": _members_told_of_in_the_open(minutes, hidden),
            "furniture": [line for line in minutes.furniture if line.line not in hidden],
            "unread": [line for line in minutes.unread if line.line not in hidden],
        }
    )


def _without_words_of_others(item: Item, hidden: set[int]) -> Item:
    """An open item without a decision that stands in a closed one ("Punkt 3 er taget af dagsordenen")."""
    inside = item.decision is not None and item.decision.lines.first in hidden
    return item.model_copy(update={"decision": None}) if inside else item


def _members_told_of_in_the_open(minutes: Minutes, hidden: set[int]) -> list[Member]:
    """The members without those whom only closed items name, such as a substitute who is on no list."""
    secret = _said(item for item in minutes.items if item.closed)
    told = _said([*minutes.head, *(item for item in minutes.items if not item.closed)])
    return [
        member
        for member in minutes.members
        if member.line not in hidden and (member.line is not None or member.name in told or member.name not in secret)
    ]


def _said(parts: Iterable[Part]) -> str:
    return "\n".join(text for part in parts for text, _ in texts_of(part))


def _with_all_closed(minutes: Minutes) -> Minutes:
    """The document with those items closed too that something outside them says are closed."""
    shut = closed_elsewhere(minutes)
    if all(item.closed for item, closed in zip(minutes.items, shut, strict=True) if closed):
        return minutes
    items = [
        item.model_copy(update={"closed": item.closed or closed})
        for item, closed in zip(minutes.items, shut, strict=True)
    ]
    return minutes.model_copy(update={"items": items})


def _without_closed_files(item: Item) -> Item:
    """An open item without the attachments that its source says are not public, and without the text that lists them:
    a name may go on over more lines than its own.
    """
    shut = [each.line for each in item.attachments if each.closed]
    if not shut:
        return item
    telling = [section for section in item.sections if _lists_any(section, shut)]
    told = {block.table for section in telling for block in section.blocks}
    return item.model_copy(
        update={
            "attachments": [each for each in item.attachments if not each.closed],
            "sections": [
                section.model_copy(update={"blocks": []}) if _lists_any(section, shut) else section
                for section in item.sections
            ],
            "tables": [
                Table(header=[], rows=[], lines=table.lines) if place in told else table
                for place, table in enumerate(item.tables)
            ],
        }
    )


def _lists_any(section: Section, lines: Sequence[int]) -> bool:
    return any(section.lines.first <= line <= section.lines.last for line in lines)


def hidden_lines(item: Item) -> set[int]:
    """The lines of an open item's public version that list closed attachments: those of a list that was left out."""
    hidden: set[int] = set()
    for section in item.sections:
        if section.role in {Role.ATTACHMENTS, Role.TEXT} and not section.blocks:
            first = section.lines.first + (section.heading is not None)
            hidden.update(range(first, section.lines.last + 1))
    return hidden - {each.line for each in item.attachments}


def _without_items(minutes: Minutes) -> Minutes:
    """A text in which no item was found is public up to the first line that speaks of something closed."""
    told = sorted((*minutes.head, *minutes.unread, *minutes.furniture), key=lambda line: line.line)
    shut = [line.line for line in told if _says_closed(line.text)]
    shut += [entry.line for entry in entries_with_groups(minutes) if entry.closed]
    if not shut and not whole_is_closed(minutes):
        return minutes
    first = min(shut, default=1) if not whole_is_closed(minutes) else 1
    kept = {
        name: [line for line in getattr(minutes, name) if line.line < first] for name in ("head", "unread", "furniture")
    }
    return minutes.model_copy(update=kept)


def _says_closed(text: str) -> bool:
    return bool(closed_title(text)) or closes_group(text) or is_closing_mark(text) or closes_case(text)


def _published_title(item: Item) -> str | None:
    """A closed item's title, unless it is a sentence: then the line may be text, and text under it is not public."""
    return None if item.title and item.title.rstrip().endswith((".", "!", "?", ";")) else item.title


def _stub(item: Item) -> Item:
    return Item(
        number=item.number,
        label=item.label,
        title=_published_title(item),
        case_number=item.case_number,
        closed=True,
        group=item.group,
        lines=item.lines,
    )
