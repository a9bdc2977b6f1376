"""docs/scorecard.md, made of the scores and of the record of who looked at them."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.scorecard.card import MISSING, NOT_APPLICABLE, OPEN, ROOT, Card, Instrument, Item

PAGE = ROOT / "docs" / "scorecard.md"

HEAD = """# Scorecard

How good the guide is by instruments that others made. `docs/scorecard.toml` has the scores; `make scorecard` writes
this page from it. The guide was scored twice, the second time without seeing the first scores; **the lower stands**.
What only patients or clinicians can show stays open and is not counted. The scorers belong to the project and are no
outside body; the instruments are told in our own words, several from memory.
"""


def page(card: Card, record: Mapping[str, Any]) -> str:
    """Return the whole page."""
    lines = [HEAD, *_looked_at(record), *_before(card), *_summary(card), *_short(card), *_open(card), *_reading(record)]
    for instrument in card.instruments:
        lines += _instrument(instrument)
    return "\n".join(lines) + "\n"


def _looked_at(record: Mapping[str, Any]) -> Iterator[str]:
    yield f"Content {record['content']}. Looked at last by {record['by']} on {record['on']}. When what people read has"
    yield "changed since, `tests/scorecard` fails and names the files."


def _before(card: Card) -> Iterator[str]:
    yield "\n## Before scoring\n"
    yield from (f"- **{name.replace('_', ' ').capitalize()}:** {text}" for name, text in card.before.items())


def _summary(card: Card) -> Iterator[str]:
    yield "\n## In short\n"
    yield "| instrument | met | of those that a program can meet | wanted | open |"
    yield "|---|---|---|---|---|"
    for each in card.instruments:
        still_open = sum(item.stands == OPEN for item in each.items)
        points = f" ({each.points} of {each.scale[1] * len(each.counted)} points)" if each.scale[1] > 1 else ""
        wanted = f"{each.target} %" if each.target else ""
        share = f"{len(each.met)} of {len(each.counted)}: {each.share:.0f} %{points}"
        yield f"| [{each.name}](#{each.id}) | {_reached(each)} | {share} | {wanted} | {still_open or ''} |"


def _reached(each: Instrument) -> str:
    return "" if not each.target else "yes" if each.share >= each.target else "**no**"


def _short(card: Card) -> Iterator[str]:
    yield "\n## What falls short\n"
    for each in card.instruments:
        for item in each.counted:
            if item not in each.met:
                since = f" *Mended since, not scored again: {item.mended}.*" if item.mended else ""
                yield f"- {each.name}, {item.id}. {item.item}: {(item.second_saw or item.evidence).rstrip('.')}.{since}"


def _open(card: Card) -> Iterator[str]:
    yield "\n## What only people can show\n"
    for each in card.instruments:
        for item in each.items:
            if item.stands == OPEN:
                yield f"- {each.name}, {item.id}. {item.item}: {item.evidence}"


def _reading(record: Mapping[str, Any]) -> Iterator[str]:
    yield "\n## How hard it is to read\n"
    yield "School grades of pages as people get them, each page at its hardest: the median of the pages, and the"
    yield f"hardest. Names of medicines as they stand, and masked. {record['reading']['pages']} pages.\n"
    yield "| formula | median | median, masked | hardest | hardest, masked |"
    yield "|---|---|---|---|---|"
    for name, row in record["reading"]["formulas"].items():
        hardest = f"{row['hardest']} (`{row['hardest_page']}`)"
        yield f"| {name} | {row['median']} | {row['median_masked']} | {hardest} | {row['hardest_masked']} |"


def _instrument(each: Instrument) -> Iterator[str]:
    yield f'\n## <a id="{each.id}"></a>{each.name}\n'
    yield f"{each.basis} Scale {each.scale[0]} to {each.scale[1]}; met from {each.met_at} on.\n"
    yield "| | item | first | second | stands | evidence |"
    yield "|---|---|---|---|---|---|"
    yield from (f"| {' | '.join(_cells(item))} |" for item in each.items)


def _cells(item: Item) -> Iterator[str]:
    yield from (item.id, item.item)
    yield from (_score(score) for score in (item.first, item.second))
    yield f"**{_score(item.stands)}**"
    yield f"{item.evidence}; second scorer: {item.second_saw}" if item.second_saw else item.evidence


def _score(score: int | str) -> str:
    return {NOT_APPLICABLE: "n/a", OPEN: "open", MISSING: "-"}.get(str(score), str(score))
