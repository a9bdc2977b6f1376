"""Patterns for pages in small letters: written as the words are, compiled small."""

import re

_LETTERS = re.compile(r"\\.|\(\?P[<=]\w+[>)]|[A-Z]", re.DOTALL)


def small(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern with its capital letters made small: quicker than to ignore case."""
    return re.compile(_LETTERS.sub(lambda match: match[0] if len(match[0]) > 1 else match[0].lower(), pattern))
