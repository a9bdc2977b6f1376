"""What a person is to see comes into sight."""

from PySide6.QtWidgets import QScrollArea, QWidget

_MARGIN = 24


def bring_in_sight(widget: QWidget) -> None:
    """Scroll the page that a widget is on until all of it is seen, or as much as fits."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(widget, _MARGIN, _MARGIN)
