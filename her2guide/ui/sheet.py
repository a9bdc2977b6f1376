"""The style sheet, for the few parts that Qt draws itself: fields and scroll bars. All else is painted."""

from collections.abc import Callable, Mapping

_SHEET = """
QLineEdit, QPlainTextEdit {{
    background: {surface}; color: {ink}; border: 2px solid {lineui}; border-radius: 8px;
    padding: {pad}px {side}px; min-height: {inner}px;
    selection-background-color: {lake}; selection-color: {onlake};
}}
QLineEdit:hover, QPlainTextEdit:hover {{ border-color: {ink}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 3px solid {error}; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {lineui}; border-radius: 5px; min-height: 48px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(colors: Mapping[str, str], px: Callable[[float], int], target: int) -> str:
    """Return the style sheet for a table of tokens and a rule for spaces."""
    pad = px(8)
    inner = max(px(52), target) - 2 * pad - 4
    return _SHEET.format_map({**colors, "pad": pad, "side": px(12), "inner": inner})
