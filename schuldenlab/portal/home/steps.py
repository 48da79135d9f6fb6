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
BEGUN: Final = frozenset({Phase.Status.RUNNING, Phase.Status.ENDED})
PREPARED: Final = frozenset({"waits", "blocked"})
Status = InnovationTheme.Status


@dataclass(frozen=True)
class Progress:
    """Step `number` of `total`; `name` says which one it is, `then` what is prepared after it."""

    name: str
    number: int
    total: int
    then: str = ""

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
    """The phase that it is in, as on the board: what runs, else what ended last.

    Only a project of which nothing has started is at the step that is prepared; else `then` says
    what that is. None for a project that was stopped.
    """
    steps = list(enumerate(steps_of(project, phases, blocked), 1))
    here = [each for each in steps if each[1]["state"] == "runs"]
    done = [each for each in steps if each[1]["state"] == "done"]
    prepared = [each for each in steps if each[1]["state"] in PREPARED]
    has_begun = (
        any(each.status in BEGUN for each in phases) or project.status == Project.Status.HANDED_OVER
    )
    found = (here[:1] or done[-1:] or prepared[:1]) if has_begun else (prepared[:1] or done[-1:])
    if project.status == Project.Status.STOPPED or not found:
        return None
    number, step = found[0]
    coming = [str(each["name"]) for place, each in prepared if place > number]
    return Progress(str(step["name"]), number, len(steps), coming[0] if coming else "")
