"""Style sheets for the two parts that Qt draws itself: fields and scroll bars. All else is painted.

Each such widget wears its own sheet: with one on the application Qt would look for rules for every widget there is.
"""

from her2guide.look import tokens
from her2guide.ui.theme import Theme

_FIELD = """
QLineEdit, QPlainTextEdit {{
    background: {surface}; color: {ink}; border: 2px solid {lineui}; border-radius: 8px;
    padding: {pad}px {side}px; min-height: {inner}px;
    selection-background-color: {lake}; selection-color: {onlake};
}}
QLineEdit:hover, QPlainTextEdit:hover {{ border-color: {ink}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 3px solid {error}; }}
"""
_SCROLL_BAR = """
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {lineui}; border-radius: 5px; min-height: 48px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def field_sheet(theme: Theme) -> str:
    """Return the style sheet of a field to type in."""
    pad = theme.px(8)
    inner = max(theme.px(52), theme.target) - 2 * pad - 4
    return _FIELD.format_map({**tokens(theme.palette), "pad": pad, "side": theme.px(12), "inner": inner})


def scroll_bar_sheet(theme: Theme) -> str:
    """Return the style sheet of an upright scroll bar."""
    return _SCROLL_BAR.format_map(tokens(theme.palette))
