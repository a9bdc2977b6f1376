"""Draws a picture's shapes on a PDF page."""

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.pathobject import PDFPathObject

from her2guide.guide.pictures import Circle, Copies, Drawing, Line, Path, Poly, Rect, Shape, Text
from her2guide.output.pdf_fonts import Fonts
from her2guide.output.pdf_style import color
from her2guide.output.pdf_tags import TaggedCanvas
from her2guide.output.pdf_text import Words

SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # how much of a text lies left of its x
CURVE = 0.5523  # the handle of a quarter circle


def paint(canvas: TaggedCanvas, drawing: Drawing, fonts: Fonts, words: Words) -> None:
    """Draw shapes whose origin is top left on a canvas whose origin is bottom left."""
    for part in drawing.parts:
        if isinstance(part, Copies):
            _copies(canvas, part, drawing.height, fonts, words)
        else:
            _paint(canvas, part, drawing.height, fonts, words)


def _copies(canvas: TaggedCanvas, copies: Copies, top: float, fonts: Fonts, words: Words) -> None:
    """Draw the form once, and put it down at each place: the same bytes, which pack well."""
    with canvas.recorded() as form:
        for shape in copies.shapes:
            _paint(canvas, shape, 0.0, fonts, words)
    for x, y in copies.places:
        canvas.saveState()
        canvas.translate(x, top - y)
        canvas.put_down(form)
        canvas.restoreState()


def _paint(canvas: TaggedCanvas, shape: Shape, top: float, fonts: Fonts, words: Words) -> None:
    match shape:
        case Rect():
            _rect(canvas, shape, top)
        case Line(x1, y1, x2, y2, stroke, width, round_ends):
            _pen(canvas, stroke, width)
            canvas.setLineCap(int(round_ends))
            canvas.line(x1, top - y1, x2, top - y2)
            canvas.setLineCap(0)
        case Path():
            _pen(canvas, shape.stroke, shape.stroke_width, shape.fill)
            canvas.drawPath(_curved(canvas, shape, top), stroke=1, fill=int(bool(shape.fill)))
        case Circle():
            _circle(canvas, shape, top)
        case Poly(points, fill):
            _pen(canvas, "", 0, fill)
            path = canvas.beginPath()
            path.moveTo(points[0][0], top - points[0][1])
            for x, y in points[1:]:
                path.lineTo(x, top - y)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)
        case Text():
            _text(canvas, shape, top, fonts, words)


def _pen(canvas: TaggedCanvas, stroke: str, width: float, fill: str = "") -> None:
    if stroke:
        canvas.setStrokeColor(color(stroke))
        canvas.setLineWidth(width)
    if fill:
        canvas.setFillColor(color(fill))


def _curved(canvas: TaggedCanvas, shape: Path, top: float) -> PDFPathObject:
    path = canvas.beginPath()
    path.moveTo(shape.start[0], top - shape.start[1])
    for x1, y1, x2, y2, x, y in shape.curves:
        path.curveTo(x1, top - y1, x2, top - y2, x, top - y)
    path.close()
    return path


def _circle(canvas: TaggedCanvas, circle: Circle, top: float) -> None:
    x, y, radius, pen = circle.x, top - circle.y, circle.radius, circle.stroke_width
    if circle.fill:
        if circle.stroke:
            _dot(canvas, x, y, radius + pen / 2, circle.stroke)
        _dot(canvas, x, y, radius - pen / 2, circle.fill)
        return
    _pen(canvas, circle.stroke, pen)
    if circle.sweep < 360:
        canvas.arc(x - radius, y - radius, x + radius, y + radius, circle.start, circle.sweep)
    else:
        canvas.circle(x, y, radius, stroke=1, fill=0)


def _dot(canvas: TaggedCanvas, x: float, y: float, radius: float, token: str) -> None:
    """Set a round pen down once: a filled circle in far fewer bytes than its outline in curves."""
    _pen(canvas, token, 2 * radius)
    canvas.setLineCap(1)
    canvas.line(x, y, x, y)
    canvas.setLineCap(0)


def _rect(canvas: TaggedCanvas, rect: Rect, top: float) -> None:
    canvas.saveState()
    _pen(canvas, rect.stroke, rect.stroke_width, rect.fill)
    if rect.dashed:
        canvas.setDash(7, 5)
    canvas.translate(rect.x, top - rect.y)  # so that rectangles of one form are the same bytes, which pack well
    canvas.drawPath(_outline(canvas, rect), stroke=int(bool(rect.stroke)), fill=int(bool(rect.fill)))
    canvas.restoreState()


def _outline(canvas: TaggedCanvas, rect: Rect) -> PDFPathObject:
    """Return a rectangle's path, down from the origin, with the corners that are asked for round."""
    left, right, high, low = 0.0, rect.width, 0.0, -rect.height
    upper = 0.0 if rect.corners == "bottom" else rect.radius
    lower = 0.0 if rect.corners == "top" else rect.radius
    up, down = upper * (1 - CURVE), lower * (1 - CURVE)
    path = canvas.beginPath()
    path.moveTo(left + upper, high)
    path.lineTo(right - upper, high)
    path.curveTo(right - up, high, right, high - up, right, high - upper)
    path.lineTo(right, low + lower)
    path.curveTo(right, low + down, right - down, low, right - lower, low)
    path.lineTo(left + lower, low)
    path.curveTo(left + down, low, left, low + down, left, low + lower)
    path.lineTo(left, high - upper)
    path.curveTo(left, high - up, left + up, high, left + upper, high)
    path.close()
    return path


def _text(canvas: TaggedCanvas, text: Text, top: float, fonts: Fonts, words: Words) -> None:
    font = fonts.bold if text.bold else fonts.regular
    drawn = words.drawn(text.text).replace("\n", " ")
    canvas.setFont(font, text.size)
    canvas.setFillColor(color(text.color))
    shift = stringWidth(drawn, font, text.size) * SHARE[text.anchor]
    canvas.drawString(text.x - shift, top - text.y, f"{drawn} ")
