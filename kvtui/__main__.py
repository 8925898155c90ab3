"""`python -m kvtui`: the same as the `kvtui` command."""

from kvtui.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
