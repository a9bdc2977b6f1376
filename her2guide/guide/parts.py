"""The blocks that pages ask for by a marker: other uses, word list, sources, review state."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from her2guide.guide.document import (
    Block,
    Bullets,
    Callout,
    Line,
    Paragraph,
    Role,
    SourceEntry,
    Span,
    Steps,
    line,
    spans_of,
)
from her2guide.guide.explained import words_in
from her2guide.guide.inline import inline
from her2guide.guide.plan import Plan
from her2guide.guide.review import review_state
from her2guide.guide.voice import format_date
from her2guide.library.library import Library
from her2guide.model.her2 import classify
from her2guide.model.profile import Profile
from her2guide.model.terms import HAVING_HAD, YesNo
from her2guide.model.topics import TopicView


def other_uses(profile: Profile, chosen: Plan, library: Library) -> tuple[Block, ...]:
    """Return the uses left over by name, in two short lists: open, and had already.

    Where results differ, or may not be the newest, a sentence says so first.
    """
    groups: dict[str, list[TopicView]] = {"open": [], "had": []}
    for view in chosen.left_over:
        groups["had" if view.told in HAVING_HAD else "open"].append(view)
    found: list[Block] = [*differ_note(profile, library)]
    for key, views in groups.items():
        if views:
            found.append(Paragraph(line(library.word(f"other-uses.{key}"))))
            found.append(Bullets(tuple(_use(view, library) for view in views)))
    return tuple(found)


def differ_note(profile: Profile, library: Library) -> tuple[Block, ...]:
    """Return a word on results that may differ, or may not be the newest; nothing where they agree."""
    return (Callout(line(library.word("other-uses.differ"))),) if _results_may_differ(profile) else ()


def _results_may_differ(profile: Profile) -> bool:
    her2, others = profile.answers.her2, profile.answers.other_results
    return her2.newest in (YesNo.NO, YesNo.NOT_SURE) or any(classify(other) is not profile.category for other in others)


def _use(view: TopicView, library: Library) -> Line:
    """Return one use with country, month and the day we checked."""
    approved = library.topics[view.id].approved
    item = library.say(
        "other-uses.item",
        name=library.topic_names[view.id].name,
        month=f'{{{{ fact("{approved}") }}}}',
        checked=f'{{{{ checked("{approved}") }}}}',
    )
    return inline(item, library, f"names.toml: topic.{view.id}")


def terms(used: Iterable[Block], library: Library) -> tuple[Block, ...]:
    """Return the medical words these blocks use, with their meanings, in the order of the alphabet.

    Words that a meaning uses are among them.
    """
    ids: set[str] = set()
    left = {span.target for span in spans_of(used) if span.role is Role.TERM}
    while left:
        ids |= left
        left = {word for entry in left for word in words_in(library.glossary[entry].meaning, library)} - ids
    found = sorted(((entry, library.glossary[entry]) for entry in ids), key=lambda each: each[1].word.casefold())
    items = tuple((Span(term.word, Role.STRONG, entry), Span(f": {term.meaning}")) for entry, term in found)
    return (Bullets(items),)


def source_entries(ids: Iterable[str], library: Library) -> tuple[SourceEntry, ...]:
    """Return the sources as people may see them, each once, in order of title."""
    found = [(entry, library.sources[entry]) for entry in dict.fromkeys(ids)]
    entries = [
        SourceEntry(entry, _title(item.title, item.publisher), item.address, item.date, item.checked)
        for entry, item in found
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.title.casefold(), entry.id)))


def _title(title: str, publisher: str) -> str:
    return f"{_stopped(title)} {publisher}" if publisher and publisher.casefold() not in title.casefold() else title


def sources(entries: Iterable[SourceEntry], library: Library) -> tuple[Block, ...]:
    """Return the reference list. The day on which most were last checked is said once, above it."""
    listed = tuple(entries)
    days = Counter(entry.checked for entry in listed)
    usual = max(days, key=lambda day: (days[day], day))

    def told(entry: SourceEntry) -> str:
        dated = f"{entry.date}." if entry.date else ""
        checked = library.say("sources.checked", checked=format_date(entry.checked, library))
        parts = (_stopped(entry.title), dated, "" if entry.checked == usual else checked, entry.address)
        return " ".join(part for part in parts if part)

    lead = library.say("sources.usual", checked=format_date(usual, library))
    return (Paragraph(line(lead)), Steps(tuple(line(told(entry)) for entry in listed)))


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith(("?", "!", ".")) else f"{sentence}."


def review(library: Library, today: date) -> tuple[Block, ...]:
    """Return which content this is, when it was checked and must be again, who reviewed it, when the guide was made."""
    edition = library.edition
    texts = (
        library.say("review.edition", version=edition.version, checked=format_date(edition.checked, library)),
        *([library.say("review.next", due=format_date(edition.due, library))] if today <= edition.due else []),
        library.say("review.newest", newest=edition.newest_source),
        review_state(library),
        library.say("review.level", middle=str(edition.grade_middle), hardest=str(edition.grade_hardest)),
        library.say("review.made", today=format_date(today, library)),
    )
    return tuple(Paragraph(line(text)) for text in texts)
