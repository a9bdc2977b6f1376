"""No test uses the network, and no Python that a test starts."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.offline import sitecustomize

_OFFLINE = str(Path(sitecustomize.__file__).parent)
os.environ["PYTHONPATH"] = os.pathsep.join(each for each in (_OFFLINE, os.environ.get("PYTHONPATH", "")) if each)


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist looks for the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what shares a costly value in one process: each file, and all of `content`, which reads the same guides."""
    here = Path(__file__).parent
    for item in items:
        file = item.path.relative_to(here)
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group("content" if file.parts[0] == "content" else str(file)))


@pytest.fixture(autouse=True, scope="module")
def _kept_is_not_searched() -> Iterator[None]:
    """Take what a file of tests leaves, such as thousands of guides, from what is searched for garbage or for timers.

    With them each test of the window would take half a second longer.
    """
    yield
    gc.collect()
    gc.freeze()
