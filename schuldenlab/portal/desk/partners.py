"""Acts about partners and the framework."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Framework, SigningRequest
from partners.renewal import days_left
from schuldenlab.web.ports import DeskAction
from schuldenlab.web.templatetags.look import day as day_words


def partner_actions() -> list[DeskAction]:
    """The register, accounts, and what waits."""
    return [
        DeskAction(
            _("Import partners"),
            _("From a file, with a preview first."),
            reverse("partners:import"),
            "document",
        ),
        DeskAction(
            _("Invite somebody"),
            _("A person gets an account and a mandate."),
            reverse("partners:person-invite"),
            "people",
        ),
        DeskAction(
            _("People"), _("Who has an account, and for whom."), reverse("partners:person-list")
        ),
        DeskAction(
            _("Kernteam"),
            _("Who is in it, and which places are open."),
            reverse("partners:kernteam"),
        ),
        DeskAction(
            _("Themes and ambassadors"),
            _("Which partner stands for which theme."),
            reverse("partners:theme-list"),
            "megaphone",
        ),
        DeskAction(
            _("Taking over"),
            _("Bring in what there was before this lab was kept here, step by step."),
            reverse("portal:takeover"),
            "arrow",
        ),
        *_signing_actions(),
    ]


def _signing_actions() -> list[DeskAction]:
    """Requests that wait for an answer; none is no act."""
    count = SigningRequest.objects.filter(status=SigningRequest.Status.ASKED).count()
    if not count:
        return []
    return [
        DeskAction(
            _("Requests to sign"),
            _("Partners ask that somebody may sign for them. Confirm it, or say why not."),
            reverse("partners:signing-requests"),
            "pencil",
            ngettext("%(count)s waits", "%(count)s wait", count) % {"count": count},
        )
    ]


def framework_actions(day: date) -> list[DeskAction]:
    """All frameworks; from a year before the end of one, its renewal first."""
    framework = Framework.objects.to_renew(day)
    every = DeskAction(
        _("All frameworks"),
        _("What the partners agreed, now and before."),
        reverse("partners:framework-list"),
        "document",
    )
    if framework is None:
        return [every]
    left = days_left(framework.ends_on, day)
    renew = DeskAction(
        _("Renew the framework"),
        _("The last day is %(day)s.") % {"day": day_words(framework.ends_on)}
        if left >= 0
        else _("The lab runs without a framework in force."),
        reverse("partners:framework-renewal"),
        "hourglass",
        ngettext("%(count)s day to go", "%(count)s days to go", left) % {"count": left}
        if left >= 0
        else _("Urgent"),
    )
    return [renew, every]
