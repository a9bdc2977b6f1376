"""The one place that makes text safe to show: nothing in it can hide, reorder or forge what is read."""

import re

# Control characters but newline and tab; the controls that turn the reading direction; the line and paragraph
# separators; and code points that no file may hold (lone surrogates, non-characters).
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def mark(character: str) -> str:
    """Return the visible mark of one character, such as [U+202E]."""
    return f"[U+{ord(character):04X}]"


def visible(text: str) -> str:
    """Return text with every hidden control as a visible mark. All else comes out exactly as typed."""
    return _HIDDEN.sub(lambda found: mark(found.group()), text)
