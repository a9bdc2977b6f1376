"""Counts that stand as drawn people on a page about one side effect, asked for by a marker."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from her2guide.guide.counted import CountedGroup, both_ways, people_counted
from her2guide.guide.document import PictureBlock
from her2guide.guide.reading import wants_numbers
from her2guide.guide.voice import Voice
from her2guide.library.library import Library
from her2guide.model.profile import Profile


@dataclass(frozen=True, slots=True)
class _Counts:
    """What was counted, and for each group what it got and the fact that counts it. The words are in `ui.toml`."""

    what: str
    groups: tuple[tuple[str, str], ...]


COUNTS: Mapping[str, _Counts] = MappingProxyType(
    {
        "count-lungs": _Counts("lungs", (("enhertu", "enh.ild.pool984.any"),)),
        "count-nausea-db03": _Counts(
            "nausea",
            (("enhertu", "her2pos.db03.ae.nausea.enhertu"), ("tdm1", "her2pos.db03.ae.nausea.tdm1")),
        ),
        "count-nausea-db04": _Counts(
            "nausea",
            (("enhertu", "db04.ae.nausea.enhertu"), ("chemotherapy", "db04.ae.nausea.chemotherapy")),
        ),
        "count-nausea-db06": _Counts(
            "nausea",
            (("enhertu", "db06.ae.nausea.enhertu"), ("chemotherapy", "db06.ae.nausea.chemotherapy")),
        ),
        "count-nausea-db09": _Counts(
            "nausea",
            (("enhertu-pertuzumab", "her2pos.db09.ae.nausea.enhertu"), ("thp", "her2pos.db09.ae.nausea.thp")),
        ),
        "count-nausea-tb01": _Counts(
            "nausea",
            (("datroway", "dato.ae.nausea.datroway"), ("chemotherapy", "dato.ae.nausea.chemotherapy")),
        ),
    }
)  # by marker


def page_counts(marker: str, person: Profile, library: Library, today: date) -> tuple[PictureBlock]:
    """Return the drawing that a marker stands for. Raises `ContentError` where the person wants no numbers."""
    counts = COUNTS[marker]
    voice = Voice(library, numbers=wants_numbers(person), survival=False, where=f"@{marker}", today=today)
    groups = tuple(
        CountedGroup(library.word(f"drawing.counts.{group}"), fact, both_ways(fact, voice, library))
        for group, fact in counts.groups
    )
    trial = library.facts[counts.groups[0][1]].trial
    title = library.say("drawing.counts.title", what=library.word(f"drawing.counts.{counts.what}"))
    about = library.say(f"drawing.counts.{counts.what}-about", trial=trial)
    return (people_counted(title, groups, about, voice, library),)
