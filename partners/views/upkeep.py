"""Keeping the register right: the first day, contact notes, and what a partner disputes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import ContactNote, GoLive, Organisation
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor

from .crumbs import Crumbs, crumbs


def partner_crumbs(organisation: Organisation, *steps: tuple[str, str]) -> Crumbs:
    """The way to a partner, and to a page below it."""
    here = organisation.get_absolute_url() if steps else ""
    return crumbs((_("Partners"), "partners:organisation-list"), (organisation.name, here), *steps)


class SetGoLive(ActionDoor):
    """The manager says from which day the lab is kept here."""

    permission = "partners.set_go_live"
    form_class = forms.GoLiveForm
    success_message = gettext_lazy("The first day is set. What happened before is taken over.")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Once it is set there is nothing to fill in."""
        if GoLive.objects.exists():
            messages.warning(request, _("The first day is set already, and stays as it is."))
            return HttpResponseRedirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def facts(self) -> dict[str, Any]:
        """What the day means."""
        return {
            "heading": _("From which day is this lab kept here?"),
            "lead": _(
                "What happened before that day is taken over: it counts from the day on which it "
                "happened, and pages say “taken over” beside it."
            ),
            "crumbs": crumbs((_("Taking over"), "portal:takeover"), (_("First day"), "")),
            "submit": _("Set the first day"),
        }

    def act(self, form: Any) -> GoLive:
        """Set it."""
        return actions.set_go_live(
            live_on=form.cleaned_data["live_on"], actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The steps of taking over."""
        return reverse("portal:takeover")


class Notes(ActionDoor):
    """What the kernteam keeps of its talks with a partner, the newest first; and a new note."""

    queryset = Organisation.objects.all()
    permission = "partners.write_note"
    template_name = "partners/organisation_notes.html"
    success_message = gettext_lazy("The note is kept.")

    def get_form(self, form_class: Any = None) -> forms.NoteForm:
        """Today, unless another day is filled in."""
        del form_class
        return forms.NoteForm(**self.get_form_kwargs(), day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """All notes, the corrected ones with what took their place."""
        organisation = self.object
        notes = ContactNote.objects.visible_to(self.person).filter(organisation=organisation)
        return {
            "organisation": organisation,
            "heading": _("Contact with %(name)s") % {"name": organisation.name},
            "lead": _("Only the kernteam reads these notes."),
            "crumbs": partner_crumbs(organisation, (_("Contact notes"), "")),
            "notes": notes.select_related("author", "corrected_by"),
        }

    def act(self, form: Any) -> ContactNote:
        """Keep it."""
        return actions.write_note(self.object, **form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The notes of this partner."""
        return reverse("partners:organisation-notes", args=[self.object.pk])


class CorrectNote(ActionDoor):
    """A new note in the place of a wrong one."""

    queryset = ContactNote.objects.select_related("organisation")
    permission = "partners.correct_note"
    success_message = gettext_lazy("The note is corrected. The old one stays, struck through.")

    def get_initial(self) -> dict[str, Any]:
        """The note as it is."""
        return {"text": self.object.text, "spoken_on": self.object.spoken_on}

    def get_form(self, form_class: Any = None) -> forms.CorrectNoteForm:
        """The same fields, and what was wrong."""
        del form_class
        return forms.CorrectNoteForm(**self.get_form_kwargs(), day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """Which note."""
        organisation = self.object.organisation
        notes = reverse("partners:organisation-notes", args=[organisation.pk])
        return {
            "heading": _("Correct a note about %(name)s") % {"name": organisation.name},
            "lead": _("The old note stays to be read, struck through, with your reason."),
            "crumbs": partner_crumbs(organisation, (_("Contact notes"), notes), (_("Correct"), "")),
            "submit": _("Correct the note"),
        }

    def act(self, form: Any) -> ContactNote:
        """Write the right one."""
        return actions.correct_note(self.object, **form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The notes of this partner."""
        return reverse("partners:organisation-notes", args=[self.object.organisation_id])


class DisputeRecord(ActionDoor):
    """Somebody of a partner says that something recorded in its name is not right."""

    queryset = Organisation.objects.all()
    permission = "partners.dispute_record"
    form_class = forms.DisputeForm
    success_message = gettext_lazy("Thank you. The kernteam will contact you about it.")

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        organisation = self.object
        return {
            "heading": _("What is not right about %(name)s?") % {"name": organisation.name},
            "lead": _("The kernteam gets a mail, and mends it together with you."),
            "crumbs": partner_crumbs(organisation, (_("This is not right"), "")),
            "submit": _("Send to the kernteam"),
        }

    def act(self, form: Any) -> ContactNote:
        """Keep it, and tell the kernteam."""
        return actions.dispute_record(
            self.object, text=form.cleaned_data["text"], actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """Back to the partner."""
        return str(self.object.get_absolute_url())
