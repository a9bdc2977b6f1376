"""What one segment says of its receptors, as facts: each with the place it was read at."""

from her2guide.intake.facts import Fact
from her2guide.intake.her2 import read_her2
from her2guide.intake.receptors import read_receptor
from her2guide.intake.segments import Segment


def read(segment: Segment, text: str) -> list[Fact]:
    """Return what a segment says."""
    found: list[Fact] = []
    if any(token.kind in {"VERSUS", "DOUBT"} for token in segment.tokens):
        return found
    receptors = tuple(name for name in segment.names if name != "HER2")
    for place, name in enumerate(receptors):
        found += read_receptor(name, segment, place, len(receptors))
    if "HER2" in segment.names:
        found += read_her2(segment, text)
    return found
