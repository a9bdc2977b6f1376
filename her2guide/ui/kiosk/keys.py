"""Which keys a locked screen lets through: what types, what moves, and Clear and leave. All else is dropped."""

from PySide6.QtCore import Qt

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_NOT_PRINTED = 0x01000000  # Qt numbers keys without a letter from here on
_DEAD = range(0x01001250, 0x01001300)  # an accent that waits for its letter
_PRINTED_TOO = frozenset((_Key.Key_Backspace, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab, _Key.Key_Backtab))
_HELD = frozenset((_Key.Key_Shift, _Key.Key_Control, _Key.Key_AltGr, _Key.Key_CapsLock, _Key.Key_NumLock))
_MOVES = frozenset(
    (_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End, _Key.Key_PageUp,
     _Key.Key_PageDown, _Key.Key_Delete)
)  # fmt: skip
_HARMLESS = _Modifier.KeypadModifier | _Modifier.GroupSwitchModifier


def passes(key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """Return whether a key goes through. With Shift, keys that move would choose text, which could be copied."""
    held = modifiers & ~_HARMLESS
    if key in _HELD:
        return True
    if held == _Modifier.ControlModifier | _Modifier.ShiftModifier:
        return key == _Key.Key_X
    if key < _NOT_PRINTED or key in _PRINTED_TOO or key in _DEAD:
        return held in (_Modifier.NoModifier, _Modifier.ShiftModifier)
    return key in _MOVES and held == _Modifier.NoModifier
