"""The command line for ``python -m migrationgov``; see `migrationgov.commands`."""

from __future__ import annotations

import sys

from migrationgov.commands import main

if __name__ == "__main__":
    sys.exit(main())
