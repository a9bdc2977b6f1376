"""Three lines for the chart: that education was given, on what, and with which material.

No diagnosis and no word of a result: parts are named by their chapter, whose names tell of nobody.
"""

from collections.abc import Collection, Sequence

from her2guide.guide.document import GuideDocument
from her2guide.guide.voice import format_date
from her2guide.library.library import Library
from her2guide.library.order import chapter_of


def chart_lines(document: GuideDocument, covered: Collection[str], library: Library) -> tuple[str, str, str]:
    """Return the lines for a guide of which some parts were covered."""
    names = chapters_of([section.id for section in document.sections if section.id in covered], library)
    mark, version = library.word("page.mark"), document.content.version
    return (
        library.say("consult.chart.given", mark=mark, date=format_date(document.today, library)),
        library.say("consult.chart.topics", topics="; ".join(names) or library.word("consult.chart.none")),
        library.say("consult.chart.materials", mark=mark, version=version),
    )


def chapters_of(sections: Sequence[str], library: Library) -> tuple[str, ...]:
    """Return the names of the chapters of some parts, each once, in their order."""
    return tuple(dict.fromkeys(library.word(f"chapter.{chapter_of(section)}") for section in sections))
