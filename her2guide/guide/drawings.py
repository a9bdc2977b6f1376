"""The drawings that pages ask for by a marker, with their words in the guide's language."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from her2guide.guide.document import PictureBlock, plain
from her2guide.guide.inline import inline_word
from her2guide.guide.pictures import Conjugate, Flow, FlowRow, InfusionDay, Lungs, Picture, Receptors, Thermometer
from her2guide.library.library import Library

HER2, TROP2 = "HER2", "TROP2"  # what the two medicines find on a cell; names, the same in every language
_DAY = ("check", "team", "drip", "watch")


def _conjugate(medicine: str, target: str, library: Library) -> Picture:
    return Conjugate(
        steps=(
            library.say("drawing.conjugate.finds", target=target),
            library.word("drawing.conjugate.goes-in"),
            library.word("drawing.conjugate.lets-go"),
        ),
        caption=library.word("drawing.conjugate.caption"),
        alt=library.say("drawing.conjugate.alt", medicine=library.medicine_names[medicine].name, target=target),
        square=target != HER2,
    )


def _lungs(library: Library) -> Picture:
    return Lungs(library.word("drawing.lungs.caption"), library.word("drawing.lungs.alt"))


def _infusion(library: Library) -> Picture:
    parts = tuple(library.word(f"drawing.infusion.{part}") for part in _DAY)
    named = ", ".join(f"{number} {part}" for number, part in enumerate(parts, 1))
    alt = library.say("drawing.infusion.alt", parts=named)
    return InfusionDay(parts, library.word("drawing.infusion.caption"), alt)


def _receptors(library: Library) -> Picture:
    return Receptors(*(library.word(f"drawing.receptors.{part}") for part in ("her2", "hormone", "caption", "alt")))


def _thermometer(library: Library) -> Picture:
    words = {key: plain(inline_word(f"drawing.thermometer.{key}", library)) for key in ("mark", "alt")}
    return Thermometer(words["mark"], library.word("drawing.thermometer.caption"), words["alt"])


_TESTS = (
    ("stained", ("tissue", "stain", "score")),
    ("gene", ("tissue", "copies", "report")),
)
_APPEAL = (("path", ("letter", "clinic", "send", "next")),)


def _flow(name: str, rows: tuple[tuple[str, tuple[str, ...]], ...], library: Library) -> Picture:
    """Return rows of steps; each step has its words under the row and its small picture in `ui.toml`."""
    made, told = list[FlowRow](), list[str]()
    for row, scenes in rows:
        title = library.word(f"drawing.{name}.{row}.title")
        words = [library.word(f"drawing.{name}.{row}.{scene}") for scene in scenes]
        made.append(FlowRow(title, tuple(zip(scenes, words, strict=True))))
        named = ", ".join(f"{number} {step}" for number, step in enumerate(words, 1))
        told.append(library.say(f"drawing.{name}.alt-row", title=title, steps=named))
    alt = library.say(f"drawing.{name}.alt", rows=" ".join(told))
    return Flow(tuple(made), library.word(f"drawing.{name}.caption"), alt)


DRAWINGS: Mapping[str, Callable[[Library], Picture]] = MappingProxyType(
    {
        "draw-enhertu": lambda library: _conjugate("trastuzumab-deruxtecan", HER2, library),
        "draw-datroway": lambda library: _conjugate("datopotamab-deruxtecan", TROP2, library),
        "draw-lungs": _lungs,
        "draw-infusion": _infusion,
        "draw-receptors": _receptors,
        "draw-thermometer": _thermometer,
        "draw-tests": lambda library: _flow("tests", _TESTS, library),
        "draw-appeal": lambda library: _flow("appeal", _APPEAL, library),
    }
)  # by marker


def drawing(marker: str, library: Library) -> tuple[PictureBlock]:
    """Return the picture that a marker stands for."""
    picture = DRAWINGS[marker](library)
    said = inline_word("drawing.thermometer.alt", library) if isinstance(picture, Thermometer) else ()
    return (PictureBlock(picture, said),)
