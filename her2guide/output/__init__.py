"""The guide document as files. The only place that knows reportlab.

reportlab runs what it finds in ~/.reportlab_mods, and takes settings from files and from RL_... and
SOURCE_DATE_EPOCH in the environment. A guide must come out the same wherever it is made, and nothing lying
about may run in it, so these are closed before reportlab is imported for the first time.
"""

import os
import sys
from types import ModuleType

for _name in ("reportlab.local_rl_mods", "reportlab_mods", "reportlab.local_rl_settings", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
for _name in [name for name in os.environ if name.startswith("RL_") or name == "SOURCE_DATE_EPOCH"]:
    del os.environ[_name]
