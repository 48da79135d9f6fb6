"""My organisation: its facts, its people, and who may act and sign for it."""

from typing import Any

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Mandate, Organisation, Review, SigningRequest
from partners.querysets import REVIEW_AFTER, local_day, months_before
from schuldenlab.web.doors import ActionDoor, DetailDoor, said_with_link

from .crumbs import Crumbs, crumbs


def own_facts(door: Any, organisation: Organisation) -> dict[str, Any]:
    """What we know about an organisation, as its own people look it through."""
    day = local_day(door.at)
    asked = SigningRequest.objects.filter(status=SigningRequest.Status.ASKED)
    mandates = list(
        organisation.mandates.filter(
            Q(until_on__isnull=True) | Q(until_on__gte=day), struck_at__isnull=True
        )
        .select_related("person")
        .prefetch_related(Prefetch("signing_requests", asked, to_attr="asked"))
        .order_by("person__name", "from_on")
    )
    for mandate in mandates:
        mandate.may_end = mandate.until_on is None and door.person.has_perm(
            "partners.end_mandate", mandate
        )
    now = [each for each in mandates if each.from_on <= day]
    partnership = organisation.partnerships.on(day).first()
    last = Review.objects.filter(organisation=organisation).select_related("reviewed_by").first()
    looked_on = local_day(last.reviewed_at) if last else partnership and partnership.joined_on
    return {
        "organisation": organisation,
        "since": partnership.joined_on if partnership else None,
        "mandates": mandates,
        "signers": [each.person.name for each in now if each.may_sign],
        "today": day,
        "review": last,
        "is_due": bool(looked_on and looked_on <= months_before(day, REVIEW_AFTER)),
        "is_own": door.person.has_perm("partners.confirm_review", organisation),
    }


def own_crumbs(organisation: Organisation, here: str) -> Crumbs:
    """The way back to this organisation."""
    manage = reverse("partners:organisation-manage", args=[organisation.pk])
    way = [
        (_("Partners"), "partners:organisation-list"),
        (organisation.name, organisation.get_absolute_url()),
    ]
    return crumbs(*way, *([(_("Keep up to date"), manage), (here, "")] if here else []))


class ManageOrganisation(DetailDoor):
    """Everything that an organisation keeps itself, on one page."""

    queryset = Organisation.objects.all()
    permission = "partners.keep_organisation"
    template_name = "partners/organisation_manage.html"

    def facts(self) -> dict[str, Any]:
        """The facts, and what can be done about them."""
        organisation, day = self.object, local_day(self.at)
        involvement = organisation.involvements.known(day.year, self.at).first()
        manage = crumbs(
            (_("Partners"), "partners:organisation-list"),
            (organisation.name, organisation.get_absolute_url()),
            (_("Keep up to date"), ""),
        )
        return {
            **own_facts(self, organisation),
            "heading": _("Keep %(name)s up to date") % {"name": organisation.name},
            "lead": _("The facts, the people, and who may sign."),
            "crumbs": manage,
            "year": day.year,
            "involvement": involvement,
            "is_kernteam": self.person.standing.is_kernteam,
        }


class OrganisationAction(ActionDoor):
    """An act on one organisation; afterwards you are on the page where it is kept."""

    queryset = Organisation.objects.all()

    def get_success_url(self) -> str:
        """Where all of it is kept."""
        return reverse("partners:organisation-manage", args=[self.object.pk])


class KeepOrganisation(OrganisationAction):
    """The facts of an organisation; its name and sector are the kernteam's."""

    permission = "partners.keep_organisation"
    success_message = gettext_lazy("The facts are saved.")

    def get_form(self, form_class: Any = None) -> forms.OrganisationForm:
        """Only a director, or the kernteam, decides what is public."""
        del form_class
        standing = self.person.standing
        return forms.OrganisationForm(
            **self.get_form_kwargs(),
            instance=self.object,
            is_kernteam=standing.is_kernteam,
            may_publish=standing.is_kernteam or self.object.pk in standing.directs_ids,
        )

    def facts(self) -> dict[str, Any]:
        """What a partner cannot change itself."""
        lead = _("The kernteam keeps the name and the sector. The rest is yours.")
        return {
            "heading": _("The facts of %(name)s") % {"name": self.object.name},
            "lead": "" if self.person.standing.is_kernteam else lead,
            "crumbs": own_crumbs(self.object, _("Facts")),
            "submit": _("Save"),
        }

    def act(self, form: Any) -> Organisation:
        """Write them."""
        return actions.keep_organisation(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )


class ReviewOrganisation(OrganisationAction):
    """Look at everything once a year, and say that it is right."""

    permission = "partners.confirm_review"
    template_name = "partners/organisation_review.html"
    success_message = gettext_lazy("Thank you. We ask you again in a year.")

    def facts(self) -> dict[str, Any]:
        """All that must be right."""
        return {
            **own_facts(self, self.object),
            "heading": _("Is everything about %(name)s right?") % {"name": self.object.name},
            "lead": _("Look at the facts, at who works with us, and at who may sign."),
            "crumbs": own_crumbs(self.object, _("Look through")),
            "submit": _("Everything is right"),
        }

    def act(self, form: Any) -> Review:
        """It is right."""
        del form
        return actions.confirm_review(self.object, actor=self.person, at=self.at)

    def said_at_home(self) -> str:
        """That it is right, with the way to change something after all."""
        words = _("Recorded: everything about %(name)s is right. We ask you again in a year.")
        url = reverse("partners:organisation-manage", args=[self.object.pk])
        return said_with_link(words % {"name": self.object.name}, url, _("Change something"))


class InviteColleague(OrganisationAction):
    """Somebody of the own organisation gets an account and a mandate."""

    permission = "partners.invite_colleague"
    success_message = gettext_lazy("Done. Your colleague gets a mail.")

    def get_form(self, form_class: Any = None) -> forms.ColleagueForm:
        """A contact invites contacts, a director directors as well."""
        del form_class
        is_director = self.object.pk in self.person.standing.directs_ids
        return forms.ColleagueForm(**self.get_form_kwargs(), is_director=is_director)

    def facts(self) -> dict[str, Any]:
        """What a colleague may do, and what not."""
        return {
            "heading": _("Invite a colleague of %(name)s") % {"name": self.object.name},
            "lead": _("Your colleague sees from today what you see, and cannot sign."),
            "note": _("Must your colleague sign as well? Ask the kernteam for that afterwards."),
            "crumbs": own_crumbs(self.object, _("Invite a colleague")),
            "submit": _("Send the invitation"),
        }

    def act(self, form: Any) -> Mandate:
        """Invite."""
        return actions.invite_colleague(
            self.object,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            role=form.role_chosen,
            actor=self.person,
            at=self.at,
        )
