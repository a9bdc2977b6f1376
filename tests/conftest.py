"""No test uses the network, and no Python that a test starts."""

import os
from pathlib import Path

from tests.offline import sitecustomize

_OFFLINE = str(Path(sitecustomize.__file__).parent)
os.environ["PYTHONPATH"] = os.pathsep.join(each for each in (_OFFLINE, os.environ.get("PYTHONPATH", "")) if each)
