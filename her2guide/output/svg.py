"""Draws a picture's shapes as SVG that stands inside a page. Colors are classes, so that the page decides them."""

from html import escape
from math import cos, radians, sin

from her2guide.guide.pictures import Circle, Copies, Drawing, Line, Path, Poly, Rect, Shape, Text
from her2guide.output.typed_text import visible

_NARROW = frozenset(" .,:;'|!()[]/-fijlrtI")
_WIDE = frozenset("mwMW%@")


def measured(text: str, size: float, bold: bool) -> float:
    """Guess a text's width: which font a browser has is not known here, so on the wide side, that words fit."""
    ems = sum(0.36 if each in _NARROW else 0.92 if each in _WIDE else 0.7 if each.isupper() else 0.58 for each in text)
    return ems * size * (1.06 if bold else 1.0)


def svg(drawing: Drawing, alt: str, kind: str, name: str) -> str:
    """Return a drawing as one picture whose words are `alt`. It grows and shrinks with the text of the page.

    `name` is its own on the page: what comes again in it is said once, and has a place of that name.
    """
    box = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    shapes = "".join(
        _copies(part, f"{name}-{place}") if isinstance(part, Copies) else _shape(part)
        for place, part in enumerate(drawing.parts)
    )
    return (
        f'<svg class="{kind}" role="img" aria-label="{escape(visible(alt))}" viewBox="{box}"'
        f' style="width:{_number(drawing.width / 16)}rem">{shapes}</svg>'
    )


def ornament(drawing: Drawing) -> str:
    """Return a drawing that says nothing of its own, as it stands before words. It is not read out."""
    box = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    return f'<svg class="sign" aria-hidden="true" viewBox="{box}">{"".join(map(_shape, drawing.shapes))}</svg>'


def _copies(copies: Copies, name: str) -> str:
    """Return what comes again, said once, and its places; a row that comes again is said once too."""
    rows: dict[float, tuple[float, ...]] = {}
    for x, y in copies.places:
        rows[y] = (*rows.get(y, ()), x)
    alike: dict[tuple[float, ...], list[float]] = {}
    for y, row in rows.items():
        alike.setdefault(row, []).append(y)
    forms, uses = [_form(name, "".join(map(_shape, copies.shapes)))], list[str]()
    for number, (row, heights) in enumerate(alike.items(), 1):
        if len(row) > 1 and len(heights) > 1:
            forms.append(_form(f"{name}-{number}", "".join(_use(name, x=x) for x in row)))
            uses += [_use(f"{name}-{number}", y=y) for y in heights]
        else:
            uses += [_use(name, x=x, y=y) for y in heights for x in row]
    return f"<defs>{''.join(forms)}</defs>{''.join(uses)}"


def _form(name: str, shapes: str) -> str:
    return f'<g id="{name}">{shapes}</g>'


def _use(name: str, **place: float) -> str:
    at = "".join(f' {axis}="{_number(value)}"' for axis, value in place.items())
    return f'<use href="#{name}"{at}/>'


def _shape(shape: Shape) -> str:
    match shape:
        case Rect():
            return _rect(shape)
        case Line(x1, y1, x2, y2, stroke, width, round_ends):
            ends = ' stroke-linecap="round"' if round_ends else ""
            return f'<path d="M{_point(x1, y1)}L{_point(x2, y2)}"{_paint("", stroke, width)}{ends}/>'
        case Path(start, curves, fill, stroke, width):
            turns = "".join(f"C{_point(a, b)} {_point(c, d)} {_point(e, f)}" for a, b, c, d, e, f in curves)
            return f'<path d="M{_point(*start)}{turns}Z"{_paint(fill, stroke, width)}/>'
        case Circle():
            return _circle(shape)
        case Poly(points, fill):
            return f'<path d="M{"L".join(_point(x, y) for x, y in points)}Z"{_paint(fill)}/>'
        case Text():
            return _text(shape)


def _paint(fill: str, stroke: str = "", width: float = 0.0) -> str:
    names = " ".join([f"f-{fill}" if fill else "f-none", *([f"s-{stroke}"] if stroke else [])])
    pen = f' stroke-width="{_number(width)}"' if stroke else ""
    return f' class="{names}"{pen}'


def _rect(rect: Rect) -> str:
    paint = _paint(rect.fill, rect.stroke, rect.stroke_width) + (' stroke-dasharray="7 5"' if rect.dashed else "")
    if rect.radius and rect.corners != "all":
        return f'<path d="{_half_round(rect)}"{paint}/>'
    place = f'x="{_number(rect.x)}" y="{_number(rect.y)}" width="{_number(rect.width)}" height="{_number(rect.height)}"'
    corner = f' rx="{_number(rect.radius)}"' if rect.radius else ""
    return f"<rect {place}{corner}{paint}/>"


def _half_round(rect: Rect) -> str:
    """Return the outline of a rectangle with only its upper or only its lower corners round."""
    left, right, high, low = rect.x, rect.x + rect.width, rect.y, rect.y + rect.height
    radius = min(rect.radius, rect.width / 2, rect.height)
    arc = f"A{_number(radius)} {_number(radius)} 0 0 "
    if rect.corners == "top":
        return (
            f"M{_point(left, low)}L{_point(left, high + radius)}{arc}1 {_point(left + radius, high)}"
            f"L{_point(right - radius, high)}{arc}1 {_point(right, high + radius)}L{_point(right, low)}Z"
        )
    return (
        f"M{_point(left, high)}L{_point(left, low - radius)}{arc}0 {_point(left + radius, low)}"
        f"L{_point(right - radius, low)}{arc}0 {_point(right, low - radius)}L{_point(right, high)}Z"
    )


def _circle(circle: Circle) -> str:
    paint = _paint(circle.fill, circle.stroke, circle.stroke_width)
    if abs(circle.sweep) >= 360:
        return f'<circle cx="{_number(circle.x)}" cy="{_number(circle.y)}" r="{_number(circle.radius)}"{paint}/>'
    start, end = (_on(circle, degrees) for degrees in (circle.start, circle.start + circle.sweep))
    large, way = int(abs(circle.sweep) > 180), int(circle.sweep < 0)
    radius = _number(circle.radius)
    return f'<path d="M{_point(*start)}A{radius} {radius} 0 {large} {way} {_point(*end)}"{paint}/>'


def _on(circle: Circle, degrees: float) -> tuple[float, float]:
    turn = radians(degrees)
    return circle.x + circle.radius * cos(turn), circle.y - circle.radius * sin(turn)


def _text(text: Text) -> str:
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    weight = ' font-weight="700"' if text.bold else ""
    place = f'x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}"'
    return f'<text {place}{anchor}{weight} class="f-{text.color}">{escape(visible(text.text))}</text>'


def _point(x: float, y: float) -> str:
    return f"{_number(x)} {_number(y)}"


def _number(value: float) -> str:
    """Return a length with two digits after the point, and no more signs than it needs."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0.", "-.") or "0"
