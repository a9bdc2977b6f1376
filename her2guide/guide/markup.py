"""A small part of Markdown to blocks. What it does not know it refuses."""

from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from her2guide.guide.document import (
    Block,
    Bullets,
    Callout,
    Heading,
    Line,
    Paragraph,
    Role,
    Span,
    Steps,
    Table,
    plain,
)
from her2guide.guide.voice import Voice
from her2guide.library.errors import ContentError

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Marker:
    """A place in a page that the program fills, written `@name` in a paragraph of its own."""

    name: str


def blocks(text: str, voice: Voice, where: str) -> tuple[Block | Marker, ...]:
    """Return the blocks of Markdown `text`. Raises `ContentError` for a construct we do not use."""
    return tuple(_block(node, voice, where) for node in _parsed(text))


@lru_cache(maxsize=512)  # the same few texts come back for every person; the nodes are only read
def _parsed(text: str) -> tuple[SyntaxTreeNode, ...]:
    return tuple(SyntaxTreeNode(_MARKDOWN.parse(text)).children)


def _block(node: SyntaxTreeNode, voice: Voice, where: str) -> Block | Marker:
    match node.type:
        case "heading" if node.tag == "h2":
            return Heading(_inline(node, voice, where))
        case "paragraph":
            text = _inline(node, voice, where)
            words = plain(text)
            return Marker(words[1:]) if words.startswith("@") else Paragraph(text)
        case "bullet_list":
            return Bullets(tuple(_item(item, voice, where) for item in node.children))
        case "ordered_list":
            return Steps(tuple(_item(item, voice, where) for item in node.children))
        case "blockquote":
            first, *rest = [_block(child, voice, where) for child in node.children]
            match first, rest:
                case Paragraph(text), []:
                    return Callout(text)
                case Paragraph(text), [Bullets(items)]:
                    return Callout(text, items)
        case "table":
            rows = [row for part in node.children for row in part.children]
            return Table(tuple(tuple(_inline(cell, voice, where) for cell in row.children) for row in rows))
    raise _unknown(node, where)


def _item(node: SyntaxTreeNode, voice: Voice, where: str) -> Line:
    if [child.type for child in node.children] != ["paragraph"]:
        raise _unknown(node, where, "a list item that is more than one paragraph")
    return _inline(node.children[0], voice, where)


def _inline(node: SyntaxTreeNode, voice: Voice, where: str) -> Line:
    """Return the words of a paragraph, heading or cell."""
    spans: list[Span] = []
    for child in (leaf for inline in node.children for leaf in inline.children):
        match child.type:
            case "text":
                spans.extend(voice.spans(child.content))
            case "strong" if all(inner.type == "text" for inner in child.children):
                for inner in child.children:
                    spans.extend(voice.spans(inner.content, Role.STRONG))
            case "softbreak":
                spans.append(Span(" "))
            case _:
                raise _unknown(child, where)
    return tuple(spans)


def _unknown(node: SyntaxTreeNode, where: str, what: str = "") -> ContentError:
    return ContentError(where, problem=f"has {what or node.type}, which our Markdown does not use")
