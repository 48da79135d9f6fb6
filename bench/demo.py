"""How long the demo takes from an empty database: to its first page, and to the whole year.

    PORT=8000 .venv/bin/python -m bench.demo

The first page is the one that a visitor gets at once: it says how far the telling of the year is,
and leads to the roles by itself. The goal is for that page. The whole year stands when the story is
told. Throws the data of this clone's demo away. Packages and style sheets are there already.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from bench.meter import family
from schuldenlab import postgres
from schuldenlab.demo import supervisor

if TYPE_CHECKING:
    from collections.abc import Iterator

GOAL = 10.0  # seconds to the first page
SECOND = os.sysconf("SC_CLK_TCK")
STEPS = {"the first page": "answers;", "the whole year": "is told:"}


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
    took: dict[str, float] = {}
    try:
        for step, seconds in _steps(demo, begin):
            took[step] = seconds
            work = _worked(demo.pid)
            goal = f"   goal at most {GOAL:.0f} s" if step == "the first page" else ""
            print(f"demo from an empty database to {step}   {seconds:6.1f} s", end="")
            print(f" ({work:.1f} s on a processor){goal}", flush=True)
    finally:
        demo.terminate()
        demo.wait()
    return int(len(took) < len(STEPS) or took["the first page"] > GOAL)


def _steps(demo: subprocess.Popen[str], begin: float) -> Iterator[tuple[str, float]]:
    """Each step when the demo says so, and a page that came in whole."""
    assert demo.stdout is not None
    for step, words in STEPS.items():
        if any(words in line for line in demo.stdout):  # reads as far as that line
            _page()
            yield step, time.perf_counter() - begin


def _page() -> None:
    address = f"http://localhost:{supervisor.chosen_port()}/demo/"
    with urllib.request.urlopen(address, timeout=60) as answer:
        assert b"</html>" in answer.read()


def _worked(pid: int) -> float:
    """Seconds that the demo, all below it and what has ended already, were on a processor."""
    return sum(_ticks(Path(f"/proc/{each}/stat")) for each in family(pid)) / SECOND


def _ticks(stat: Path) -> int:
    try:
        fields = stat.read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15]))  # itself, and its children that have ended


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
