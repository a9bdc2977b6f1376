"""A password on a PDF: AES-256, by qpdf. What a screen reader needs stays as it was."""

import io
import unicodedata

LONGEST = 127  # bytes; what a PDF takes


class PasswordError(ValueError):
    """A password that no PDF can have. What it was is not told."""


def usable(password: str) -> str:
    """Return a password in the form every reader of PDF types it in. Raises `PasswordError`."""
    plain = unicodedata.normalize("NFKC", password)
    if not plain:
        raise PasswordError("is empty")
    if any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") for character in plain):
        raise PasswordError("has a character that cannot be typed")
    if len(plain.encode()) > LONGEST:
        raise PasswordError(f"is too long; it may have {LONGEST} bytes")
    return plain


def protect(pdf: bytes, password: str) -> bytes:
    """Return a PDF that opens with the password alone. Raises `PasswordError`.

    Screen readers may read it (PDF/UA-1, 7.16), and the title outside stays readable; it names no condition.
    """
    import pikepdf  # only for who asks for a password

    word = usable(password)
    found = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        lock = pikepdf.Encryption(user=word, owner=word, R=6, aes=True, metadata=False)
        file.save(found, encryption=lock, fix_metadata_version=False)
    return found.getvalue()
