"""The process of a shared screen ends with the session, and with the code its keeper waits for."""

import subprocess
import sys

import pytest

from her2guide.staff_exit import STAFF_LEFT

_RUN = """
import sys
from PySide6.QtCore import QTimer
from her2guide import app
from her2guide.opening import Opening
from her2guide.settings import KIOSK
from her2guide.ui.kiosk import minding

made = []
class Seen(minding.Minding):
    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        made.append(self)
        QTimer.singleShot(0, self._window, self.act)
    def act(self):
        self._window.go_on()
        {act}
minding.Minding = Seen
sys.exit(app.run(["her2guide"], Opening(settings=KIOSK)))
"""


@pytest.mark.parametrize(
    ("act", "code"),
    [
        ("self._window.clear_and_leave(); self.attendant.leave()", 0),
        ("self._window.start_over(); self.attendant.leave()", 0),
        ("self.door._leave()", STAFF_LEFT),
    ],
)
def test_it_ends_with_the_session(act: str, code: int) -> None:
    command = [sys.executable, "-X", "faulthandler", "-c", _RUN.format(act=act)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (code, "")
