"""A partner leaves, an organisation becomes a partner (again), and what was recorded of it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms, ports
from partners.models import Organisation, Partnership
from partners.querysets import local_day
from schuldenlab.lifecycle import Refused
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .upkeep import partner_crumbs


def staff_facts(organisation: Organisation, person: Any, *, is_partner: bool) -> dict[str, Any]:
    """What the kernteam can do from the page of a partner; nothing for others."""
    return {
        "is_kernteam": person.standing.is_kernteam,
        "is_partner_now": is_partner,
        "may_dispute": person.has_perm("partners.dispute_record", organisation),
    }


class MembershipAction(ActionDoor):
    """An act on a partnership; afterwards you are on the page of the organisation."""

    queryset = Organisation.objects.all()
    template_name = "partners/membership_action.html"

    def get_success_url(self) -> str:
        """The page of the organisation."""
        return str(self.object.get_absolute_url())

    def colleagues(self) -> list[str]:
        """Who has a mandate of it today."""
        mandates = self.object.mandates.on(local_day(self.at)).select_related("person")
        return [mandate.person.name for mandate in mandates.order_by("person__name")]


class Leave(MembershipAction):
    """The kernteam records the last day of a partner; the page says first what follows."""

    permission = "partners.end_partnership"
    success_message = gettext_lazy("The last day is recorded. The history stays.")

    @property
    def partnership(self) -> Partnership | None:
        """The one that ends."""
        found: Partnership | None = self.object.partnerships.on(local_day(self.at)).first()
        return found

    def obstacle(self) -> str:
        """Who is no partner cannot leave; whose last day is known leaves already."""
        partnership = self.partnership
        if partnership is None:
            return _("Not a partner now: %(names)s.") % {"names": self.object.name}
        return _("This partnership has ended already.") if partnership.left_on else ""

    def get_form(self, form_class: Any = None) -> forms.LeaveForm:
        """Not before the day of joining."""
        del form_class
        day, partnership = local_day(self.at), self.partnership
        joined_on = partnership.joined_on if partnership else day
        return forms.LeaveForm(**self.get_form_kwargs(), joined_on=joined_on, day=day)

    def facts(self) -> dict[str, Any]:
        """What follows from it."""
        names = self.colleagues()
        follows = list(ports.follows_from_leaving(self.object, self.at))
        if names:
            follows.append(
                _("These people can no longer see the network: %(names)s. Their mandates stay.")
                % {"names": ", ".join(names)}
            )
        return {
            "heading": _("When does %(name)s leave?") % {"name": self.object.name},
            "lead": _("Signatures, votes and answers of the past stay as they are."),
            "crumbs": partner_crumbs(self.object, (_("Leaving"), "")),
            "follows": [*follows, _("The people of this partner get a mail about it.")],
            "submit": _("Record the last day"),
        }

    def act(self, form: Any) -> Partnership:
        """End it."""
        partnership = self.partnership
        if partnership is None:
            raise Refused(_("Not a partner now: %(names)s.") % {"names": self.object.name})
        return actions.end_partnership(
            partnership, left_on=form.left_on, actor=self.person, at=self.at
        )


class Join(MembershipAction):
    """An organisation becomes a partner, for the first time or again."""

    permission = "partners.start_partnership"
    success_message = gettext_lazy("Recorded: this organisation is a partner.")

    def obstacle(self) -> str:
        """Who is a partner cannot join."""
        if self.object.partnerships.on(local_day(self.at)).exists():
            return _("%(name)s is a partner already.") % {"name": self.object.name}
        return ""

    def get_form(self, form_class: Any = None) -> forms.JoinForm:
        """Today, or a day in the past."""
        del form_class
        return forms.JoinForm(**self.get_form_kwargs(), day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """What follows from it."""
        names = self.colleagues()
        again = self.object.partnerships.filter(struck_at__isnull=True).exists()
        follows = [_("It does not get back a seat that it had before.")] if again else []
        if names:
            follows.append(
                _("These people see the network again: %(names)s.") % {"names": ", ".join(names)}
            )
        return {
            "heading": _("From when is %(name)s a partner?") % {"name": self.object.name},
            "lead": _("The day may lie in the past."),
            "crumbs": partner_crumbs(self.object, (_("Joining"), "")),
            "follows": [*follows, _("The people of this partner get a mail about it.")],
            "submit": _("Record the first day"),
        }

    def act(self, form: Any) -> Partnership:
        """Begin it."""
        return actions.start_partnership(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )


class History(DetailDoor):
    """All that was recorded of an organisation, right and struck, for the kernteam."""

    queryset = Organisation.objects.all()
    permission = "partners.view_history"
    template_name = "partners/organisation_history.html"

    def facts(self) -> dict[str, Any]:
        """Partnerships, mandates and ambassadorships, the newest first."""
        organisation = self.object
        return {
            "organisation": organisation,
            "heading": _("History of %(name)s") % {"name": organisation.name},
            "lead": _("What was recorded, and what was corrected. Only the kernteam sees this."),
            "crumbs": partner_crumbs(organisation, (_("History"), "")),
            "partnerships": organisation.partnerships.with_taken_over().order_by("-joined_on"),
            "mandates": _newest_first(organisation.mandates).select_related("person"),
            "ambassadorships": _newest_first(organisation.ambassadorships).select_related("theme"),
        }


def _newest_first(rows: Any) -> Any:
    return rows.with_taken_over().order_by("-from_on", "-pk")
