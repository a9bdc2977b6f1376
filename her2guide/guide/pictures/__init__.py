"""Pictures as plain shapes, drawn alike by the window and on paper. Every word comes from the caller."""

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    Circle,
    Drawing,
    Line,
    Measure,
    Poly,
    Rect,
    Shape,
    Text,
    mirrored,
    rough_width,
)
from her2guide.guide.pictures.report import ReportLines, draw_report
from her2guide.guide.pictures.scale import Four, Her2Scale, ScaleWords, draw_scale, her2_scale

__all__ = [
    "FRAME_REACH",
    "Circle",
    "Drawing",
    "Four",
    "Her2Scale",
    "Line",
    "Measure",
    "Picture",
    "Poly",
    "Rect",
    "ReportLines",
    "ScaleWords",
    "Shape",
    "Text",
    "her2_scale",
    "mirrored",
    "rough_width",
    "shapes",
]

Picture = Her2Scale | ReportLines


def shapes(picture: Picture, width: float, body: float, small: float, measure: Measure = rough_width) -> Drawing:
    """Draw a picture to a width. `body` and `small` are type sizes; `measure` knows the font."""
    match picture:
        case Her2Scale():
            return draw_scale(picture, width, body, small, measure)
        case ReportLines():
            return draw_report(picture, width, small, measure)
