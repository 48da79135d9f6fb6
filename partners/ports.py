"""Questions about the framework that only the storeys above can answer."""

from collections.abc import Mapping
from typing import Any

from schuldenlab.web.ports import Port

no_titles: Mapping[str, Any] = {}
# What is measured, in words, by the code of the measure.
measure_titles: Port[Mapping[str, Any]] = Port("measure_titles", no_titles)
