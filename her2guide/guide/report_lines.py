"""The words of the example reports that show where an answer stands."""

from her2guide.guide.pictures import ReportLines
from her2guide.library.library import Library
from her2guide.library.question_records import ReportWords


def report_lines(words: ReportWords, library: Library) -> ReportLines:
    """Return the picture of two example reports for one question, in the library's language."""
    *first, last = [library.say("report.phrase", phrase=phrase) for phrase in words.phrases]
    phrases = library.say("report.or", first=", ".join(first), last=last)
    caption = library.say("report.caption", phrases=phrases)
    rows = ", ".join(library.say("report.row", label=label, value=value) for label, value in words.rows)
    return ReportLines(
        list_heading=library.word("report.list-heading"),
        rows=words.rows,
        text_heading=library.word("report.text-heading"),
        sentence=words.sentence,
        caption=caption,
        alt=library.say("report.alt", rows=rows, sentence=words.sentence, caption=caption),
    )
