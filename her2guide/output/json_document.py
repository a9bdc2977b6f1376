"""The guide as JSON for other programs. The shape is promised: keys may be added, never taken away."""

import json
from typing import Any

from her2guide.guide.document import (
    AskList,
    Block,
    Bullets,
    Callout,
    Card,
    Contacts,
    Diary,
    Face,
    GuideDocument,
    Heading,
    Line,
    Paragraph,
    PictureBlock,
    Role,
    Section,
    SourceEntry,
    Steps,
    Table,
    Tone,
    facts_of,
    lines_of,
    plain,
    spans_of,
)
from her2guide.output.typed_text import visible

SCHEMA = 1
_TONES = {Tone.EMERGENCY: "call_now", Tone.CALL_NOW: "call_now", Tone.NOTE: "note"}  # two are promised


def render_json(document: GuideDocument) -> str:
    """Return the guide as a JSON text that ends with a newline."""
    content = document.content
    shape = {
        "schema": SCHEMA,
        "language": document.language,
        "today": document.today.isoformat(),
        "content": {
            "version": content.version,
            "newest_review": content.newest_review.isoformat(),
            "reviewed_by": content.reviewed_by,
        },
        "sections": [_section(section) for section in document.sections],
        "sources": [_source(source) for source in document.sources],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": visible(section.title),
        "audience": section.audience.value,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    typed = any(span.role is Role.TYPED for span in spans_of((block,)))
    return {**_content(block), "facts": list(facts_of((block,))), "typed": typed}


def _content(block: Block) -> dict[str, Any]:  # noqa: C901 - one plain case for each kind of block
    match block:
        case Heading(text):
            return {"kind": "heading", "text": _words(text)}
        case Paragraph(text):
            return {"kind": "paragraph", "text": _words(text)}
        case Bullets(items):
            return {"kind": "bullets", "items": _list(items)}
        case Steps(items):
            return {"kind": "steps", "items": _list(items)}
        case Table(rows, header, caption):
            cells = [_list(row) for row in rows]
            return {"kind": "table", "text": _words(caption), "header": header, "rows": cells}
        case Callout(text, items, tone):
            return {"kind": "callout", "tone": _TONES[tone], "text": _words(text), "items": _list(items)}
        case Contacts(pairs):
            return {"kind": "contacts", "rows": [_list(pair) for pair in pairs]}
        case AskList(items, ranked):
            return {"kind": "ask_list", "ranked": ranked, "items": _list(items)}
        case PictureBlock(picture):
            return {"kind": "picture", "alt": visible(picture.alt)}
        case Card(front, back):
            return {"kind": "card", **_face(front), "back": _face(back)}
        case Diary(items, days):
            return {"kind": "diary", "items": _list(items), "days": days}


def _face(face: Face) -> dict[str, Any]:
    """Return a side of a card: its head, its lines and signs in order, and its rows to read or to write in."""
    said = [each for part in face.parts if not isinstance(part, Contacts) for each in lines_of(part)]
    rows = [pair for part in face.parts if isinstance(part, Contacts) for pair in part.rows]
    return {"text": _words(face.head), "items": _list(tuple(said)), "rows": [_list(pair) for pair in rows]}


def _source(source: SourceEntry) -> dict[str, str]:
    return {
        "id": source.id,
        "title": visible(source.title),
        "address": source.address,
        "date": visible(source.date),
        "checked": source.checked.isoformat(),
    }


def _words(text: Line) -> str:
    return visible(plain(text))


def _list(lines: tuple[Line, ...]) -> list[str]:
    return [_words(each) for each in lines]
