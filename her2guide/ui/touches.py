"""What tells that somebody is there."""

from PySide6.QtCore import QEvent

TOUCHES = frozenset(
    (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
     QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress)
)  # fmt: skip
