"""The guide as one page for a browser: no scripts, and nothing that is fetched from anywhere."""

from collections.abc import Iterator
from html import escape

from her2guide.guide.document import GuideDocument
from her2guide.output.html_blocks import Blocks
from her2guide.output.html_style import style_sheet
from her2guide.output.html_words import escaped, words_of

# What the page itself may do, should anything ever get into it: be styled, and nothing else.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def render_html(document: GuideDocument) -> str:
    """Return the guide as a page that ends with a newline. The same document gives the same page."""
    return "\n".join(_page(document)) + "\n"


def _page(document: GuideDocument) -> Iterator[str]:
    furniture, blocks = document.furniture, Blocks(words_of(document))
    yield "<!doctype html>"
    yield f'<html lang="{escape(document.language)}">'
    yield from _head(document)
    yield "<body>"
    yield f'<a class="skip" href="#guide">{escaped(furniture.skip)}</a>'
    yield f"<header><h1>{escaped(furniture.mark)}</h1></header>"
    yield from _contents(document)
    yield '<main id="guide" tabindex="-1">'
    for section in document.sections:
        yield blocks.section(section, _place(section.id))
    yield "</main>"
    yield f"<footer><p>{escaped(furniture.footer)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _head(document: GuideDocument) -> Iterator[str]:
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escaped(document.furniture.mark)}</title>"
    yield f"<style>\n{style_sheet()}</style>"
    yield "</head>"


def _contents(document: GuideDocument) -> Iterator[str]:
    """Yield the list of parts, closed at first: the guide begins with the result, not with a list."""
    yield f'<nav aria-label="{escape(document.furniture.parts)}"><details>'
    yield f"<summary>{escaped(document.furniture.parts)}</summary>"
    yield "<ul>"
    for section in document.sections:
        yield f'<li><a href="#{_place(section.id)}">{escaped(section.title)}</a></li>'
    yield "</ul>"
    yield "</details></nav>"


def _place(section: str) -> str:
    return escape(f"part-{section}")
