"""What a guide holds and why, for other programs."""

from typing import Any

from her2guide.guide.build import Guide
from her2guide.guide.document import facts_of

SCHEMA = 1


def explain(guide: Guide) -> dict[str, Any]:
    """Return the `explain` output of the contract as plain JSON values."""
    document = guide.document
    return {
        "schema": SCHEMA,
        "her2": {"category": guide.profile.category.value, "provisional": guide.profile.provisional},
        "hormone_receptor": guide.profile.hormone_receptor.value,
        "topics": [
            {
                "id": view.id,
                "treatment": view.treatment,
                "relevance": view.relevance.value,
                "conditions": [{"id": name, "state": state.value} for name, state in view.states],
                "told": view.told.value if view.told else None,
            }
            for view in guide.views
        ],
        "programs": [
            {"id": program.id, "match": program.match.value, "reasons": list(program.reasons)}
            for program in guide.programs
        ],
        "sections": [section.id for section in document.sections],
        "red_flags": list(document.red_flags),
        "facts_used": list(facts_of(block for section in document.sections for block in section.blocks)),
        "warnings": list(document.warnings),
        "content": {
            "version": document.content.version,
            "newest_review": document.content.newest_review.isoformat(),
            "stale": list(document.content.stale),
        },
    }
