"""What the first page leads to beside the way: help, keys, who makes this, and remembering how the window looks."""

from pathlib import Path
from typing import TYPE_CHECKING

from her2guide import __version__
from her2guide.files import comfort
from her2guide.files.comfort import Comfort
from her2guide.files.errors import OutputError
from her2guide.guide.document import Block
from her2guide.guide.info import about_blocks, help_blocks, keys_blocks
from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.bars import Act
from her2guide.ui.keys import clear_keys
from her2guide.ui.pages.info import ComfortPage, InfoPage

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow


class Aside:
    """Shows one of these pages; each leads back to the first page."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._library = window, window.library

    def show_info(self, name: str) -> None:
        """Show help, keys or about."""
        window = self._window
        window.show_instead(InfoPage(name, self._blocks(name), self._library, window.show_call, window.show_start))

    def _blocks(self, name: str) -> tuple[Block, ...]:
        match name:
            case "help":
                return help_blocks(self._library, files=self._window.settings.files)
            case "keys":
                return keys_blocks(self._library, clear_keys())
            case _:
                return about_blocks(self._library, __version__)

    def show_comfort(self, said: str = "", *, wrong: bool = False) -> None:
        """Ask whether the text size and the colors are to be remembered on this computer."""
        window, library, path = self._window, self._library, comfort.place()
        remembered = comfort.read(path, theme.STEPS, [*Palette]) is not None
        acts: list[Act] = []
        if path is not None:
            acts.append((library.word("comfort.remember"), lambda: self._keep(path)))
        if path is not None and remembered:
            acts.append((library.word("comfort.forget"), lambda: self._forget(path)))
        acts.append((library.word("info.back"), window.show_start))
        page = ComfortPage(self._said_now, library, remembered=remembered, acts=acts, leave=window.show_start)
        window.show_instead(page)
        if said:
            page.say(said, wrong=wrong)

    def _said_now(self) -> str:
        now = theme.current()
        colors = self._library.word(f"window.colors-{str(now.palette).replace('_', '-')}")
        return self._library.say("comfort.now", percent=now.step, colors=colors)

    def _keep(self, path: Path) -> None:
        now = theme.current()
        try:
            comfort.keep(path, Comfort(now.step, str(now.palette)))
        except OutputError as error:
            self.show_comfort(self._library.say("comfort.not-kept", problem=error.problem), wrong=True)
            return
        self.show_comfort(self._library.word("comfort.kept"))

    def _forget(self, path: Path) -> None:
        try:
            comfort.forget(path)
        except OutputError as error:
            self.show_comfort(self._library.say("comfort.not-forgotten", problem=error.problem), wrong=True)
            return
        self.show_comfort(self._library.word("comfort.forgotten"))
