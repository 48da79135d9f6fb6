"""Acts about changes of course."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.models import CourseChange
from schuldenlab.web.ports import DeskAction


def change_actions() -> list[DeskAction]:
    """What waits, the first step first; a new one; and all of them."""
    return [
        *_waiting(),
        DeskAction(
            _("Propose a course change"),
            _("Something must go otherwise than was agreed."),
            reverse("programme:change-propose"),
            "fork",
        ),
        DeskAction(
            _("All course changes"),
            _("What changed, who decided it, and what became of it."),
            reverse("programme:change-list"),
            "list",
        ),
    ]


def _waiting() -> list[DeskAction]:
    """To judge, to put to the raad, to carry out; none is no act."""
    every = reverse("programme:change-list")
    counts = CourseChange.objects.all().waiting_counts()
    judge = _("Judge course changes"), _("Crucial or not?")
    put = _("Put course changes to the programmaraad"), _("A crucial one is decided there first.")
    done = _("Carry out course changes"), _("Agreed, or not crucial. Record when it is done.")
    steps = (
        (counts["judge"], judge, "scales", "judge"),
        (counts["put"], put, "ballot", "raad"),
        (counts["carry_out"], done, "check", "do"),
    )
    return [
        DeskAction(
            *words,
            f"{every}?stand={stand}",
            icon,
            ngettext("%(count)s waits", "%(count)s wait", count) % {"count": count},
        )
        for count, words, icon, stand in steps
        if count
    ]
