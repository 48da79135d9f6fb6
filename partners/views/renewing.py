"""The last year of a framework: what everybody reads about it, and the desk of the kernteam."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.comparison import Change
from partners.models import Framework, Organisation
from partners.ports import contribution_door, contribution_pledged
from partners.querysets import local_day
from partners.renewal import contribution_years, days_left, renewal_starts
from schuldenlab.web.doors import DetailDoor
from schuldenlab.web.templatetags.look import day as day_words

from .comparing import change_row, clauses_of, compare, number_changes
from .crumbs import crumbs

Notice = dict[str, str]
STARTED = {Framework.Status.IN_FORCE, Framework.Status.EXPIRED}


def successor_of(framework: Framework) -> Framework | None:
    """The next framework, when somebody wrote one."""
    found: Framework | None = getattr(framework, "successor", None)
    return found


def signed_of(framework: Framework, day: date) -> tuple[int, int]:
    """How many of the partners of that day signed, and how many there are (two queries)."""
    partners = Organisation.objects.partners(day)
    signed = framework.signatures.holding().values("organisation_id")
    return partners.filter(pk__in=signed).count(), partners.count()


def notices(framework: Framework, person: Any, at: datetime) -> list[Notice]:
    """What must be said plainly above a framework: that it ends, is over, or was followed."""
    if framework.status not in STARTED:
        return []
    day, next_one = local_day(at), successor_of(framework)
    is_followed = next_one is not None and next_one.status in STARTED
    if next_one and is_followed and next_one.starts_on <= day:
        return [_followed(next_one)]
    if framework.status == Framework.Status.EXPIRED or framework.ends_on < day:
        current = Framework.objects.current(day)
        return [_without(framework)] if current == framework else [_over()]
    if renewal_starts(framework.ends_on) <= day:
        return [_ending(framework, person, day)]
    return []


def _followed(framework: Framework) -> Notice:
    return {
        "kind": "info",
        "title": _("This framework is over"),
        "text": _("What holds now is"),
        "url": framework.get_absolute_url(),
        "link": framework.title,
    }


def _over() -> Notice:
    return {
        "kind": "info",
        "title": _("This framework is over"),
        "text": _("See what holds now:"),
        "url": reverse("partners:framework"),
        "link": _("the framework of today"),
    }


def _without(framework: Framework) -> Notice:
    text = _("This one ended on %(day)s. The lab goes on under it until a next one is in force.")
    return {
        "kind": "warning",
        "title": _("There is no framework in force now"),
        "text": text % {"day": day_words(framework.ends_on)},
    }


def _ending(framework: Framework, person: Any, day: date) -> Notice:
    left = days_left(framework.ends_on, day)
    title = _("This framework ends on %(day)s") % {"day": day_words(framework.ends_on)}
    counted = (
        _("That is today.")
        if left == 0
        else ngettext("%(count)s day to go.", "%(count)s days to go.", left) % {"count": left}
    )
    notice = {"kind": "info", "title": title}
    next_one = successor_of(framework)
    if next_one is None or (next_one.status == "draft" and not person.standing.is_kernteam):
        return {**notice, "text": counted + " " + _("The kernteam prepares the next one.")}
    link = {"url": next_one.get_absolute_url(), "link": next_one.title}
    if next_one.status == Framework.Status.DRAFT:
        return {**notice, **link, "text": counted + " " + _("The next one is a draft:")}
    signed, total = signed_of(next_one, day)
    text = ngettext(
        "%(signed)s of %(total)s partner has signed the next one:",
        "%(signed)s of %(total)s partners have signed the next one:",
        total,
    ) % {"signed": signed, "total": total}
    return {**notice, **link, "text": f"{counted} {text}"}


class Renewal(DetailDoor):
    """Everything about the end of a framework on one page, for the kernteam."""

    permission = "partners.view_renewal"
    template_name = "partners/framework_renewal.html"

    def facts(self) -> dict[str, Any]:
        """Nothing before the last year; then the countdown and four questions."""
        day = local_day(self.at)
        framework = Framework.objects.to_renew(day)
        facts = {
            "framework": framework,
            "heading": _("Renewing the framework"),
            "lead": _("From a year before the end: what must be done, and what happens without."),
            "crumbs": crumbs((_("Framework"), "partners:framework-list"), (_("Renewing"), "")),
        }
        if framework is None:
            current = Framework.objects.current(day)
            starts_on = renewal_starts(current.ends_on) if current else None
            return {**facts, "current": current, "starts_on": starts_on}
        return {**facts, **_desk(framework, successor_of(framework), self.at)}


def _desk(framework: Framework, next_one: Framework | None, at: datetime) -> dict[str, Any]:
    day = local_day(at)
    left = days_left(framework.ends_on, day)
    return {
        "days_left": left,
        "is_over": left < 0 or framework.status == Framework.Status.EXPIRED,
        "next": next_one,
        **(_resigning(next_one, day) if next_one else {}),
        "changes": _changes(framework, next_one) if next_one else [],
        "numbers": _numbers(framework, next_one) if next_one else [],
        "money": _money(framework, next_one, at),
        "is_covered": next_one is not None and next_one.status == Framework.Status.IN_FORCE,
    }


def _resigning(framework: Framework, day: date) -> dict[str, Any]:
    """Who signed the next one again; not asked while it is a draft."""
    if framework.status == Framework.Status.DRAFT:
        return {}
    signed = framework.signatures.holding().values("organisation_id")
    partners = Organisation.objects.partners(day)
    unsigned = list(partners.exclude(pk__in=signed).order_by("name"))
    total = partners.count()
    return {"unsigned": unsigned, "partners": total, "signed": total - len(unsigned)}


def _changes(framework: Framework, next_one: Framework) -> list[dict[str, Any]]:
    """One row per clause that is not the same."""
    found = compare(clauses_of(framework), clauses_of(next_one))
    return [change_row(each) for each in found if each.change is not Change.SAME]


def _numbers(framework: Framework, next_one: Framework) -> list[dict[str, str]]:
    next_one.predecessor = framework  # at hand already
    return number_changes(next_one)


def _money(framework: Framework, next_one: Framework | None, at: datetime) -> dict[str, Any]:
    """For which years the municipality agreed to contribute, how much it pledged, and the gaps."""
    frameworks = [framework, *([next_one] if next_one else [])]
    last = next_one.ends_on.year if next_one else framework.ends_on.year + 1
    years = contribution_years(
        [(each.contribution_from, each.contribution_until) for each in frameworks],
        min(local_day(at).year, framework.ends_on.year),
        last,
        contribution_pledged(framework.host_id, at),
    )
    gaps = [str(row.year) for row in years if row.is_gap]
    return {
        "ends_after": framework.contribution_until,
        "years": years,
        "gaps": ", ".join(gaps),
        "doors": [_door(each) for each in frameworks if each.contribution_from],
    }


def _door(framework: Framework) -> dict[str, Any]:
    """Where its contribution is recorded, and for which years that is."""
    years = (framework.contribution_from, framework.contribution_until)
    return {"url": contribution_door(framework), "years": "\N{EN DASH}".join(map(str, years))}
