"""The last mornings: the kernteam hears what changed in its worklist."""

from schuldenlab.portal.tasks import tell_kernteam

from .stage import Stage

MORNINGS = (3, 2, 1)  # working days ago


def write(stage: Stage) -> None:
    """A letter on each of the last mornings on which something changed."""
    for ago in MORNINGS:
        stage.on(stage.calendar.lately(ago, "07:05"), tell_kernteam)
