"""Reports in words inside a FHIR resource: attached files and narratives, read as a report of their own would be."""

from datetime import date
from typing import Any

from her2guide.intake.documents import Said, decoded_document, said
from her2guide.intake.fhir_book import Book, Resource
from her2guide.intake.fhir_values import day, mapping, text
from her2guide.intake.markup import html_lines
from her2guide.intake.notices import Notice

NOT_HERE = Notice.NOT_HERE


def attached(attachment: dict[str, Any], owner: Resource, book: Book, when: date | None) -> Said:
    """Return what an attachment of a FHIR resource says; one that cannot be read becomes a warning."""
    encoded = text(attachment.get("data"))
    if not encoded and (address := text(attachment.get("url"))):
        encoded = text(book.linked(address, owner).get("data"))
        if not encoded:
            return [], [NOT_HERE]
    if not encoded:
        return [], []
    return decoded_document(encoded, when or day(attachment.get("creation")))


def narrative(value: Any, when: date | None) -> Said:
    """Return what the narrative of a FHIR resource says."""
    return said(html_lines(text(mapping(value).get("div"))), when)
