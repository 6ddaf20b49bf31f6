"""`python -m blocks`: the command line."""

import sys

from blocks.cli import main

if __name__ == "__main__":
    sys.exit(main())
