"""How long the demo takes from an empty database to its first page.

    PORT=8000 .venv/bin/python -m bench.demo

Throws the data of this clone's demo away. Packages and style sheets are there already.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time

from schuldenlab import postgres

GOAL = 10.0  # seconds


def main(argv: list[str]) -> int:
    """Measure, print, and say whether the goal is reached."""
    del argv
    begin = time.perf_counter()
    demo = subprocess.Popen(
        [sys.executable, "-m", "schuldenlab.demo.supervisor", "--reset"],
        cwd=postgres.REPOSITORY,
        env=os.environ,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=postgres.die_with_parent(signal.SIGTERM),  # noqa: PLW1509
    )
    assert demo.stdout is not None
    said = next((line for line in demo.stdout if line.startswith("http")), "")
    seconds = time.perf_counter() - begin
    demo.terminate()
    demo.wait()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = spent.ru_utime + spent.ru_stime
    print(f"demo from an empty database to the first page   {seconds:.1f} s", end="")
    print(f" ({work:.1f} s on a processor)   goal at most {GOAL:.0f} s")
    return int(not said or seconds > GOAL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
