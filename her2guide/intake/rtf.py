"""The words of an RTF file as lines of text; pictures, fonts and fields are left out."""

import re

_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_LINES = {"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": "    ", "tab": "    "}
_SIGNS = {
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
_ESCAPED = {"{": "{", "}": "}", "\\": "\\", "~": " ", "_": "-"}
_NO_TEXT = re.compile(
    r"fonttbl|colortbl|stylesheet|info|pict|object|list(?:override)?table|rsidtbl|generator|themedata|xmlnstbl"
    r"|datastore|header[lrf]?|footer[lrf]?|fldinst|latentstyles|revtbl"
)


class _Words:
    """Collects the words of an RTF text, token by token."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._groups: list[tuple[bool, int]] = []
        self._hidden = False
        self._stand_in = 1  # how many characters stand in for one that is written by its number
        self._skip = 0

    def take(self, word: str, number: str, byte: str, sign: str, brace: str, words: str) -> None:
        """Take one token, of which one part is not empty."""
        if brace == "{":
            self._groups.append((self._hidden, self._stand_in))
        elif brace:
            self._hidden, self._stand_in = self._groups.pop() if self._groups else (self._hidden, self._stand_in)
        elif sign == "*" or (word and _NO_TEXT.fullmatch(word)):
            self._hidden = True
        elif word == "uc":
            self._stand_in = int(number or 1)
        elif not self._hidden:
            self._say(word, number, byte, sign, words)

    def _say(self, word: str, number: str, byte: str, sign: str, words: str) -> None:
        if word == "u":
            self.out.append(_character(int(number or 0)))
            self._skip = self._stand_in
        elif word:
            self.out.append(_LINES.get(word) or _SIGNS.get(word, ""))
        elif byte:
            self._plain(bytes([int(byte, 16)]).decode("cp1252", errors="replace"))
        elif sign:
            self._plain(_ESCAPED.get(sign, ""))
        else:
            self._plain(words)

    def _plain(self, words: str) -> None:
        self.out.append(words[self._skip :])
        self._skip = max(0, self._skip - len(words))


def rtf_lines(source: str) -> str:
    """Return the words of an RTF text."""
    found = _Words()
    for token in _TOKEN.finditer(source):
        found.take(*(part or "" for part in token.groups()))
    return "\n".join(line.rstrip() for line in "".join(found.out).split("\n"))


def _character(number: int) -> str:
    code = number % 65536
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)
