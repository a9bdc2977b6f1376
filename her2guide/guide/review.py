"""When the content was checked, and who reviewed it: the same words on the first page, on paper and in the guide."""

from her2guide.guide.voice import format_date
from her2guide.library.library import Library


def review_state(library: Library) -> str:
    """Return who reviewed the content, or that nobody has yet."""
    name = library.reviewed_by
    return library.say("review.by", name=name) if name else library.word("review.nobody")


def last_checked(library: Library) -> str:
    """Return the day the content was last checked, and who reviewed it."""
    checked = format_date(library.edition.checked, library)
    return library.say("review.last", checked=checked, review=review_state(library))
