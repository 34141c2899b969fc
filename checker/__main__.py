"""`python -m checker` is the command."""

from checker.cli import main

raise SystemExit(main())
