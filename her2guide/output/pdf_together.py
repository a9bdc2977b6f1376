"""What stays together on a page: no heading, no words before a list and no lone item ends a page or begins one.

Right under a heading a few words lead on to whatever follows them.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from her2guide.output.pdf_cards import CardSheet, DiarySheet
from her2guide.output.pdf_flow import Beside, Figure, Item, Panel, Sign, WriteIn
from her2guide.output.pdf_para import Para, total
from her2guide.output.pdf_para import place as stacked
from her2guide.output.pdf_style import Style
from her2guide.output.pdf_table import Grid

HEADS = ("H1", "H2", "Caption", "RowHead")
SHORT_LEAD, SHORT_ITEM = 2, 6  # lines: longer words before a list, and longer items, can stand alone
MOST = 0.72  # of the paper's height, that is asked for at once
ROWS = 2  # of a table that stand under its head at least
WHOLE = 0.36  # of the paper's height: a numbered list or a table up to so much is never cut
CLOSING = 3  # short paragraphs at the end of a part that never stand alone on a page


def leads_on(parts: Sequence[Flowable], place: int, style: Style) -> bool:
    """Return whether what comes after a part must begin on its page."""
    part, after = parts[place], parts[place + 1 : place + 3]
    if not after:
        return False
    if _is_short(part, SHORT_ITEM, style) and _closes(parts, place + 1, style):
        return True
    if isinstance(after[0], WriteIn) and not isinstance(part, WriteIn) and _is_short(part, SHORT_ITEM, style):
        return True
    if isinstance(part, Para):
        leads = (place and _is_head(parts[place - 1])) or isinstance(after[0], Item | Beside | Grid)
        return _is_head(part) or (leads and _is_short(part, SHORT_LEAD, style))
    if isinstance(part, WriteIn):  # lines to write on stay under each other
        return isinstance(after[0], WriteIn) and part.block is after[0].block
    if not _is_one_list(part, after[0]) or not _is_short(part, SHORT_ITEM, style):
        return False
    if _is_kept_whole(parts, place, style):
        return True
    is_first = place == 0 or not _is_one_list(parts[place - 1], part)
    return is_first or len(after) == 1 or not _is_one_list(after[0], after[1])


def room_to_begin(parts: Sequence[Flowable], place: int, style: Style) -> float:
    """Return the room that must be there where a part begins; 0 where it can begin anywhere, or follows a lead."""
    if place and leads_on(parts, place - 1, style):
        return 0.0
    if not leads_on(parts, place, style) and not isinstance(parts[place], Grid):
        return 0.0
    room = 0.0
    while leads_on(parts, place, style):
        part = parts[place]
        room += part.wrap(style.width, 1e6)[1] + part.getSpaceBefore() + part.getSpaceAfter()
        place += 1
    room += parts[place].getSpaceBefore() + _start(parts[place], style)
    return min(room, MOST * style.page[1])


def room_for_all(parts: Sequence[Flowable], style: Style) -> float:
    """Return the room that must be there for parts that stand on a page already begun only if all of them fit."""
    return min(parts[0].getSpaceBefore() + height_of(parts, style), MOST * style.page[1])


def height_of(parts: Sequence[Flowable], style: Style) -> float:
    """Return the height of parts, one under the other in the column."""
    return total(stacked(parts, style.width))


def _start(part: Flowable, style: Style) -> float:
    """Return the room for the start of a part: some lines, some rows, or all of what is never cut."""
    _, height = part.wrap(style.width, 1e6)
    if isinstance(part, Grid):
        return height if height <= WHOLE * style.page[1] else sum(part.heights[: 1 + ROWS])
    whole = part.is_whole(style.width) if isinstance(part, Panel) else isinstance(part, Item) and bool(part.code)
    if whole or isinstance(part, Beside | Figure | CardSheet | DiarySheet):
        return height
    return min(height, 4 * style.sizes.body.leading + 22)


def _closes(parts: Sequence[Flowable], place: int, style: Style) -> bool:
    """Return whether all that is left from a place on are a few short paragraphs, such as the line of sources."""
    left = parts[place:]
    return 0 < len(left) <= CLOSING and all(
        isinstance(each, Para) and not _is_head(each) and _is_short(each, SHORT_LEAD, style) for each in left
    )


def _is_kept_whole(parts: Sequence[Flowable], place: int, style: Style) -> bool:
    """Return whether an item is one of a numbered list that is short enough to stand on one page."""
    part = parts[place]
    if not isinstance(part, Item) or part.sign is not Sign.NUMBER:
        return False
    items = [each for each in parts if _is_one_list(part, each)]
    return sum(each.wrap(style.width, 1e6)[1] + each.getSpaceAfter() for each in items) <= WHOLE * style.page[1]


def _is_one_list(part: Flowable, after: Flowable) -> bool:
    return isinstance(part, Item) and isinstance(after, Item) and part.block is after.block


def _is_head(part: Flowable) -> bool:
    return isinstance(part, Para) and part.tag in HEADS


def _is_short(part: Flowable, lines: int, style: Style) -> bool:
    _, height = part.wrap(style.width, 1e6)
    return height < (lines + 0.5) * style.sizes.body.leading
