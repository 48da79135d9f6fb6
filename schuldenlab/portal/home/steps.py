"""How far a theme or a project is: its step of so many, for the bar on the home page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from programme.models import InnovationTheme
from projects.models import Phase, Project
from projects.views.stepper import steps_of

GAP: Final = 1.4  # percent of the bar, between two steps
STEPS_OF_A_THEME: Final = 6
Status = InnovationTheme.Status


@dataclass(frozen=True)
class Progress:
    """Step `number` of `total`; `name` says which one it is."""

    name: str
    number: int
    total: int

    @property
    def bar(self) -> list[dict[str, Any]]:
        """The steps as rectangles, from the left; positions as SVG reads them."""
        width = (100 - GAP * (self.total - 1)) / self.total
        return [
            {
                "x": f"{place * (width + GAP):.1f}%",
                "width": f"{width:.1f}%",
                "is_filled": place < self.number,
            }
            for place in range(self.total)
        ]


def progress_of_theme(theme: InnovationTheme) -> Progress | None:
    """A theme without a project: chosen, explored, worked out; None when it was stopped."""
    worked_out = str(theme.get_result_kind_display()).capitalize() or _("Working out")
    found = {
        Status.SELECTED: (_("Theme"), 1),
        Status.EXPLORING: (_("Exploration"), 2),
        Status.WORKING_OUT: (worked_out, 3),
        Status.DELIVERED: (worked_out, 3),
    }.get(Status(theme.status))
    return None if found is None else Progress(*found, total=STEPS_OF_A_THEME)


def progress_of(
    project: Project, phases: Sequence[Phase], blocked: Collection[int]
) -> Progress | None:
    """The step of now, else the last that is done; None for a project that was stopped."""
    steps = steps_of(project, phases, blocked)
    here = [place for place, step in enumerate(steps, 1) if step.get("is_current")]
    done = [place for place, step in enumerate(steps, 1) if step["state"] == "done"]
    if project.status == Project.Status.STOPPED or not (here or done):
        return None
    number = here[0] if here else done[-1]
    return Progress(str(steps[number - 1]["name"]), number, len(steps))
