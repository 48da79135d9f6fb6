"""Traces by name: each function registers itself under the code of its measure."""

from collections.abc import Callable

from .trace import Looking, Trace

Tracer = Callable[[Looking], Trace]
TRACES: dict[str, Tracer] = {}


def trace(code: str) -> Callable[[Tracer], Tracer]:
    """Register a function under the code of the measure whose rows it shows."""

    def register(function: Tracer) -> Tracer:
        if code in TRACES:
            msg = f"trace {code} is there already"
            raise RuntimeError(msg)
        TRACES[code] = function
        return function

    return register
