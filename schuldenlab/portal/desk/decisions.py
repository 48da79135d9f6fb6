"""Acts about the register of decisions: enter one, and see what nobody carries out."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.models import Decision
from schuldenlab.web.ports import DeskAction


def decision_actions(day: date) -> list[DeskAction]:
    """Enter a decision, the register, and each decision that is overdue or has no owner."""
    register = reverse("programme:decision-list")
    counts = Decision.objects.to_look_after(day)
    late, loose = counts["late"], counts["loose"]
    actions = [
        DeskAction(
            _("Enter a decision"),
            _("For what the programmaraad decided without a ballot."),
            reverse("programme:decision-enter"),
            "pencil",
        ),
        DeskAction(
            _("Register of decisions"),
            _("What was decided, and what became of it."),
            register,
            "scales",
        ),
    ]
    if late:
        title = ngettext("%(count)s decision is overdue", "%(count)s decisions are overdue", late)
        text = _("Ask whoever sees to it, or agree on another day.")
        url = f"{register}?status=late"
        actions.append(DeskAction(title % {"count": late}, text, url, "hourglass"))
    if loose:
        title = ngettext(
            "%(count)s decision has no owner", "%(count)s decisions have no owner", loose
        )
        text = _("Name who sees to it, and by when.")
        url = f"{register}?status=loose"
        actions.append(DeskAction(title % {"count": loose}, text, url, "person"))
    return actions
