"""What the municipality gives to the work itself, for the years of a framework, by its decision."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from funding.models import Pledge
from funding.spreading import Part, total_of
from funding.yearly import CONTRIBUTES_TO, contributions
from partners.models import Framework, Person
from programme.models import BudgetCategory
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .firm import make_pledge_firm
from .pledges import offer_to_budget

Amounts = Mapping[str, Mapping[int, Decimal]]  # by category, then by year


@transaction.atomic
def pledge_contribution(
    framework: Framework,
    *,
    amounts: Amounts,
    paper: File,
    actor: Person | None,
    at: datetime,
    due: Mapping[int, date] | None = None,
) -> list[Pledge]:
    """One pledge of the host for each category, over the years of its contribution, firm at once.

    The signed decision (beschikking) goes with each. `due` says when a year is paid. Once there is
    one for a category, more of it is a pledge of its own or a correction.
    """
    lock(framework)
    parts = {
        category: _parts(framework, amounts.get(category, {}), due or {})
        for category in CONTRIBUTES_TO
    }
    if not any(parts.values()):
        raise Refused(_("Fill in the amount of at least one year."))
    found = []
    for category, spread in parts.items():
        if not spread:
            continue
        _refuse_twice(framework, category)
        pledge = _offer(framework, category, spread, actor=actor, at=at)
        paper.seek(0)
        found.append(make_pledge_firm(pledge, paper=paper, actor=actor, at=at))
    facts = {"pledges": [each.pk for each in found]}
    record("pledge_contribution", framework, actor=actor, at=at, facts=facts)
    return found


def _offer(
    framework: Framework,
    category: str,
    parts: list[Part],
    *,
    actor: Person | None,
    at: datetime,
) -> Pledge:
    first, last = parts[0].year, parts[-1].year
    with translation.override(settings.LANGUAGE_CODE):  # what is stored is in one language
        years = str(first) if first == last else f"{first}-{last}"
        text = _("Municipal contribution %(years)s") % {"years": years}
    return offer_to_budget(
        category,
        organisation=framework.host,
        form=Pledge.Form.CASH,
        amount=total_of(parts),
        text=text,
        parts=parts,
        actor=actor,
        at=at,
    )


def _parts(
    framework: Framework, amounts: Mapping[int, Decimal], due: Mapping[int, date]
) -> list[Part]:
    first, last = framework.contribution_from, framework.contribution_until
    found = []
    for year, amount in sorted(amounts.items()):
        if first is None or last is None or not first <= year <= last:
            words = _("%(year)s is not a year of the contribution in this framework.")
            raise Refused(words % {"year": year})
        if amount > 0:
            found.append(Part(year, amount, due.get(year)))
    return found


def _refuse_twice(framework: Framework, category: str) -> None:
    years = range(framework.contribution_from or 0, (framework.contribution_until or 0) + 1)
    standing = contributions(framework.host_id).filter(
        category=category, status=Pledge.Status.FIRM, schedules__instalments__year__in=years
    )
    if standing.exists():
        label = dict(BudgetCategory.choices)[category]
        words = _("The municipality has pledged to %(category)s for these years already.")
        raise Refused(words % {"category": label})
