"""The way of the keyboard: from stop to stop in the order in which things are seen, whatever was added later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def next_stop(frame: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return where Tab, or Shift and Tab, leads from here, around the ends; None where there is nothing."""
    found = [each for each in stops(frame) if each.isEnabled()]
    if not found:
        return None
    by = 1 if forward else -1
    place = found.index(here) if here in found else -1 if forward else 0
    return found[(place + by) % len(found)]


def stops(widget: QWidget) -> list[QWidget]:
    """Return what the keyboard can stop at, in the order of the widgets."""
    from her2guide.ui.rows import RowGroup

    if isinstance(widget, RowGroup):
        return list(widget.stops())
    found = [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden():
            found += stops(child)
    return found
