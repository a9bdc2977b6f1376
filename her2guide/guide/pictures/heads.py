"""What stands over a drawing: its title, and the name of a group with its number in bold."""

from collections.abc import Iterator

from her2guide.guide.pictures.drawing import FRAME_REACH, LEADING, Measure, Text, wrapped

Words = list[tuple[str, bool]]  # words of a line, and whether they are bold


def title(words: str, width: float, body: float, measure: Measure) -> tuple[Text, ...]:
    """Return the lines of a title, in bold from the top of a picture of a width."""
    rows = wrapped(words, body, True, width - 2 * FRAME_REACH, measure)
    return tuple(
        Text(FRAME_REACH, number * LEADING * body, row, body, "ink", bold=True, anchor="start")
        for number, row in enumerate(rows, start=1)
    )


def head(group: str, shown: str, width: float, body: float, measure: Measure) -> list[Words]:
    """Return group and number as lines: on one where both fit, else one under the other."""
    group = f"{group}:"
    if measure(f"{group} ", body, False) + measure(shown, body, True) <= width:
        return [[(group, False), (shown, True)]]
    rows: list[Words] = [[(row, False)] for row in wrapped(group, body, False, width, measure)]
    return [*rows, *([(row, True)] for row in wrapped(shown, body, True, width, measure))]


def texts(rows: list[Words], x: float, y: float, body: float, measure: Measure) -> Iterator[Text]:
    """Yield the words of lines; the first is under `y`."""
    for number, row in enumerate(rows, start=1):
        at = x
        for words, bold in row:
            yield Text(at, y + number * LEADING * body, words, body, "ink", bold, "start")
            at += measure(f"{words} ", body, bold)
