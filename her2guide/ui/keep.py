"""Keeping the guide as a file the person chooses."""

from pathlib import Path

from her2guide.guide.document import GuideDocument
from her2guide.library.paths import fonts
from her2guide.output.render import Paper, paper_note, render


def save(document: GuideDocument, path: Path, *, paper: Paper, large_print: bool, password: str = "") -> str:
    """Write the guide, as plain text where the name ends so, else as PDF, perhaps with a password.

    Raises `OutputError`, and `PasswordError` where the file cannot have this one.

    Returns what else there is to say, or "".
    """
    from her2guide.files.atomic import write_atomically  # the first page does not wait for it

    kind = "txt" if path.suffix.lower() == ".txt" else "pdf"
    data = render(document, "txt" if kind == "txt" else "pdf", fonts(), paper=paper, large_print=large_print)
    if password:
        from her2guide.output.pdf_password import protect

        data = protect(data, password)
    notes = [write_atomically(path, data), paper_note(document, fonts()) if kind == "pdf" else None]
    return " ".join(note for note in notes if note)
