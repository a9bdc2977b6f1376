"""`python -m her2guide`."""

import sys

from her2guide.cli import main

sys.exit(main())
