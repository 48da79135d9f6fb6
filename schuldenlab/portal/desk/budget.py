"""The budget of the year: which categories are not arranged."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from funding.yearly import lines_at
from partners.querysets import local_day
from programme.models import BudgetCategory
from schuldenlab.web.ports import DeskAction


def budget_actions(moment: datetime) -> list[DeskAction]:
    """One way to the budget, with what it still misses."""
    year = local_day(moment).year
    short = [each for each in lines_at([year], moment).values() if each.gap]
    names = ", ".join(str(BudgetCategory(each.category).label) for each in short)
    text = (
        _("Still needed this year: %(names)s.") % {"names": names}
        if short
        else _("What each year needs, and how far it is arranged.")
    )
    label = _("Budget %(year)s") % {"year": year}
    badge = _("not arranged yet") if short else ""
    return [DeskAction(label, text, reverse("funding:budget"), "euro", badge)]
