"""Draws the pictures of the guide. A picture is painted once for each width, theme and screen, then kept."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from her2guide.guide.pictures import Circle, Drawing, Line, Path, Picture, Poly, Rect, Shape, Text, mirrored, shapes
from her2guide.output.typed_text import visible
from her2guide.ui.text import Shown, paint_ring
from her2guide.ui.theme import Theme, TypeRole

SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # how much of a text lies left of its x
WIDEST = 1040


def paint(painter: QPainter, drawing: Drawing, theme: Theme) -> None:
    """Paint shapes, whose origin is top left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        _paint(painter, shape, theme)


def _paint(painter: QPainter, shape: Shape, theme: Theme) -> None:
    match shape:
        case Rect():
            _pen(painter, theme, shape.stroke, shape.stroke_width, shape.fill, dashed=shape.dashed)
            painter.drawPath(outline(shape))
        case Line(x1, y1, x2, y2, stroke, width, round_ends):
            _pen(painter, theme, stroke, width, round_ends=round_ends)
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        case Path():
            _pen(painter, theme, shape.stroke, shape.stroke_width, shape.fill)
            painter.drawPath(_curved(shape))
        case Circle():
            _circle(painter, shape, theme)
        case Poly(points, fill):
            _pen(painter, theme, "", 0, fill)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        case Text():
            _text(painter, shape, theme)


def _pen(
    painter: QPainter,
    theme: Theme,
    stroke: str,
    width: float,
    fill: str = "",
    *,
    dashed: bool = False,
    round_ends: bool = False,
) -> None:
    pen = QPen(Qt.PenStyle.NoPen)
    if stroke:
        pen = QPen(theme.color(stroke), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([7 / width, 5 / width])
    painter.setPen(pen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)


def _curved(shape: Path) -> QPainterPath:
    path = QPainterPath(QPointF(*shape.start))
    for x1, y1, x2, y2, x, y in shape.curves:
        path.cubicTo(x1, y1, x2, y2, x, y)
    path.closeSubpath()
    return path


def _circle(painter: QPainter, circle: Circle, theme: Theme) -> None:
    _pen(painter, theme, circle.stroke, circle.stroke_width, circle.fill)
    x, y, radius = circle.x, circle.y, circle.radius
    if circle.sweep >= 360:
        painter.drawEllipse(QPointF(x, y), radius, radius)
        return
    area = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    painter.drawArc(area, round(16 * circle.start), round(16 * circle.sweep))


def outline(rect: Rect) -> QPainterPath:
    """Return a rectangle's path with the corners that are asked for round."""
    area, path, side = QRectF(rect.x, rect.y, rect.width, rect.height), QPainterPath(), 2 * rect.radius
    top, bottom = rect.corners in ("all", "top"), rect.corners in ("all", "bottom")
    corners = (
        (area.topRight(), -side, 0.0, 90, top),
        (area.bottomRight(), -side, -side, 0, bottom),
        (area.bottomLeft(), 0.0, -side, 270, bottom),
        (area.topLeft(), 0.0, 0.0, 180, top),
    )
    path.moveTo(area.center().x(), area.top())
    for corner, x, y, start, is_round in corners:
        if is_round and side:
            path.arcTo(QRectF(corner.x() + x, corner.y() + y, side, side), start, -90)
        else:
            path.lineTo(corner)
    path.closeSubpath()
    return path


def _font(theme: Theme, size: float, bold: bool) -> QFont:
    font = QFont(theme.font(TypeRole.BODY, QFont.Weight.Bold if bold else QFont.Weight.Normal))
    font.setPixelSize(max(round(size), 1))
    return font


def _text(painter: QPainter, text: Text, theme: Theme) -> None:
    painter.setPen(theme.color(text.color))
    paint_words(painter, text.text, _font(theme, text.size, text.bold), QPointF(text.x, text.y), SHARE[text.anchor])


def paint_words(painter: QPainter, text: str, font: QFont, place: QPointF, share: float) -> None:
    """Paint plain text on a line, with so much of its width (0 to 1) before the place."""
    words = visible(text)
    painter.setFont(font)
    shift = QFontMetricsF(font).horizontalAdvance(words) * share
    painter.drawText(QPointF(place.x() - shift, place.y()), words)


class PictureWidget(Shown):
    """A picture; its accessible name says what it shows."""

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._drawings: dict[int, Drawing] = {}
        self._painted: tuple[object, QPixmap] | None = None
        self.setAccessibleName(picture.alt)
        mark = QPixmap(1, 1)  # a label with a pixmap is a picture to screen readers; it is never painted
        mark.fill(Qt.GlobalColor.transparent)
        self.setPixmap(mark)

    @property
    def words(self) -> str:
        """What the picture says to those who do not see it."""
        return self._picture.alt

    def retheme(self) -> None:
        self._drawings.clear()
        self._painted = None

    def drawing(self, width: int) -> Drawing:
        """Return the shapes for a width."""
        width = min(width, self.theme.px(WIDEST))
        if width not in self._drawings:
            if len(self._drawings) > 8:
                self._drawings.clear()
            theme = self.theme

            def measure(text: str, size: float, bold: bool) -> float:
                return QFontMetricsF(_font(theme, size, bold)).horizontalAdvance(visible(text))

            body, small = theme.size(TypeRole.BODY), theme.size(TypeRole.SMALL)
            drawing = shapes(self._picture, max(width, 120), body, small, measure)
            from_the_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._drawings[width] = mirrored(drawing) if from_the_right else drawing
        return self._drawings[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.retheme()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self.drawing(width).height + 1)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, QRectF(self.rect()), self.theme.color("focus"), 12)

    def _pixmap(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (self.size(), ratio, self.theme)
        if self._painted is None or self._painted[0] != key:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            drawing = self.drawing(self.width())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(self.width() - drawing.width, 0)
            paint(painter, drawing, self.theme)
            painter.end()
            self._painted = (key, pixmap)
        return self._painted[1]
