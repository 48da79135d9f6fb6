"""The acts on the progress of projects in the words of a reader."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

PROGRESS_ACTS: Final[dict[str, Promise]] = {
    "write_report": pgettext_lazy("act", "progress of a project reported"),
    "raise_risk": pgettext_lazy("act", "risk of a project named"),
    "close_risk": pgettext_lazy("act", "risk of a project closed"),
    "connect_projects": pgettext_lazy("act", "projects linked"),
    "end_connection": pgettext_lazy("act", "link between projects ended"),
    "add_indicator": pgettext_lazy("act", "indicator of a project added"),
    "drop_indicator": pgettext_lazy("act", "indicator of a project dropped"),
    "add_value": pgettext_lazy("act", "figure of a project added"),
    "correct_value": pgettext_lazy("act", "figure of a project corrected"),
}
