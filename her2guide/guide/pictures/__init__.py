"""Pictures as plain shapes, drawn alike by the window and on paper. Every word comes from the caller."""

from her2guide.guide.pictures.conjugate import Conjugate, draw_conjugate
from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    Circle,
    Copies,
    Drawing,
    Line,
    Measure,
    Path,
    Poly,
    Rect,
    Shape,
    Text,
    mirrored,
    rough_width,
)
from her2guide.guide.pictures.flow import SCENES, Flow, FlowRow, draw_flow
from her2guide.guide.pictures.infusion import InfusionDay, draw_infusion
from her2guide.guide.pictures.lungs import Lungs, draw_lungs
from her2guide.guide.pictures.path import Node, PathPicture, draw_path
from her2guide.guide.pictures.people import Count, PeopleArray, draw_people
from her2guide.guide.pictures.receptors import Receptors, draw_receptors
from her2guide.guide.pictures.report import ReportLines, draw_report
from her2guide.guide.pictures.scale import Four, Her2Scale, ScaleWords, draw_scale, her2_scale
from her2guide.guide.pictures.signs import SIGNS, draw_sign
from her2guide.guide.pictures.thermometer import Thermometer, draw_thermometer
from her2guide.guide.pictures.times import Time, Times, draw_times

__all__ = [
    "FRAME_REACH",
    "SCENES",
    "SIGNS",
    "Circle",
    "Conjugate",
    "Copies",
    "Count",
    "Drawing",
    "Flow",
    "FlowRow",
    "Four",
    "Her2Scale",
    "InfusionDay",
    "Line",
    "Lungs",
    "Measure",
    "Node",
    "Path",
    "PathPicture",
    "PeopleArray",
    "Picture",
    "Poly",
    "Receptors",
    "Rect",
    "ReportLines",
    "ScaleWords",
    "Shape",
    "Text",
    "Thermometer",
    "Time",
    "Times",
    "draw_sign",
    "her2_scale",
    "mirrored",
    "rough_width",
    "shapes",
]

Picture = (
    Her2Scale
    | ReportLines
    | PeopleArray
    | Conjugate
    | Lungs
    | InfusionDay
    | Receptors
    | PathPicture
    | Thermometer
    | Times
    | Flow
)


def shapes(  # noqa: C901 - one plain case for each kind of picture
    picture: Picture, width: float, body: float, small: float, measure: Measure = rough_width
) -> Drawing:
    """Draw a picture to a width. `body` and `small` are type sizes; `measure` knows the font."""
    match picture:
        case Her2Scale():
            return draw_scale(picture, width, body, small, measure)
        case ReportLines():
            return draw_report(picture, width, small, measure)
        case PeopleArray():
            return draw_people(picture, width, body, small, measure)
        case Conjugate():
            return draw_conjugate(picture, width, body, small, measure)
        case Lungs():
            return draw_lungs(picture, width, body, small, measure)
        case InfusionDay():
            return draw_infusion(picture, width, body, small, measure)
        case Receptors():
            return draw_receptors(picture, width, body, small, measure)
        case PathPicture():
            return draw_path(picture, width, body, small, measure)
        case Thermometer():
            return draw_thermometer(picture, width, body, small, measure)
        case Times():
            return draw_times(picture, width, body, small, measure)
        case Flow():
            return draw_flow(picture, width, body, small, measure)
