"""All measurements, one after the other: `make bench`, or `make bench ARGS="pages letters"`."""

from __future__ import annotations

import subprocess
import sys

from schuldenlab import postgres

PARTS = ("pages", "cadence", "letters", "account", "demo")


def main(wanted: list[str]) -> int:
    """How many fell short of their goal."""
    unknown = set(wanted) - set(PARTS)
    if unknown:
        print(f"There is no {', '.join(sorted(unknown))}; there is {', '.join(PARTS)}.")
        return 2
    short = []
    for name in wanted or PARTS:
        print(f"\n== {name} ==", flush=True)
        command = [sys.executable, "-m", f"bench.{name}"]
        if subprocess.run(command, cwd=postgres.REPOSITORY, check=False).returncode:
            short.append(name)
    print(f"\nfell short: {', '.join(short) or 'nothing'}")
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
