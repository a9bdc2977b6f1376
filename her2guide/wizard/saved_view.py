"""What a saved visit keeps, in words: every answer that goes into the file, and nothing that does not."""

from her2guide.library.library import Library
from her2guide.model.answers import NEVER_SAVED
from her2guide.wizard.check_view import check_view
from her2guide.wizard.session import Session, questions


def saved_rows(session: Session, library: Library) -> tuple[tuple[str, str], ...]:
    """Return topic and answer of whatever was said and is saved, in the order of the questions."""
    unsaved = {page.id for page in questions(session) if set(page.fields) & set(NEVER_SAVED)}
    rows = [
        (row.topic, "; ".join(row.answer))
        for row in check_view(session, library).rows
        if row.provided and row.change not in unsaved
    ]
    if session.answers.counselor_notes:
        rows.append((library.word("questions.counselor"), session.answers.counselor_notes))
    return tuple(rows)
